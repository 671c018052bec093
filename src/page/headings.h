/* SPDX-License-Identifier: MIT */
/* Headlines, kickers and subheads: told from paragraphs, from each other, and put together. */
#ifndef PAGE_HEADINGS_H
#define PAGE_HEADINGS_H

#include "page/page.h"

/* Whether a block's own text can be a heading: short, one phrase, no sentence's end. */
bool looks_like_heading(const struct block *block);

/* Makes a heading of a line that has more clauses than most, where it stands between the end of a
   text and a byline with its text: 种下树，引来水，荒山变果园; and of lines as wide as the column's
   that break off above 本报讯. */
void headings_by_what_follows(struct blocks *blocks);

/*
 * Decides for each block with ROLE_HEADLINE, which so far means a heading of any kind, whether it
 * is a headline, part of the headline before it, a kicker or a subhead. Evidence adds up: what
 * stands before and after it, its form, other headings like it. Blocks that are part of another
 * leave page.blocks.
 */
void headings_decide(struct arena *keep, struct page *page);

#endif
