/* SPDX-License-Identifier: MIT */
/* Which headline has which body. */
#ifndef STORY_HEADS_H
#define STORY_HEADS_H

#include "story/bodies.h"

#define BODY_NONE SIZE_MAX

/* A choice for each of the page's satellites. */
struct heads {
    size_t *body; /* that it heads, or BODY_NONE; for those that are no heads too */
    double *sure; /* evidence for that in nats; 0 for bylines alone */
};

/*
 * One maximum-weight assignment of headlines to bodies (pairing.h), once as if the page's headlines
 * stood before their bodies and once as if after; the better counts. A byline without a headline
 * goes with the text that it stands before. Pages of more than HEADS_TOGETHER headlines are taken
 * in runs, so that time stays linear. The result lives in SCRATCH.
 */
#define HEADS_TOGETHER 64
struct heads heads_assign(struct arena *scratch, const struct units *units,
                          const struct bodies *bodies);

/*
 * Lets each headline that has no body ask for one: where a text's start answers to it best, and the
 * evidence for a body there and that for the headline outweigh the evidence against. Adds to
 * unit.asked; true if it did, and the bodies should be found once more.
 */
bool heads_ask(const struct heads *heads, struct units *units);

#endif
