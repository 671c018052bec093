/* SPDX-License-Identifier: MIT */
/* Which piece of text goes on in which: evidence that adds up, and the best assignment over it. */
#ifndef STORY_LINKS_H
#define STORY_LINKS_H

#include "story/cohesion.h"

/* A block of text, or blocks of another part that nothing parts. */
struct piece {
    size_t first, len;   /* among page.blocks */
    bool follows;        /* it seems to go on with the piece before it, which ends a sentence */
    size_t run;          /* of pieces that follow each other: which, from 0 */
    bool after_headline; /* a headline or byline stands right before it */
    bool after_open;     /* the text before it on the page is unfinished */
    size_t next;         /* the piece that its last paragraph goes on in; SIZE_MAX: none */
    bool continued;      /* another goes on in it */
};

struct pieces VEC_OF(struct piece);

/*
 * Sets next and continued: a maximum-weight assignment of unfinished ends to starts, "goes on
 * nowhere" being one of the choices. No piece goes on, at whatever distance, in itself. Pages of
 * more than LINKS_TOGETHER unfinished ends are taken in runs of so many, so that time stays linear.
 */
#define LINKS_TOGETHER 64
void links_find(const struct page *page, const struct cohesion *cohesion, struct pieces *pieces);

/* The piece that is read after piece P: that which it goes on in, or which follows it; SIZE_MAX:
   none. */
size_t piece_after(const struct pieces *pieces, size_t p);

#endif
