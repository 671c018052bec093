/* SPDX-License-Identifier: MIT */
/*
 * How characters like to follow each other, inside words and across their borders
 * (data/bigrams.txt): what a dictionary does not know of a place where a text was cut.
 */
#ifndef PAGE_BIGRAMS_H
#define PAGE_BIGRAMS_H

#include <stdint.h>

/*
 * How much more often SECOND stands right after FIRST than it stands anywhere, in nats: their
 * pointwise mutual information. 0 where one is not in the table, as digits and rare characters are.
 */
double bigram_association(uint32_t first, uint32_t second);

#endif
