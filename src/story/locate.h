/* SPDX-License-Identifier: MIT */
/* From a block's text back to the page: where words that were found in it stand. */
#ifndef STORY_LOCATE_H
#define STORY_LOCATE_H

#include "page/page.h"

/*
 * Where bytes [FROM, TO) of BLOCK's text stand on the page: from their first character to their
 * last, with the blanks, line ends and second letters of a doubled headline that lie between. Where
 * other text stands between them, as at a column's end, the part before it. Empty where they hold
 * nothing but blanks.
 */
struct span block_locate(const struct page *page, const struct block *block, size_t from,
                         size_t to);

#endif
