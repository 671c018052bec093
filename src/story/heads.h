/* SPDX-License-Identifier: MIT */
/* Which body each head on the page belongs to. */
#ifndef STORY_HEADS_H
#define STORY_HEADS_H

#include "story/bodies.h"

#define BODY_NONE SIZE_MAX

/* A choice for each of the page's satellites. */
struct heads {
    size_t *body; /* that it heads, or BODY_NONE; for those that are no heads too */
    bool *kicker; /* it is the kicker over the headline of the same body */
};

/*
 * Headlines have been chosen with the bodies' first passages (links.h). One that was not, and that
 * stands right above a body without one, is its headline; one right above another headline is its
 * kicker. A byline without a headline goes with the text that it stands before. The result lives in
 * SCRATCH.
 */
struct heads heads_assign(struct arena *scratch, const struct page *page, const struct units *units,
                          const struct bodies *bodies);

#endif
