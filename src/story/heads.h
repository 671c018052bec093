/* SPDX-License-Identifier: MIT */
/* Which body each head on the page belongs to. */
#ifndef STORY_HEADS_H
#define STORY_HEADS_H

#include "story/bodies.h"

#define BODY_NONE SIZE_MAX

/* What a head is to its body. */
enum rank_of_head { HEAD_FIRST, HEAD_KICKER, HEAD_SUBTITLE };

/* Why a satellite is with its body, or with none. */
enum head_why {
    HEAD_LEFT,     /* it is with none, or was given by what stands around it */
    HEAD_CHOSEN,   /* a headline: chosen with the body's first passage (links.h) */
    HEAD_NEAR,     /* a headline that was not chosen: right above a body without one */
    HEAD_ABOVE,    /* right above the body's headline: its kicker, or the headline of which that is
                      the subtitle */
    HEAD_KICKERED, /* right below the heading that was chosen, as a headline below its kicker */
    HEAD_BYLINE_BELOW, /* a byline right above the body */
    HEAD_BYLINE_AFTER, /* a byline alone, after the body's text */
    HEAD_BYLINE_DEALT, /* one of a heap of bylines, dealt out in the order of the headlines */
};

/* A choice for each of the page's satellites. */
struct heads {
    size_t *body; /* that it heads, or BODY_NONE; for those that are no heads too */
    enum rank_of_head *rank;
    enum head_why *why;
    double *nats; /* of HEAD_KICKERED: the evidence for it */
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
