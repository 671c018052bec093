/* SPDX-License-Identifier: MIT */
/* Blocks → fragments: paragraphs that a column's end cut in two are joined again. */
#ifndef STORY_FRAGMENTS_H
#define STORY_FRAGMENTS_H

#include "page/page.h"

/* A run of blocks in reading order that hang together: the last block of one column and the first
   of the next are one paragraph again. */
struct fragments {
    struct blocks *at; /* each in reading order */
    size_t len, cap;
};

/* SCRATCH holds the list, PAGE's own arena is not touched. */
struct fragments fragments_join(struct arena *scratch, const struct page *page);

#endif
