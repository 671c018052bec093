/* SPDX-License-Identifier: MIT */
/* Lines → blocks. */
#ifndef PAGE_BLOCKS_H
#define PAGE_BLOCKS_H

#include "page/page.h"

/* Fills page.blocks: lines that one column broke are put together, every other line is a block.
   Roles are not given yet; the texts are the tidied lines, joined by \n. */
void blocks_find(struct arena *keep, struct page *page);

/* A copy of BLOCK that lives in KEEP. */
struct block block_copy(struct arena *keep, const struct block *block);

/* Appends what AFTER holds to BLOCK, its text on a new line. */
void block_append(struct arena *keep, struct block *block, const struct block *after);

#endif
