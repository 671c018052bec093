/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <xxhash.h>

int str_cmp(struct str a, struct str b)
{
    size_t least = a.len < b.len ? a.len : b.len;
    int order = least ? memcmp(a.ptr, b.ptr, least) : 0;
    if (order)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

/* Cuts the number that *REST begins with, without leading zeros. */
static struct str cut_number(struct str *rest)
{
    size_t first = 0, end = 0;
    while (str_digit_at(*rest, end))
        end++;
    while (first + 1 < end && rest->ptr[first] == '0')
        first++;
    struct str number = str_slice(*rest, first, end);
    *rest = str_slice(*rest, end, rest->len);
    return number;
}

int str_cmp_numbers(struct str a, struct str b)
{
    struct str x = a, y = b;
    while (x.len && y.len) {
        struct str left = str_slice(x, 0, 1), right = str_slice(y, 0, 1);
        if (str_digit_at(x, 0) && str_digit_at(y, 0)) {
            left = cut_number(&x);
            right = cut_number(&y);
            if (left.len != right.len)
                return left.len < right.len ? -1 : 1;
        } else {
            x = str_slice(x, 1, x.len);
            y = str_slice(y, 1, y.len);
        }
        int order = str_cmp(left, right);
        if (order)
            return order;
    }
    return x.len || y.len ? (x.len > 0) - (y.len > 0) : str_cmp(a, b);
}

/* Looks for the needle's last byte: in UTF-8 the first ones of most characters are alike. */
size_t str_find(struct str s, struct str needle, size_t from)
{
    if (from > s.len)
        return SIZE_MAX;
    if (needle.len == 0)
        return from;
    size_t before = needle.len - 1;
    for (size_t at = from + before; at < s.len; at++) {
        const char *hit = memchr(s.ptr + at, needle.ptr[before], s.len - at);
        if (!hit)
            break;
        at = (size_t)(hit - s.ptr);
        if (memcmp(hit - before, needle.ptr, before) == 0)
            return at - before;
    }
    return SIZE_MAX;
}

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim_ascii(struct str s)
{
    while (s.len && is_ascii_space(s.ptr[0]))
        s.ptr++, s.len--;
    while (s.len && is_ascii_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

struct str str_cut(struct str *rest, char sep)
{
    struct str all = *rest;
    const char *hit = all.len ? memchr(all.ptr, sep, all.len) : NULL;
    if (!hit) {
        *rest = STR_NONE;
        return all;
    }
    size_t at = (size_t)(hit - all.ptr);
    *rest = (struct str){hit + 1, all.len - at - 1};
    return (struct str){all.ptr, at};
}

struct str str_dup(struct arena *keep, struct str s)
{
    char *copy = arena_room(keep, s.len + 1);
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    return (struct str){copy, s.len};
}

const char *str_c(struct arena *keep, struct str s)
{
    return str_dup(keep, s).ptr;
}

struct str str_format(struct arena *keep, const char *fmt, ...)
{
    enum { USUAL = 256 };
    char usual[USUAL]; /* most texts fit in it, and are formatted but once */
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int len = vsnprintf(usual, sizeof usual, fmt, args);
    va_end(args);
    if (len < 0)
        die("cannot format a message");
    char *text = arena_room(keep, (size_t)len + 1);
    if (len < USUAL)
        memcpy(text, usual, (size_t)len + 1);
    else
        vsnprintf(text, (size_t)len + 1, fmt, again);
    va_end(again);
    return (struct str){text, (size_t)len};
}

uint64_t str_hash(struct str s)
{
    return XXH3_64bits(s.len ? s.ptr : "", s.len);
}
