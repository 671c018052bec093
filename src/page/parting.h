/* SPDX-License-Identifier: MIT */
/* Blank lines that part a page's stories, as where somebody typed it or laid it out for reading. */
#ifndef PAGE_PARTING_H
#define PAGE_PARTING_H

#include "page/page.h"

/*
 * Marks with block.opens the first block of each story, with block.ends the last before a gap, and
 * with block.inside those before that one of a story that has one headline: on a page where the
 * texts between gaps that are wider than the usual begin with a heading or a column's name, and
 * none breaks off in a sentence. Blocks have the roles that their own words show. Makes furniture
 * of what stands in such a masthead, poems of such lines below a title and an author's name, or
 * below a title after another poem, and a caption of the title of a picture of which only that and
 * who took it stands there. Marks none on other pages.
 */
void parting_find(struct blocks *blocks);

/* Marks with block.inside all but the last of the blocks of such a story that has one headline,
   above all its text; by the roles that were settled since. */
void parting_settle(struct blocks *blocks);

#endif
