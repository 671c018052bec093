/* SPDX-License-Identifier: MIT */
/* Lines that were joined and may not belong together: where a paragraph may have to be parted. */
#ifndef STORY_CUTS_H
#define STORY_CUTS_H

#include "base/buf.h"
#include "story/cohesion.h"

/*
 * The block in pieces, one where nothing speaks against it. Two pieces meet where the column model
 * joined lines though the evidence that they are of two texts is LEAST or more, in nats. Pieces are
 * blocks of their own; they live in SCRATCH, but their spans, and the text of a block that is left
 * whole, are BLOCK's.
 */
struct blocks cuts_find(struct arena *scratch, const struct page *page,
                        const struct cohesion *cohesion, const struct block *block, double least);

/* For fitting the weights: a row with the measures' names; one for each pair of joined lines of
   BLOCK. */
void cuts_dump_names(struct buf *out);
void cuts_dump(struct buf *out, const struct page *page, const struct cohesion *cohesion,
               const struct block *block);

#endif
