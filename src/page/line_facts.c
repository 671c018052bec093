/* SPDX-License-Identifier: MIT */
#include "page/line_facts.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/roles.h"

#define INDENT_LEAST 2 /* half widths: less is noise */

/* Width in characters. A blank beside a wide character is thin: it only parts digits from Han. */
static float set_width(struct str text)
{
    uint32_t width = 0, before = 0;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        bool thin = c.code == ' ' && (is_wide(before) || is_wide(utf8_next(text, c).code));
        width += thin ? 0 : is_wide(c.code) ? 2 : 1;
        before = c.code;
    }
    return (float)width / 2.0f;
}

static bool is_phrase(struct str s)
{
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (is_stop(c.code) || is_sentence_end(c.code))
            return false;
    return quotes_open(s) == 0;
}

static bool has_parted_han(struct str s)
{
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (c.code == ' ' && utf8_is_han(before) && utf8_is_han(utf8_next(s, c).code))
            return true;
        before = c.code;
    }
    return false;
}

struct line_facts line_facts_of(const struct set_line *set, const struct line *before,
                                const struct pair_counts *pairs)
{
    const struct line *line = set->line;
    uint32_t gap = set->gap;
    struct str text = line->text;
    uint32_t first = utf8_first(text).code;
    uint32_t last = before ? utf8_last(before->text).code : 0;
    bool seam = utf8_is_han(last) && utf8_is_han(first);
    return (struct line_facts){
        .width = set_width(text),
        .gap = (uint8_t)(gap < FACTS_GAPS - 1 ? gap : FACTS_GAPS - 1),
        .ends =
            ends_sentence(text) || jumps_away(text) || sign_off_of(text) || ends_like_credit(text),
        .jumps = jumps_away(text),
        .bad_start = may_not_start(first),
        .bad_end = may_not_end(utf8_last(text).code),
        .justified = line->justified,
        .indented = line->indent >= INDENT_LEAST,
        .begins = starts_report(text) || starts_caption(text),
        .row = set->setting == SETTING_ROW,
        .apart = line->doubled || stands_apart(text),
        .phrase = is_phrase(text),
        .parted = !line->justified && !starts_report(text) && has_parted_han(text),
        .seam = seam,
        .known = seam && pairs_groups(pairs, pair_of(last, first)),
    };
}
