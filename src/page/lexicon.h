/* SPDX-License-Identifier: MIT */
/*
 * A dictionary of Chinese words with their frequencies (data/lexicon.txt), and what it says of a
 * place where a text was cut.
 */
#ifndef PAGE_LEXICON_H
#define PAGE_LEXICON_H

#include "base/str.h"

#include <stdbool.h>

/* How many Han characters on each side of a cut count, and how many a word has at most. */
#define LEXICON_SIDE 6
#define LEXICON_WORD 4

/* The Han characters that a text begins or ends with, at most LEXICON_SIDE, in the text's order. */
struct han_run {
    uint32_t at[LEXICON_SIDE];
    size_t len;
    double cost[LEXICON_SIDE + 1]; /* of the likeliest words that make up its first 0, 1 … LEN
                                      characters: negative logarithms */
    unsigned char level[LEXICON_SIDE][LEXICON_WORD]; /* of the word of 1, 2 … characters that ends
                                                        with each */
};

struct han_run han_run_first(struct str text);
struct han_run han_run_last(struct str text);

/* What a cut looks like. */
struct lexicon_seam {
    double gain;      /* lexicon_gain() */
    double roughness; /* how unlikely the characters on both sides are as words, in nats a
                         character: high where the cut joins what is no word. 0 where a side has no
                         Han character */
};

struct lexicon_seam lexicon_seam_of(const struct han_run *before, const struct han_run *after);

/*
 * By how much, in nats, the likeliest words across the cut between BEFORE and AFTER are likelier
 * than those of the two apart: above 0 where the cut split a word. Words are taken to be
 * independent of each other (unigram segmentation). 0 where a side has no Han character.
 */
double lexicon_gain(const struct han_run *before, const struct han_run *after);

/* Whether a line's end between two Han characters, of BEFORE and AFTER, has surely cut a word:
 * 传|言. */
bool lexicon_cuts_word(struct str before, struct str after);

/* How often a word of up to 4 characters stands in the corpus: the logarithm, and 1 more; 0: it is
   in no dictionary. */
unsigned lexicon_level(const uint32_t *chars, size_t len);

/* Cuts LEN Han characters, at most LEXICON_CUT, into the likeliest words: BEGINS[i] becomes whether
   one begins with character I. */
#define LEXICON_CUT 64
void lexicon_cut(const uint32_t *chars, size_t len, bool *begins);

/* How much likelier the character is to begin a word than to go on with one, in nats. */
double lexicon_initial(uint32_t code);

/* How rare a character is, and two side by side, as a word or as the end of one and the start of
   the next: negative logarithms of how much of a text they are. */
double lexicon_rarity_of_char(uint32_t code);
double lexicon_rarity_of_pair(uint32_t first, uint32_t second);

#endif
