/* SPDX-License-Identifier: MIT */
/*
 * An inverted index of pairs of characters (bigrams, 二元组): for every two letters that follow
 * each other in a text, and every letter that ends a word, the texts that have them. A word is
 * found in the texts that have all its pairs; one of two letters in these and no others.
 */
#ifndef SEARCH_GRAMS_H
#define SEARCH_GRAMS_H

#include "base/arena.h"
#include "base/vec.h"
#include "search/fold.h"
#include "search/postings.h"

enum { GRAM_END = ' ' }; /* in the place of the second letter: a word ends */

enum { GRAM_DENSE = 3 }; /* so often or more is POSTING_DENSE */

struct gram;

struct grams {
    struct arena *keep;
    const struct fold *fold;
    struct gram *at;
    size_t len, cap;
    uint32_t *slots; /* place in AT + 1, by the pair; 0: open */
    unsigned bits;   /* there are 2^bits slots */
};

struct grams grams_new(struct arena *keep, const struct fold *fold);

/* Adds TEXT of document DOC, or its headline. Documents come in rising order. Pairs do not go over
   the end of a line. */
void grams_add(struct grams *grams, uint32_t doc, struct str text, bool headline);

/* Sorts them, when all is added. */
void grams_sort(struct grams *grams);

/* The letters of one, as postings_pair() has them. */
uint64_t gram_pair(const struct grams *grams, size_t i);

/* One of them; the bytes are in ROOM, which it empties before. */
struct postings gram_postings(const struct grams *grams, size_t i, struct buf *room);

#endif
