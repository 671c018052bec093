/* SPDX-License-Identifier: MIT */
#include "archive/likeness.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

static void add_pairs(struct arena *keep, struct pairs *pairs, struct str text)
{
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        uint32_t code = utf8_is_han(c.code) ? c.code : 0;
        if (before && code)
            vec_push(keep, pairs, (uint64_t)before << 32 | code);
        before = code;
    }
}

static int by_code(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

struct pairs story_pairs(struct arena *keep, const struct story *story)
{
    struct pairs pairs = {0};
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (story->blocks.at[i].role != ROLE_NOTICE)
            add_pairs(keep, &pairs, story->blocks.at[i].text);
    }
    if (pairs.len)
        qsort(pairs.at, pairs.len, sizeof *pairs.at, by_code);
    size_t len = 0;
    for (size_t i = 0; i < pairs.len; i++) {
        if (len == 0 || pairs.at[len - 1] != pairs.at[i])
            pairs.at[len++] = pairs.at[i];
    }
    pairs.len = len;
    return pairs;
}

double pairs_likeness(const struct pairs *a, const struct pairs *b)
{
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < a->len && k < b->len;) {
        bool same = a->at[i] == b->at[k];
        bool first = a->at[i] < b->at[k];
        shared += same;
        i += same || first;
        k += same || !first;
    }
    return shared ? (double)shared / sqrt((double)a->len * (double)b->len) : 0;
}
