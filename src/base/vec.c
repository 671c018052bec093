/* SPDX-License-Identifier: MIT */
#include "base/vec.h"

#include <string.h>

void *vec_room(struct arena *arena, void *at, size_t len, size_t *cap, size_t size)
{
    if (len < *cap)
        return at;
    *cap = *cap ? *cap * 2 : 8;
    void *wider = arena_array(arena, *cap, size);
    if (len)
        memcpy(wider, at, len * size);
    return wider;
}
