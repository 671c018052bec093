/* SPDX-License-Identifier: MIT */
/* data/lexicon.txt as tables, made by data/pack-lexicon.py. */
#ifndef PAGE_LEXICON_TABLE_H
#define PAGE_LEXICON_TABLE_H

#include <stdint.h>

#define LEXICON_BITS 18
#define LEXICON_SLOTS (1u << LEXICON_BITS)
#define LEXICON_FIRST 0x4e00 /* characters are counted from here, from 1 */
#define LEXICON_CHARS 0x5200 /* … so many */
#define LEXICON_CHAR_BITS 15

/* A hash table with open addressing. A word of 1 to 4 characters, 15 bits each, and below it 4
 * bits: its level + 1. 0: free. */
extern const uint64_t lexicon_table[LEXICON_SLOTS];

/* A bit for each pair of characters that stand side by side in a word, by a hash, so that others
 * may have one too: where it is 0 no word holds the pair. */
#define LEXICON_PAIR_BITS 20
#define LEXICON_PAIR_WORDS (1u << (LEXICON_PAIR_BITS - 6))
extern const uint64_t lexicon_pairs[LEXICON_PAIR_WORDS];

/* How often each character begins a word, goes on with one and ends one: 8 times the logarithm. */
extern const unsigned char lexicon_begins[LEXICON_CHARS];
extern const unsigned char lexicon_goes_on[LEXICON_CHARS];
extern const unsigned char lexicon_ends[LEXICON_CHARS];

#endif
