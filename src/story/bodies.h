/* SPDX-License-Identifier: MIT */
/* Units → bodies: where one story's text ends and the next begins. */
#ifndef STORY_BODIES_H
#define STORY_BODIES_H

#include "story/cohesion.h"
#include "story/units.h"

/* The text of one story, or a picture with its caption. */
struct body {
    size_t first, last; /* of its units; pictures may stand between them */
    bool photo;
    double sure; /* evidence for the boundary before it, in nats */
};

struct bodies VEC_OF(struct body);

/*
 * Cuts the row of UNITS into bodies and sets unit.body. Between any two units evidence for a
 * boundary adds up: a headline, a report's start, a signature, another column width, little in
 * common (TextTiling, Hearst 1997, with IDF-weighted character pairs); there is one where the sum
 * is above 0. Pictures are bodies of their own and part nothing.
 */
struct bodies bodies_find(struct arena *scratch, const struct cohesion *cohesion,
                          struct units *units);

#endif
