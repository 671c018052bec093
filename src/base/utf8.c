/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <utf8proc.h>

/* How many of eight bytes go on with a character: 10xxxxxx. */
static size_t going_on(const char *eight)
{
    uint64_t bytes, ones = UINT64_C(0x0101010101010101);
    memcpy(&bytes, eight, sizeof bytes);
    return (size_t)(((bytes >> 7 & ~bytes >> 6 & ones) * ones) >> 56);
}

size_t utf8_count(struct str s)
{
    size_t count = s.len, i = 0;
    for (; s.len - i >= 8; i += 8)
        count -= going_on(s.ptr + i);
    for (; i < s.len; i++)
        count -= ((unsigned char)s.ptr[i] & 0xc0) == 0x80;
    return count;
}

size_t utf8_solid(struct str s)
{
    size_t count = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        size_t at = c.at;
        while (s.len - at >= 3 && (unsigned char)s.ptr[at] > 0xe3 &&
               (unsigned char)s.ptr[at] < 0xed)
            at += 3; /* Han characters, as most are */
        count += (at - c.at) / 3;
        c = utf8_at(s, at);
        count += c.len && !utf8_is_blank(c.code);
    }
    return count;
}

struct str utf8_head(struct str s, size_t chars)
{
    struct utf8 c = utf8_first(s);
    while (c.len && chars--)
        c = utf8_next(s, c);
    return str_slice(s, 0, c.at);
}

void utf8_add(struct buf *buf, uint32_t code)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t len = utf8proc_encode_char((utf8proc_int32_t)code, bytes);
    buf_add(buf, bytes, (size_t)len);
}

bool utf8_valid(struct str bytes, size_t *bad)
{
    const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)bytes.ptr;
    for (size_t i = 0; i < bytes.len;) {
        utf8proc_int32_t code;
        size_t room = bytes.len - i;
        if (p[i] < 0x80) {
            i++;
            continue;
        }
        if (room >= 3 && p[i] > 0xe0 && p[i] < 0xed && (p[i + 1] & 0xc0) == 0x80 &&
            (p[i + 2] & 0xc0) == 0x80) { /* as most are */
            i += 3;
            continue;
        }
        utf8proc_ssize_t len =
            utf8proc_iterate(p + i, room < 4 ? (utf8proc_ssize_t)room : 4, &code);
        if (len <= 0) {
            *bad = i;
            return false;
        }
        i += (size_t)len;
    }
    return true;
}

void utf8_add_mended(struct buf *buf, struct str bytes)
{
    size_t bad;
    while (!utf8_valid(bytes, &bad)) {
        buf_add(buf, bytes.ptr, bad);
        utf8_add(buf, 0xfffd);
        bytes = str_slice(bytes, bad + 1, bytes.len);
    }
    buf_str(buf, bytes);
}

bool utf8_is_unsafe(uint32_t code)
{
    enum { NON_JOINER = 0x200c, JOINER = 0x200d, VOWEL_SEPARATOR = 0x180e };
    if (code < 0xa0)
        return code < 0x20 || code >= 0x7f;
    if (code == 0x2028 || code == 0x2029 || (code >= 0xfff9 && code <= 0xfffb) ||
        utf8_is_forbidden(code))
        return true;
    if (code == NON_JOINER || code == JOINER || code == VOWEL_SEPARATOR)
        return false;
    const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)code);
    return property->ignorable && property->category != UTF8PROC_CATEGORY_MN;
}

static void add_safe_text(struct buf *buf, struct str text)
{
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (utf8_is_unsafe(c.code) && c.code != '\t')
            buf_fmt(buf, c.code > 0xffff ? "\\U%08x" : "\\u%04x", (unsigned)c.code);
        else
            buf_add(buf, text.ptr + c.at, c.len);
    }
}

void utf8_add_safe(struct buf *buf, struct str bytes)
{
    size_t bad;
    while (!utf8_valid(bytes, &bad)) {
        add_safe_text(buf, str_slice(bytes, 0, bad));
        buf_fmt(buf, "\\x%02x", (unsigned)(unsigned char)bytes.ptr[bad]);
        bytes = str_slice(bytes, bad + 1, bytes.len);
    }
    add_safe_text(buf, bytes);
}

bool utf8_is_blank(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
    switch (code) {
    case 0x85:
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
    case 0xfeff:
        return true;
    default:
        return code >= 0x2000 && code <= 0x200b;
    }
}

bool utf8_is_forbidden(uint32_t code)
{
    if (code < 0x20)
        return code != '\t' && code != '\n' && code != '\f' && code != '\r';
    if (code < 0xd800)
        return code >= 0x7f && code < 0xa0;
    return code < 0xe000 || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe ||
           code > 0x10ffff;
}

bool utf8_is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xff10 && code <= 0xff19);
}

bool utf8_is_alnum(uint32_t code)
{
    if (code >= 0xff01 && code <= 0xff5e)
        code -= 0xfee0;
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
           (code >= 'A' && code <= 'Z');
}

struct str utf8_trim(struct str s)
{
    struct utf8 c = utf8_first(s);
    while (c.len && utf8_is_blank(c.code))
        c = utf8_next(s, c);
    s = str_slice(s, c.at, s.len);
    for (c = utf8_last(s); c.len && utf8_is_blank(c.code); c = utf8_last(s))
        s.len -= c.len;
    return s;
}

bool utf8_has_blank(struct str s)
{
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (utf8_is_blank(c.code))
            return true;
    return false;
}

bool utf8_all_blank(struct str s)
{
    return utf8_trim(s).len == 0;
}
