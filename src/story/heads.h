/* SPDX-License-Identifier: MIT */
/* Which headline has which body. */
#ifndef STORY_HEADS_H
#define STORY_HEADS_H

#include "story/bodies.h"

#define BODY_NONE SIZE_MAX

/*
 * For each satellite of UNITS that is a head, the body that it heads, or BODY_NONE: one
 * maximum-weight assignment of heads to bodies over what they have in common, the lead counted
 * more, and where they stand. A byline without a headline goes with the text after it. SURE
 * receives the evidence for each choice.
 */
size_t *heads_assign(struct arena *scratch, const struct cohesion *cohesion,
                     const struct units *units, const struct bodies *bodies, double *sure);

#endif
