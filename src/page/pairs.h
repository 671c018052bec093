/* SPDX-License-Identifier: MIT */
/* Pairs of neighbouring Han characters, counted: they stand for words well enough, without a
   dictionary. */
#ifndef PAGE_PAIRS_H
#define PAGE_PAIRS_H

#include "base/str.h"

/* A pair that was counted. */
struct pair_entry {
    uint64_t pair;
    uint32_t groups; /* that it was in */
    uint32_t last;   /* the group that counted it last; 0: none yet */
};

/* A place of the table. Most others are told apart by the tag, without a look at their pairs. */
struct pair_slot {
    uint32_t tag;    /* bits of the pair's hash */
    uint32_t number; /* from 1; 0: the slot is free */
};

/* Pairs have numbers, from 0 on in the order in which they were seen first. */
struct pair_counts {
    struct pair_entry *at;   /* by number */
    struct pair_slot *slots; /* open addressing, linear probing */
    size_t len, cap;         /* of at; there are twice as many slots, a power of two, or 0 */
};

static inline uint64_t pair_of(uint32_t first, uint32_t second)
{
    return (uint64_t)first << 32 | second;
}

/* Counts the pairs of TEXT. A pair counts once for all texts of one GROUP that are added in a row;
   groups count from 1. Of a long text only the first PAIRS_MAX_BYTES are read. */
#define PAIRS_MAX_BYTES 6000
void pairs_count(struct arena *keep, struct pair_counts *counts, struct str text, uint32_t group);

/* Counts a pair that has a number in a GROUP. */
static inline void pair_entry_count(struct pair_entry *entry, uint32_t group)
{
    entry->groups += entry->last != group;
    entry->last = group;
}

/* Counts one pair, or any other key, likewise. */
void pairs_add(struct arena *keep, struct pair_counts *counts, uint64_t pair, uint32_t group);

/* The number of a pair, which is given one if it has none. */
uint32_t pairs_number(struct arena *keep, struct pair_counts *counts, uint64_t pair);

/* In how many groups a pair was. */
uint32_t pairs_groups(const struct pair_counts *counts, uint64_t pair);

#endif
