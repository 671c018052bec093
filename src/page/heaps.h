/* SPDX-License-Identifier: MIT */
/* Headlines that lie in a heap (堆放的标题), away from their texts. */
#ifndef PAGE_HEAPS_H
#define PAGE_HEAPS_H

#include "page/page.h"

/* Lines above or below headlines that were taken for a column's, though each could be a headline
   and no word goes on from one to the next, are headlines: each becomes a block. */
void heaps_part(struct arena *keep, struct page *page);

#endif
