/* SPDX-License-Identifier: MIT */
#include "page/wordlist.h"

/* Words are told apart soonest by their last bytes: the first ones of most characters are alike. */

const struct str *wordlist_find(const struct str *words, size_t count, struct str s)
{
    char last = s.len ? s.ptr[s.len - 1] : '\0';
    for (size_t i = 0; i < count; i++)
        if (words[i].len == s.len && words[i].ptr[s.len - 1] == last && str_eq(s, words[i]))
            return &words[i];
    return NULL;
}

const struct str *wordlist_start(const struct str *words, size_t count, struct str s)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = words[i].len;
        if (len <= s.len && words[i].ptr[len - 1] == s.ptr[len - 1] && str_starts(s, words[i]))
            return &words[i];
    }
    return NULL;
}

const struct str *wordlist_end(const struct str *words, size_t count, struct str s)
{
    char last = s.len ? s.ptr[s.len - 1] : '\0';
    for (size_t i = 0; i < count; i++)
        if (words[i].ptr[words[i].len - 1] == last && str_ends(s, words[i]))
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
