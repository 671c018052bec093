/* SPDX-License-Identifier: MIT */
/* Lines that no column broke though they are short: the rows of a table, a list of names, a poem.
 */
#ifndef PAGE_ROWS_H
#define PAGE_ROWS_H

#include "page/columns.h"

/* Marks such lines. Rows come in company, a poem after its author's name or with every line ended
   by a mark; a headline of several words stands alone. */
void rows_find(struct arena *scratch, const struct page *page, struct set_lines *lines);

#endif
