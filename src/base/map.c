/* SPDX-License-Identifier: MIT */
#include "base/map.h"

static struct map_slot *map_slot(const struct map *map, struct str key)
{
    size_t i = (size_t)str_hash(key) & (map->cap - 1);
    while (map->slots[i].key.ptr && !str_eq(map->slots[i].key, key))
        i = (i + 1) & (map->cap - 1);
    return &map->slots[i];
}

void *map_get(const struct map *map, struct str key)
{
    return map->cap ? map_slot(map, key)->value : NULL;
}

static void map_grow(struct arena *keep, struct map *map)
{
    struct map wider = {.len = map->len, .cap = map->cap ? map->cap * 2 : 16};
    wider.slots = ARENA_ARRAY(keep, struct map_slot, wider.cap);
    for (size_t i = 0; i < map->cap; i++) {
        if (map->slots[i].key.ptr)
            *map_slot(&wider, map->slots[i].key) = map->slots[i];
    }
    *map = wider;
}

void **map_at(struct arena *keep, struct map *map, struct str key)
{
    if (map->len + 1 > map->cap / 2)
        map_grow(keep, map);
    struct map_slot *slot = map_slot(map, key);
    if (!slot->key.ptr) {
        slot->key = key.ptr ? key : STR("");
        map->len++;
    }
    return &slot->value;
}
