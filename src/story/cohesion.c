/* SPDX-License-Identifier: MIT */
#include "story/cohesion.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"

#define TEXT_MAX_BYTES 6000 /* of a text that are read */

struct count {
    uint64_t pair; /* 0: the slot is free */
    uint32_t blocks;
    uint32_t last; /* the block that counted it last, from 1 */
};

struct cohesion {
    struct count *slots; /* open addressing, linear probing */
    size_t cap, len;     /* cap is a power of two */
    double blocks;
};

static uint64_t pair_of(uint32_t first, uint32_t second)
{
    return (uint64_t)first << 32 | second;
}

static int compare_pairs(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

struct pairs pairs_of(struct arena *scratch, struct str text)
{
    struct pairs pairs = {0};
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(text); c.len && c.at < TEXT_MAX_BYTES; c = utf8_next(text, c)) {
        if (utf8_is_han(before) && utf8_is_han(c.code))
            vec_push(scratch, &pairs, pair_of(before, c.code));
        before = c.code;
    }
    if (pairs.len)
        qsort(pairs.at, pairs.len, sizeof *pairs.at, compare_pairs);
    size_t len = 0;
    for (size_t i = 0; i < pairs.len; i++)
        if (!len || pairs.at[len - 1] != pairs.at[i])
            pairs.at[len++] = pairs.at[i];
    pairs.len = len;
    return pairs;
}

struct pairs pairs_union(struct arena *scratch, const struct pairs *a, const struct pairs *b)
{
    struct pairs both = {0};
    for (size_t i = 0, k = 0; i < a->len || k < b->len;) {
        uint64_t next = k == b->len || (i < a->len && a->at[i] < b->at[k]) ? a->at[i] : b->at[k];
        i += i < a->len && a->at[i] == next;
        k += k < b->len && b->at[k] == next;
        vec_push(scratch, &both, next);
    }
    return both;
}

/* ---- counts */

static struct count *slot_of(struct count *slots, size_t cap, uint64_t pair)
{
    size_t at = (size_t)(pair * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (cap - 1);
    while (slots[at].pair && slots[at].pair != pair)
        at = (at + 1) & (cap - 1);
    return &slots[at];
}

static void grow(struct arena *scratch, struct cohesion *cohesion)
{
    size_t cap = cohesion->cap ? cohesion->cap * 2 : 4096;
    struct count *slots = ARENA_ARRAY(scratch, struct count, cap);
    for (size_t i = 0; i < cohesion->cap; i++)
        if (cohesion->slots[i].pair)
            *slot_of(slots, cap, cohesion->slots[i].pair) = cohesion->slots[i];
    cohesion->slots = slots;
    cohesion->cap = cap;
}

static void count_pair(struct arena *scratch, struct cohesion *cohesion, uint64_t pair,
                       uint32_t block)
{
    if (cohesion->len * 2 >= cohesion->cap)
        grow(scratch, cohesion);
    struct count *count = slot_of(cohesion->slots, cohesion->cap, pair);
    cohesion->len += !count->pair;
    count->pair = pair;
    count->blocks += count->last != block;
    count->last = block;
}

const struct cohesion *cohesion_of(struct arena *scratch, const struct page *page)
{
    struct cohesion *cohesion = ARENA_NEW(scratch, struct cohesion);
    for (size_t i = 0; i < page->blocks.len; i++) {
        struct str text = page->blocks.at[i].text;
        uint32_t before = 0;
        for (struct utf8 c = utf8_first(text); c.len && c.at < TEXT_MAX_BYTES;
             c = utf8_next(text, c)) {
            if (utf8_is_han(before) && utf8_is_han(c.code))
                count_pair(scratch, cohesion, pair_of(before, c.code), (uint32_t)i + 1);
            before = c.code;
        }
    }
    cohesion->blocks = (double)page->blocks.len;
    return cohesion;
}

static size_t blocks_with(const struct cohesion *cohesion, uint64_t pair)
{
    return cohesion->cap ? slot_of(cohesion->slots, cohesion->cap, pair)->blocks : 0;
}

size_t cohesion_blocks_with(const struct cohesion *cohesion, uint32_t first, uint32_t second)
{
    return blocks_with(cohesion, pair_of(first, second));
}

/* ---- likeness */

static double weight_of(const struct cohesion *cohesion, uint64_t pair)
{
    double blocks = (double)blocks_with(cohesion, pair);
    return log((cohesion->blocks + 1.0) / (blocks + 0.5));
}

static double weight_sum(const struct cohesion *cohesion, const struct pairs *pairs)
{
    double sum = 0.0;
    for (size_t i = 0; i < pairs->len; i++)
        sum += weight_of(cohesion, pairs->at[i]);
    return sum;
}

static double weight_shared(const struct cohesion *cohesion, const struct pairs *a,
                            const struct pairs *b)
{
    double sum = 0.0;
    for (size_t i = 0, k = 0; i < a->len && k < b->len;) {
        if (a->at[i] == b->at[k]) {
            sum += weight_of(cohesion, a->at[i]);
            i++, k++;
        } else if (a->at[i] < b->at[k]) {
            i++;
        } else {
            k++;
        }
    }
    return sum;
}

double cohesion_between(const struct cohesion *cohesion, const struct pairs *a,
                        const struct pairs *b)
{
    double norm = sqrt(weight_sum(cohesion, a) * weight_sum(cohesion, b));
    return norm > 0.0 ? weight_shared(cohesion, a, b) / norm : 0.0;
}

double cohesion_covered(const struct cohesion *cohesion, const struct pairs *a,
                        const struct pairs *b)
{
    double sum = weight_sum(cohesion, a);
    return sum > 0.0 ? weight_shared(cohesion, a, b) / sum : 0.0;
}
