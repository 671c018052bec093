/* SPDX-License-Identifier: MIT */
/* The texts of a page in a row, pictures left out, and the boundary before each. */
#ifndef STORY_TEXTS_H
#define STORY_TEXTS_H

#include "story/boundary.h"

struct texts {
    size_t *unit;        /* of each text: its index among the units */
    struct boundary *at; /* before each text; the first has none */
    size_t len;
};

/* Lives in SCRATCH and borrows UNITS. */
struct texts texts_of(struct arena *scratch, const struct units *units);

#endif
