/* SPDX-License-Identifier: MIT */
#include "page/wordlist.h"

const struct str *wordlist_find(const struct str *words, size_t count, struct str s)
{
    for (size_t i = 0; i < count; i++)
        if (words[i].len == s.len && str_starts(s, words[i]))
            return &words[i];
    return NULL;
}

const struct str *wordlist_start(const struct str *words, size_t count, struct str s)
{
    for (size_t i = 0; i < count; i++)
        if (str_starts(s, words[i]))
            return &words[i];
    return NULL;
}

const struct str *wordlist_end(const struct str *words, size_t count, struct str s)
{
    for (size_t i = 0; i < count; i++)
        if (str_ends(s, words[i]))
            return &words[i];
    return NULL;
}

size_t wordlist_held(const struct str *words, size_t count, struct str s)
{
    size_t held = 0;
    for (size_t i = 0; i < count; i++)
        held += str_has(s, words[i]);
    return held;
}
