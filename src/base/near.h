/* SPDX-License-Identifier: MIT */
/* "Did you mean …?": the nearest of some words to one that is not known. */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/str.h"

/* Slips from A to B: bytes put in, left out, replaced, or two neighbours swapped (the distance of
   optimal string alignment). Letters of ASCII that differ in case alone, and '-' and '_', are the
   same. SIZE_MAX where either is longer than 64 bytes. */
size_t near_distance(struct str a, struct str b);

/* struct near near = near_to(word); near_try(&near, candidate) … ; near.best */
struct near {
    struct str word;
    struct str best; /* the nearest candidate so far, the first of equals; empty: none is near */
    size_t distance;
};

static inline struct near near_to(struct str word)
{
    return (struct near){.word = word};
}

/* Takes CANDIDATE, which must outlive NEAR, if it is near: at most one slip in three bytes, and no
   more than three. */
void near_try(struct near *near, struct str candidate);

/* " (did you mean 'BEST'?)" to end a message with, in KEEP; empty if none is near. */
struct str near_hint(struct arena *keep, const struct near *near);

#endif
