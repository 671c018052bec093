/* SPDX-License-Identifier: MIT */
#include "base/vec.h"

void *vec_room(struct arena *arena, void *at, size_t len, size_t *cap, size_t size)
{
    enum { FIRST_BYTES = 80, FEWEST = 1, MOST = 8 };
    if (len < *cap)
        return at;
    size_t old = *cap, first = FIRST_BYTES / size;
    if (old)
        *cap = old * 2;
    else
        *cap = first < FEWEST ? FEWEST : first > MOST ? MOST : first;
    return arena_grow(arena, at, old, *cap, size);
}
