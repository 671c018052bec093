/* SPDX-License-Identifier: MIT */
/* A hash table from slices to pointers, in an arena. It has no order: whoever needs one keeps a
 * list. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_slot {
    struct str key; /* borrowed; ptr NULL: the slot is free */
    void *value;
};

struct map {
    struct map_slot *slots; /* open addressing, linear probing */
    size_t len, cap;        /* cap is a power of two, or 0 */
};

/* The value of KEY, or NULL. */
void *map_get(const struct map *map, struct str key);

/* Where the value of KEY is kept, made with value NULL if it is new. KEY must outlive the map.
   The address is good until the next map_at. */
void **map_at(struct arena *keep, struct map *map, struct str key);

#endif
