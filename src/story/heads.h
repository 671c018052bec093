/* SPDX-License-Identifier: MIT */
/* Which headline has which body. */
#ifndef STORY_HEADS_H
#define STORY_HEADS_H

#include "story/bodies.h"

#define BODY_NONE SIZE_MAX
#define HEADS_TOGETHER 128 /* heads that are looked at together */

/* Whether a satellite is a head with more than a byline. */
bool head_has_headline(const struct satellite *satellite);

/* The pairs of characters of a head's kicker, headline and subtitle. */
struct pairs head_words(struct arena *scratch, const struct satellite *satellite);

/*
 * For each satellite of UNITS that is a head, the body that it heads, or BODY_NONE: one
 * maximum-weight assignment of heads to bodies over what they have in common, the lead counted
 * more, and where they stand. A byline without a headline goes with the text after it. SURE
 * receives the evidence for each choice.
 */
size_t *heads_assign(struct arena *scratch, const struct cohesion *cohesion,
                     const struct units *units, const struct bodies *bodies, double *sure);

/*
 * Lets each headline that has no body ask for one: where a text's start answers to it best, and the
 * evidence for a body there and that for the headline outweigh the evidence against. Adds to
 * unit.asked; true if it did, and the bodies should be found once more.
 */
bool heads_ask(const struct cohesion *cohesion, struct units *units, const size_t *body_of);

#endif
