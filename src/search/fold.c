/* SPDX-License-Identifier: MIT */
#include "search/fold.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "page/variants.h"
#include "page/wordlist.h"
#include "search/script.h"

static bool is_quote(uint32_t code)
{
    static const uint32_t quotes[] = {'\'',   '"',    0x2018, 0x2019, 0x201c,
                                      0x201d, 0x300c, 0x300d, 0x300e, 0x300f,
                                      0x301d, 0x301e, 0x301f, 0xab,   0xbb};
    for (size_t i = 0; i < COUNT(quotes); i++)
        if (quotes[i] == code)
            return true;
    return false;
}

static bool is_surrogate(uint32_t code)
{
    return code >= 0xd800 && code <= 0xdfff;
}

/* The one character that CODE is without width, style and capitals; CODE, where there are several.
 */
static uint32_t plain(uint32_t code)
{
    utf8proc_int32_t parts[4];
    int boundary = 0;
    utf8proc_ssize_t len = utf8proc_decompose_char((utf8proc_int32_t)code, parts, COUNT(parts),
                                                   UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &boundary);
    bool one = len == 1 && parts[0] > 0 && parts[0] < FOLD_CODES;
    utf8proc_int32_t small = utf8proc_tolower(one ? parts[0] : (utf8proc_int32_t)code);
    return small < FOLD_CODES ? (uint32_t)small : code;
}

/* Of 薴, 苧 and 苎 the second is the Simplified form of the first, and the third of it. */
static uint32_t simplest(uint32_t code)
{
    while (character_simplified(code) != code)
        code = character_simplified(code);
    return code;
}

static bool is_separator(uint32_t code)
{
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
        return true;
    default:
        return false;
    }
}

const struct fold *fold_new(struct arena *keep)
{
    struct fold *fold = ARENA_NEW(keep, struct fold);
    for (uint32_t code = 0; code < FOLD_CODES; code++) {
        fold->to[code] = (uint16_t)code;
        if (is_surrogate(code))
            continue;
        if (is_separator(code))
            fold->separates[code >> 3] |= (unsigned char)(1u << (code & 7));
        uint32_t alike = plain(code);
        fold->to[code] = is_quote(alike) ? '"' : (uint16_t)simplest(alike);
    }
    return fold;
}

void fold_write(struct buf *out, const struct fold *fold)
{
    struct buf from = {0}, to = {0}, separators = {0};
    bool within = false;
    for (uint32_t code = 0; code < FOLD_CODES; code++) {
        if (fold->to[code] != code) {
            utf8_add(&from, code);
            utf8_add(&to, fold->to[code]);
        }
        bool separates = fold_separates(fold, code);
        if (separates != within)
            utf8_add(&separators, separates ? code : code - 1);
        within = separates;
    }
    if (within)
        utf8_add(&separators, FOLD_CODES - 1);
    script_string(out, buf_view(&from));
    buf_byte(out, ',');
    script_string(out, buf_view(&to));
    buf_byte(out, ',');
    script_string(out, buf_view(&separators));
    buf_clear(&from);
    buf_clear(&to);
    buf_clear(&separators);
}
