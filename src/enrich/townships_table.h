/* SPDX-License-Identifier: MIT */
/* data/townships.tsv and former-townships.tsv as tables in C, made by data/pack-townships.py. */
#ifndef ENRICH_TOWNSHIPS_TABLE_H
#define ENRICH_TOWNSHIPS_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* A name of a township, and the counties that have one of that name. */
struct township_row {
    uint32_t text : 24;  /* where it begins in townships_text */
    uint32_t former : 7; /* how many counties had one, after those that have … */
    uint32_t renamed : 1; /* none is called so today, but a town (镇) for a township (乡) or back */
    uint16_t counties;    /* … the first in townships_counties … */
    uint8_t len;          /* … and how many */
    uint8_t bytes;        /* of the name */
};

/* By their first two characters; of those that share them the longest stand first. */
extern const struct township_row townships_rows[];
extern const size_t townships_len;

extern const unsigned char townships_text[];
extern const uint16_t townships_counties[]; /* places among the gazetteer's counties */

/* Where the names with the same first two characters begin, from 1; 0: the slot is free. Open
   addressing, linear probing. */
#define TOWNSHIPS_BITS 16
extern const uint16_t townships_slots[1 << TOWNSHIPS_BITS];

/* A bit for each hash of the first three characters of names, and of the first two, with which
   their short forms begin: most of a text begins none. */
#define TOWNSHIPS_FILTER_BITS 19
extern const unsigned char townships_heads[1 << TOWNSHIPS_FILTER_BITS >> 3];
extern const unsigned char townships_pairs[1 << TOWNSHIPS_FILTER_BITS >> 3];

#endif
