/* SPDX-License-Identifier: MIT */
/* Units → bodies: where one story's text ends and the next begins. */
#ifndef STORY_BODIES_H
#define STORY_BODIES_H

#include "story/units.h"

/* The text of one story, or a picture with its caption. */
struct body {
    size_t first, last; /* of its units; pictures may stand between them */
    bool photo;
    double sure; /* evidence for the boundary before it, in nats */
};

struct bodies VEC_OF(struct body);

/*
 * Cuts the row of UNITS into bodies and sets unit.body and unit.sure. Between any two texts
 * evidence for a boundary adds up: a headline, a report's start, a signature, another column width,
 * little in common (as in TextTiling, Hearst 1997, with weighted pairs of characters for words).
 * Pictures are bodies of their own and part nothing. The result lives in SCRATCH.
 */
struct bodies bodies_find(struct arena *scratch, struct units *units);

#endif
