/* SPDX-License-Identifier: MIT */
#include "page/pairs.h"

#include "base/utf8.h"

#define FIRST_CAP 1024

struct pair_slot {
    uint64_t pair; /* 0: the slot is free */
    uint32_t groups;
    uint32_t last; /* the group that counted it last */
};

static struct pair_slot *slot_of(struct pair_slot *slots, size_t cap, uint64_t pair)
{
    size_t at = (size_t)(pair * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (cap - 1);
    while (slots[at].pair && slots[at].pair != pair)
        at = (at + 1) & (cap - 1);
    return &slots[at];
}

static void grow(struct arena *keep, struct pair_counts *counts)
{
    size_t cap = counts->cap ? counts->cap * 2 : FIRST_CAP;
    struct pair_slot *slots = ARENA_ARRAY(keep, struct pair_slot, cap);
    for (size_t i = 0; i < counts->cap; i++)
        if (counts->slots[i].pair)
            *slot_of(slots, cap, counts->slots[i].pair) = counts->slots[i];
    counts->slots = slots;
    counts->cap = cap;
}

void pairs_add(struct arena *keep, struct pair_counts *counts, uint64_t pair, uint32_t group)
{
    if (counts->len * 2 >= counts->cap)
        grow(keep, counts);
    struct pair_slot *slot = slot_of(counts->slots, counts->cap, pair);
    counts->len += !slot->pair;
    slot->pair = pair;
    slot->groups += slot->last != group;
    slot->last = group;
}

void pairs_count(struct arena *keep, struct pair_counts *counts, struct str text, uint32_t group)
{
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES;
         c = utf8_next(text, c)) {
        if (utf8_is_han(before) && utf8_is_han(c.code))
            pairs_add(keep, counts, pair_of(before, c.code), group);
        before = c.code;
    }
}

uint32_t pairs_groups(const struct pair_counts *counts, uint64_t pair)
{
    return counts->cap ? slot_of(counts->slots, counts->cap, pair)->groups : 0;
}
