/* SPDX-License-Identifier: MIT */
/*
 * How much two texts of a page speak of the same things: the characters in pairs (bigrams) that
 * they share, the rarer on the page the weightier (inverse document frequency). Character pairs
 * need no dictionary and stand for words well enough in Chinese.
 */
#ifndef STORY_COHESION_H
#define STORY_COHESION_H

#include "page/page.h"

/* The pairs of characters of a text, each once, in rising order. */
struct pairs {
    uint64_t *at;
    size_t len, cap;
};

struct cohesion;

/* Counts in how many of the page's blocks each pair stands. Lives in SCRATCH. */
const struct cohesion *cohesion_of(struct arena *scratch, const struct page *page);

/* The pairs of Han characters of a text. Of a long one only the start is read. */
struct pairs pairs_of(struct arena *scratch, struct str text);

/* Adds the pairs of B to A. */
struct pairs pairs_union(struct arena *scratch, const struct pairs *a, const struct pairs *b);

/* 0: nothing in common, 1: the same pairs. */
double cohesion_between(const struct cohesion *cohesion, const struct pairs *a,
                        const struct pairs *b);

/* Which part of A's weight B holds too, 0 to 1: how well a text answers to a headline. */
double cohesion_covered(const struct cohesion *cohesion, const struct pairs *a,
                        const struct pairs *b);

/* In how many blocks the characters FIRST and SECOND stand side by side. */
size_t cohesion_blocks_with(const struct cohesion *cohesion, uint32_t first, uint32_t second);

#endif
