/* SPDX-License-Identifier: MIT */
/* Characters of UTF-8 text. Text inside the program is always valid UTF-8 (RFC 3629): what is not
   is mended where it comes in, so these functions do not check. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/buf.h"

/* Walks over the characters of S:
   for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) … c.code, c.at … */
struct utf8 {
    uint32_t code; /* code point */
    size_t at;     /* byte offset in the slice */
    size_t len;    /* bytes; 0: no character, past the end */
};

static inline struct utf8 utf8_at(struct str s, size_t at)
{
    if (at >= s.len)
        return (struct utf8){0, s.len, 0};
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    size_t room = s.len - at;
    if ((p[0] & 0xf0) == 0xe0 && room >= 3) /* as most are: Han characters and their stops */
        return (struct utf8){(p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu), at, 3};
    if (p[0] < 0x80)
        return (struct utf8){p[0], at, 1};
    if (p[0] < 0xe0 && room >= 2)
        return (struct utf8){(p[0] & 0x1fu) << 6 | (p[1] & 0x3fu), at, 2};
    if (room >= 4)
        return (struct utf8){(p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 |
                                 (p[3] & 0x3fu),
                             at, 4};
    return (struct utf8){0xfffd, at, room};
}

static inline struct utf8 utf8_first(struct str s)
{
    return utf8_at(s, 0);
}

static inline struct utf8 utf8_next(struct str s, struct utf8 c)
{
    return utf8_at(s, c.at + c.len);
}

/* The character that ends at byte offset END of S; len 0 where END is 0. */
static inline struct utf8 utf8_before(struct str s, size_t end)
{
    if (end == 0)
        return (struct utf8){0};
    size_t at = end - 1;
    while (at > 0 && end - at < 4 && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
        at--;
    s.len = end < s.len ? end : s.len;
    return utf8_at(s, at);
}

/* The last character of S; len 0 if S is empty. */
static inline struct utf8 utf8_last(struct str s)
{
    return utf8_before(s, s.len);
}

/* Whether the character C of TEXT, if there is one, is among CHARS. */
static inline bool holds_char(struct str chars, struct str text, struct utf8 c)
{
    return c.len > 0 && str_has(chars, str_slice(text, c.at, c.at + c.len));
}

/* How many characters S has. */
size_t utf8_count(struct str s);

/* How many characters of S are not blank. */
size_t utf8_solid(struct str s);

/* At most CHARS characters from the start of S. */
struct str utf8_head(struct str s, size_t chars);

void utf8_add(struct buf *buf, uint32_t code);

/* Whether BYTES are valid UTF-8; if not, *BAD is the offset of the first byte that is not. */
bool utf8_valid(struct str bytes, size_t *bad);

/* Appends BYTES, with U+FFFD for each byte that is not UTF-8. */
void utf8_add_mended(struct buf *buf, struct str bytes);

/* Whether a character does something where it is shown, or nothing that can be seen: controls, line
   separators, noncharacters, what turns the direction of writing, blanks without width. Not so what
   a script needs to be written: joiners, variation selectors, Mongolian's vowel separator. */
bool utf8_is_unsafe(uint32_t code);

/* Appends BYTES so that they can do nothing to a terminal: unsafe characters other than a tab are
   shown as \uXXXX, or \UXXXXXXXX beyond U+FFFF, bytes that are not UTF-8 as \xXX. */
void utf8_add_safe(struct buf *buf, struct str bytes);

/* White space of any kind (Unicode White_Space and U+001C–001F), the byte order mark, and the zero
   width space: what leaves no mark on paper. These characters alone need not be accounted for. */
bool utf8_is_blank(uint32_t code);

/* What no HTML text can hold and no printer prints: controls but tab, LF, FF and CR; DEL and C1;
   noncharacters; surrogates. */
bool utf8_is_forbidden(uint32_t code);

/* Han characters: CJK Unified Ideographs and extensions, compatibility ideographs, 〇 and 々. */
static inline bool utf8_is_han(uint32_t code)
{
    return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) ||
           code == 0x3007 || code == 0x3005 || (code >= 0xf900 && code <= 0xfaff) ||
           (code >= 0x20000 && code <= 0x3ffff);
}

/* A letter or digit of ASCII, or its full-width form. */
bool utf8_is_alnum(uint32_t code);

/* 0–9 or ０–９. */
bool utf8_is_digit(uint32_t code);

/* Without blank characters at both ends. */
struct str utf8_trim(struct str s);

bool utf8_has_blank(struct str s);

/* Whether all of S is blank. */
bool utf8_all_blank(struct str s);

#endif
