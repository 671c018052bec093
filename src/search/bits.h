/* SPDX-License-Identifier: MIT */
/*
 * Numbers written bit by bit, and the bits as characters that a script's string holds as they are:
 * 13 bits are two of 91 characters (as in basE91), highest bits first.
 */
#ifndef SEARCH_BITS_H
#define SEARCH_BITS_H

#include "base/buf.h"

struct bits {
    struct buf *out;
    uint64_t held; /* bits that are not out yet … */
    unsigned len;  /* … and how many */
};

/* The COUNT low bits of VALUE; COUNT is at most 32. */
void bits_put(struct bits *bits, uint32_t value, unsigned count);

/* VALUE from 1 on, in Elias's gamma code: as many 0 as its binary digits less one, and these. */
void bits_gamma(struct bits *bits, uint32_t value);

/* VALUE in Rice's code: VALUE >> SHIFT times 1, a 0, and the SHIFT low bits. */
void bits_rice(struct bits *bits, uint32_t value, unsigned shift);

/* Fills the last character up with 0 and puts it out. */
void bits_end(struct bits *bits);

/* The shift with which COUNT numbers below RANGE that rise are shortest, each told by what it is
   more than the one before. Scripts count the same. */
unsigned rice_shift(uint32_t count, uint32_t range);

#endif
