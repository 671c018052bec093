/* SPDX-License-Identifier: MIT */
/* Units → bodies: which units are the text of one story. */
#ifndef STORY_BODIES_H
#define STORY_BODIES_H

#include "story/units.h"

/* The text of one story, or a picture with its caption. */
struct body {
    size_t first, last; /* of its units */
    bool photo;
    size_t head; /* the block that is its headline, or HEAD_NONE */
    double sure; /* evidence for its bounds, in nats */
};

struct bodies VEC_OF(struct body);

/* Each fragment of text is a body, each caption with its credit too. Sets unit.body. The result
   lives in SCRATCH. */
struct bodies bodies_find(struct arena *scratch, struct units *units);

#endif
