/* SPDX-License-Identifier: MIT */
/* data/bigrams.txt as tables, made by data/pack-bigrams.py. */
#ifndef PAGE_BIGRAMS_TABLE_H
#define PAGE_BIGRAMS_TABLE_H

#include <stdint.h>

#define BIGRAM_CHARS 4096

/* The characters, in the order of their codes: a character's place stands for it below. */
extern const uint16_t bigram_chars[BIGRAM_CHARS];

/* For pairs that are not in the table: the association is the sum of both, in tenths of a nat. */
extern const int8_t bigram_out[BIGRAM_CHARS];  /* of a first character */
extern const int8_t bigram_into[BIGRAM_CHARS]; /* of a second one */

/* The pairs by their first characters: those of the I-th from [I] to [I + 1]. The second
   character's place, and below it 4 bits for the level; in the order of places. */
extern const uint32_t bigram_starts[BIGRAM_CHARS + 1];
extern const uint16_t bigram_pairs[];

#endif
