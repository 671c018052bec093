/* SPDX-License-Identifier: MIT */
/*
 * How alike two stories are by their words, without knowing what a word is: pairs of Han characters
 * that stand side by side, as is usual for Chinese text.
 */
#ifndef ARCHIVE_LIKENESS_H
#define ARCHIVE_LIKENESS_H

#include "story/story.h"

/* The pairs of a story, each once, in rising order. */
struct pairs VEC_OF(uint64_t);

/* The pairs of all of STORY but its jump notices, in KEEP. */
struct pairs story_pairs(struct arena *keep, const struct story *story);

/* The cosine of two sets of pairs, 0 to 1: what they share, by the mean of their sizes, so that a
   long text is not like everything. */
double pairs_likeness(const struct pairs *a, const struct pairs *b);

#endif
