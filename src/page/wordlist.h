/* SPDX-License-Identifier: MIT */
/* Tables of words that a line or a text is held against. */
#ifndef PAGE_WORDLIST_H
#define PAGE_WORDLIST_H

#include "base/str.h"

/* An entry of a table: static const struct str table[] = {WORD("a"), WORD("b")}; */
#define WORD(literal)                  \
    {                                  \
        "" literal, sizeof literal - 1 \
    }

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The entry that S is, starts with or ends with, the first in the table's order, or NULL. */
const struct str *wordlist_find(const struct str *words, size_t count, struct str s);
const struct str *wordlist_start(const struct str *words, size_t count, struct str s);
const struct str *wordlist_end(const struct str *words, size_t count, struct str s);

/* How many of the words S holds. */
size_t wordlist_held(const struct str *words, size_t count, struct str s);

#endif
