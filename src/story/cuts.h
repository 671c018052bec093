/* SPDX-License-Identifier: MIT */
/* Lines that were joined and may not belong together: where a paragraph may have to be parted. */
#ifndef STORY_CUTS_H
#define STORY_CUTS_H

#include "base/buf.h"
#include "story/cohesion.h"

/* For each of BLOCK's lines, as many as its spans, the evidence, in nats, that the column model
   joined it to the one before though they are of two texts; -HUGE_VAL where nothing was joined, or
   a sentence ends. NULL where no line was joined. Lives in SCRATCH. */
const double *cuts_weigh(struct arena *scratch, const struct page *page,
                         const struct cohesion *cohesion, const struct block *block);

/*
 * The block in pieces, two of which meet where the evidence of cuts_weigh(), NATS, is LEAST or
 * more; none where it stays whole, or NATS is NULL. Pieces are blocks of their own; they live in
 * KEEP, but their spans are BLOCK's.
 */
struct blocks cuts_part(struct arena *keep, const struct page *page, const struct block *block,
                        const double *nats, double least);

/* For fitting the weights: a row with the measures' names; one for each pair of joined lines of
   BLOCK. */
void cuts_dump_names(struct buf *out);
void cuts_dump(struct buf *out, const struct page *page, const struct cohesion *cohesion,
               const struct block *block);

#endif
