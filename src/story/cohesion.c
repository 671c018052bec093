/* SPDX-License-Identifier: MIT */
#include "story/cohesion.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "page/pairs.h"

struct cohesion {
    struct pair_counts counts; /* in how many blocks */
    double blocks;
};

static int compare_pairs(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

struct pairs pairs_of(struct arena *scratch, struct str text)
{
    struct pairs pairs = {0};
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES;
         c = utf8_next(text, c)) {
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

const struct cohesion *cohesion_of(struct arena *scratch, const struct page *page)
{
    struct cohesion *cohesion = ARENA_NEW(scratch, struct cohesion);
    for (size_t i = 0; i < page->blocks.len; i++)
        pairs_count(scratch, &cohesion->counts, page->blocks.at[i].text, (uint32_t)i + 1);
    cohesion->blocks = (double)page->blocks.len;
    return cohesion;
}

size_t cohesion_blocks_with(const struct cohesion *cohesion, uint32_t first, uint32_t second)
{
    return pairs_groups(&cohesion->counts, pair_of(first, second));
}

/* ---- likeness */

static double weight_of(const struct cohesion *cohesion, uint64_t pair)
{
    double blocks = (double)pairs_groups(&cohesion->counts, pair);
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
