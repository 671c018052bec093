/* SPDX-License-Identifier: MIT */
/* Binary search (二分查找) in lists that are in order. */
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/* Of the elements of LIST from FROM up to TO the first whose key is KEY or more; TO: there is none.
   KEY_AT gives the key of element I; keys rise. Inline, so that KEY_AT is, too. */
static inline size_t first_not_below(const void *list, size_t from, size_t to, uint32_t key,
                                     uint32_t (*key_at)(const void *list, size_t i))
{
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (key_at(list, middle) < key)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

#endif
