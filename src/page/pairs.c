/* SPDX-License-Identifier: MIT */
#include "page/pairs.h"

#include "base/utf8.h"

#define FIRST_CAP 1024
#define HASH_SHIFT 32 /* the upper bits of the product are those that both characters are in */

static uint32_t hash_of(uint64_t pair)
{
    return (uint32_t)(pair * UINT64_C(0x9e3779b97f4a7c15) >> HASH_SHIFT);
}

/* The slot that holds PAIR, or the free one where it belongs. */
static struct pair_slot *slot_of(const struct pair_counts *counts, uint64_t pair)
{
    uint32_t tag = hash_of(pair);
    size_t mask = 2 * counts->cap - 1, at = tag >> 4 & mask;
    const struct pair_slot *slot = &counts->slots[at];
    while (slot->number && (slot->tag != tag || counts->at[slot->number - 1].pair != pair)) {
        at = (at + 1) & mask;
        slot = &counts->slots[at];
    }
    return &counts->slots[at];
}

static void grow(struct arena *keep, struct pair_counts *counts)
{
    size_t cap = counts->cap ? counts->cap * 2 : FIRST_CAP;
    struct pair_entry *at = ARENA_ROOM(keep, struct pair_entry, cap);
    if (counts->len)
        memcpy(at, counts->at, counts->len * sizeof *at);
    *counts = (struct pair_counts){.at = at,
                                   .slots = ARENA_ARRAY(keep, struct pair_slot, 2 * cap),
                                   .len = counts->len,
                                   .cap = cap};
    for (size_t i = 0; i < counts->len; i++)
        *slot_of(counts, at[i].pair) = (struct pair_slot){hash_of(at[i].pair), (uint32_t)i + 1};
}

uint32_t pairs_number(struct arena *keep, struct pair_counts *counts, uint64_t pair)
{
    if (counts->len == counts->cap)
        grow(keep, counts);
    struct pair_slot *slot = slot_of(counts, pair);
    if (!slot->number) {
        counts->at[counts->len++] = (struct pair_entry){.pair = pair};
        *slot = (struct pair_slot){hash_of(pair), (uint32_t)counts->len};
    }
    return slot->number - 1;
}

void pairs_add(struct arena *keep, struct pair_counts *counts, uint64_t pair, uint32_t group)
{
    uint32_t number = pairs_number(keep, counts, pair);
    pair_entry_count(&counts->at[number], group);
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
    uint32_t number = counts->cap ? slot_of(counts, pair)->number : 0;
    return number ? counts->at[number - 1].groups : 0;
}
