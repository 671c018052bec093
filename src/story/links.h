/* SPDX-License-Identifier: MIT */
/* Which piece of text goes on in which: evidence that adds up, and the best assignment over it. */
#ifndef STORY_LINKS_H
#define STORY_LINKS_H

#include "story/cohesion.h"

/* Neighbouring blocks of one text, in the page's order, that nothing parts. */
struct piece {
    size_t first, len;   /* among page.blocks */
    size_t text;         /* how many pieces of text stand before it */
    bool after_headline; /* a headline or byline stands right before it */
    bool after_open;     /* the text before it on the page is unfinished */
    size_t next;         /* the piece that it goes on in; SIZE_MAX: none */
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

#endif
