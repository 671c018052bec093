/* SPDX-License-Identifier: MIT */
/* data/variants.tsv as a table, made by data/pack-variants.py. */
#ifndef PAGE_VARIANTS_TABLE_H
#define PAGE_VARIANTS_TABLE_H

#include <stdint.h>

#define VARIANTS_FIRST 0x4e00
#define VARIANTS_LAST 0x9fff

/* The Simplified form of each character, or 0: it is its own. */
extern const uint16_t variants_table[VARIANTS_LAST - VARIANTS_FIRST + 1];

#endif
