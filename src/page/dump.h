/* SPDX-License-Identifier: MIT */
/* A page's lines and blocks in readable form, to see where a split went wrong. */
#ifndef PAGE_DUMP_H
#define PAGE_DUMP_H

#include "page/page.h"

/* One line each: number, marks (j justified, d doubled, f form feed), indent, width, text. */
void dump_lines(struct buf *out, const struct page *page);

/* One line each: first-last line, role, column, marks (< continues, > runs on), lean, text. */
void dump_blocks(struct buf *out, const struct page *page);

/* The line of dump_blocks for one block. */
void dump_block(struct buf *out, const struct block *block);

#endif
