/* SPDX-License-Identifier: MIT */
/*
 * Which headings between two texts head a story, and which are subheads of the text around them.
 *
 * page/headings.h goes by how they are set and what they say; here it counts besides what the texts
 * on both sides speak of, how long they are and how they begin.
 */
#ifndef STORY_SECTIONS_H
#define STORY_SECTIONS_H

#include "base/buf.h"
#include "page/page.h"

struct cohesion;

/* Makes headlines of subheads and the other way round, and says by their lean how sure that is.
   COHESION is the page's. A page of very many blocks is settled part by part (fragments.c). */
void sections_settle(struct page *page, const struct cohesion *cohesion);

/* For fitting: what was measured of each heading between texts of PAGE, as it is read anew: a row
   with the measures' names, then one for each: where it starts, in bytes, and the numbers. */
void sections_dump(struct buf *out, const struct page *page);

#endif
