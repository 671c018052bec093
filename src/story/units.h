/* SPDX-License-Identifier: MIT */
/* A page's texts in one row, block by block, and what stands around each on the page. */
#ifndef STORY_UNITS_H
#define STORY_UNITS_H

#include "story/fragments.h"
#include "story/parts.h"

#define UNIT_NONE SIZE_MAX

/* A block of a text or a picture, in the order of reading. */
struct unit {
    const struct block *block;
    bool opens;  /* the first of its fragment */
    size_t head; /* the block that is its fragment's headline, or HEAD_NONE */
    bool photo;  /* a caption or its credit */
    double sure; /* of its fragment, in nats */
    size_t body; /* the body that it is in: bodies.h */
};

/* A fragment that is no text, and the units that stand next to it on the page. */
struct satellite {
    const struct blocks *fragment;
    enum part part;
    bool headline;        /* a head with more than a byline */
    bool byline;          /* a head with one */
    size_t before, after; /* units, or UNIT_NONE */
    bool at_start;        /* the unit after it begins there: it does not merely go on there */
};

struct satellites VEC_OF(struct satellite);

struct units {
    struct unit *at;
    size_t len, cap;
    struct satellites satellites; /* in the page's order */
};

/* Lives in SCRATCH and borrows FRAGMENTS. */
struct units units_of(struct arena *scratch, const struct fragments *fragments);

#endif
