/* SPDX-License-Identifier: MIT */
/*
 * How much two texts of a page speak of the same things: the pairs of characters that they share,
 * the rarer on the page the weightier (inverse document frequency, a block being a document).
 */
#ifndef STORY_COHESION_H
#define STORY_COHESION_H

#include "page/page.h"

struct cohesion;

/* A pair of Han characters of a text. */
struct pair {
    uint32_t number; /* pairs.h */
    float count;     /* how often it stands in the text */
    double weight;
};

/* The pairs of a text, each once, and their weights. */
struct pairs {
    struct pair *at;     /* rising */
    uint32_t len, count; /* different ones; all */
    double weight;       /* of all */
    const struct cohesion *page;
};

/* Counts in how many of the page's blocks each pair stands; the blocks' texts must stay. Lives in
   SCRATCH, and takes more of it while texts are read: SCRATCH must not be reset before all is done.
   Of one thread. */
const struct cohesion *cohesion_of(struct arena *scratch, const struct page *page);

/* The pairs of a text. Of a long one only the start is read. */
struct pairs pairs_of(struct arena *scratch, const struct cohesion *cohesion, struct str text);

/* Those of a block, and its single characters. A block of the page that was counted is read but
   once, whoever asks, and what is read of it lives as long as COHESION; that of another, in
   SCRATCH. */
struct pairs pairs_of_block(struct arena *scratch, const struct cohesion *cohesion,
                            const struct block *block);
struct pairs chars_of_block(struct arena *scratch, const struct cohesion *cohesion,
                            const struct block *block);

/* The places that it names, whichever they are: two characters and 县, 镇, 村 or the like. Each
   weighs 1. */
struct pairs places_of(struct arena *scratch, const struct cohesion *cohesion, struct str text);

/* Whether it names one. */
bool names_place(struct str text);

/* The weight of the pairs that two texts share. */
double pairs_shared(const struct pairs *a, const struct pairs *b);

/* The pairs of A and of B, which are of one page. */
struct pairs pairs_union(struct arena *scratch, const struct pairs *a, const struct pairs *b);

/* 0: nothing in common, 1: the same pairs. */
double pairs_common(const struct pairs *a, const struct pairs *b);

/* Which part of A's weight B holds too, 0 to 1. */
double pairs_covered(const struct pairs *a, const struct pairs *b);

/* How much likelier A's pairs are in a text that speaks like B than in any other, in nats: a
   mixture of B's words and the language's (query likelihood, Ponte and Croft 1998). */
double pairs_told(const struct pairs *a, const struct pairs *b);

/* Which part of all text in the language a pair or character is, by its number in one of pairs_of()
   or chars_of_block(). */
double cohesion_share(const struct cohesion *cohesion, uint32_t number);

/* How much pairs weigh in a text, by their numbers, so that many others can be held against it. */
struct weights {
    double *at; /* 0: the pair is not in the text */
};

/* Room for every pair that a text of the page had so far; all are 0. Lives in SCRATCH. */
struct weights weights_room(struct arena *scratch, const struct cohesion *cohesion);

/* Spreads out the pairs of a text, and takes them away again. */
void weights_add(struct weights *weights, const struct pairs *pairs);
void weights_remove(struct weights *weights, const struct pairs *pairs);

/* pairs_common() of A, whose WEIGHTS they are, and B. */
double weights_common(const struct weights *weights, const struct pairs *a, const struct pairs *b);

/* In how many blocks the characters FIRST and SECOND stand side by side. */
size_t cohesion_blocks_with(const struct cohesion *cohesion, uint32_t first, uint32_t second);

#endif
