/* SPDX-License-Identifier: MIT */
/* A slice of bytes that belongs to somebody else: borrowed, not copied, not ended by a NUL. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"

struct str {
    const char *ptr; /* may be NULL while len is 0 */
    size_t len;      /* bytes */
};

/* A list of slices. */
struct strs {
    struct str *at;
    size_t len, cap;
};

#define STR(literal) ((struct str){"" literal, sizeof literal - 1})
#define STR_NONE ((struct str){NULL, 0})

/* For printf: printf("%.*s", STR_FMT(s)). */
#define STR_FMT(s) ((int)(s).len), ((s).ptr ? (s).ptr : "")

static inline struct str str_of(const char *c_string)
{
    return (struct str){c_string, c_string ? strlen(c_string) : 0};
}

static inline bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Order by bytes, which for UTF-8 is the order of code points. */
int str_cmp(struct str a, struct str b);

/* The same, but digits that follow each other count as a number: p2, p10, q1. Those that differ in
   leading zeros alone are in the order of bytes. */
int str_cmp_numbers(struct str a, struct str b);

static inline bool str_starts(struct str s, struct str prefix)
{
    if (s.len < prefix.len || prefix.len == 0)
        return prefix.len == 0;
    size_t last = prefix.len - 1; /* in UTF-8 the first bytes of most characters are alike */
    return s.ptr[last] == prefix.ptr[last] && memcmp(s.ptr, prefix.ptr, last) == 0;
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len &&
           str_starts((struct str){s.ptr + (s.len - suffix.len), suffix.len}, suffix);
}

/* Byte offset of the first NEEDLE in S at or after FROM, or SIZE_MAX. */
size_t str_find(struct str s, struct str needle, size_t from);

static inline bool str_has(struct str s, struct str needle)
{
    return str_find(s, needle, 0) != SIZE_MAX;
}

/* Bytes [FROM, TO) of S; both are cut to its length. */
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
    to = to < s.len ? to : s.len;
    return from < to ? (struct str){s.ptr + from, to - from} : STR_NONE;
}

/* Whether a digit, a letter of ASCII stands at byte AT of S. */
static inline bool str_digit_at(struct str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static inline bool str_letter_at(struct str s, size_t at)
{
    return at < s.len &&
           ((s.ptr[at] >= 'a' && s.ptr[at] <= 'z') || (s.ptr[at] >= 'A' && s.ptr[at] <= 'Z'));
}

/* Without ASCII white space at both ends. */
struct str str_trim_ascii(struct str s);

/* Cuts *REST at the first SEP: returns what stands before it and leaves what stands after it.
   Without a SEP it returns all of *REST and leaves STR_NONE. */
struct str str_cut(struct str *rest, char sep);

/* A copy in KEEP, followed by a NUL byte that does not count. */
struct str str_dup(struct arena *keep, struct str s);
const char *str_c(struct arena *keep, struct str s);

/* Formatted like printf, in KEEP, followed by a NUL byte that does not count. */
struct str str_format(struct arena *keep, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* XXH3 of the bytes: the same on every machine. */
uint64_t str_hash(struct str s);

#endif
