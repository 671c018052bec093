/* SPDX-License-Identifier: MIT */
/* Furniture that only its place on the page shows: names in a masthead, lines of a list of
   contents, running heads, names of columns above their stories. */
#ifndef PAGE_MASTHEADS_H
#define PAGE_MASTHEADS_H

#include "page/page.h"

/* Gives ROLE_FURNITURE to such blocks among those that have a role by their own words. */
void mastheads_settle(struct page *page);

#endif
