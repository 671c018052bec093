/* SPDX-License-Identifier: MIT */
/* Which body each head on the page belongs to. */
#ifndef STORY_HEADS_H
#define STORY_HEADS_H

#include "story/bodies.h"

#define BODY_NONE SIZE_MAX

/* What a head is to its body. */
enum rank_of_head { HEAD_FIRST, HEAD_KICKER, HEAD_SUBTITLE };

/* A choice for each of the page's satellites. */
struct heads {
    size_t *body; /* that it heads, or BODY_NONE; for those that are no heads too */
    enum rank_of_head *rank;
};

/*
 * Headlines have been chosen with the bodies' first passages (links.h). One that was not, and that
 * stands right above a body without one, is its headline; one right above or below another headline
 * is its kicker or subtitle. A byline without a headline goes with the text that it stands before;
 * several in a heap above no text go, in the order of the headlines, to the stories that want one.
 * The result lives in SCRATCH.
 */
struct heads heads_assign(struct arena *scratch, const struct page *page, const struct units *units,
                          const struct bodies *bodies);

#endif
