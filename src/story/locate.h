/* SPDX-License-Identifier: MIT */
/* From a block's text back to the page: where words that were found in it stand. */
#ifndef STORY_LOCATE_H
#define STORY_LOCATE_H

#include "story/story.h"

/* A walk through a block's text and its spans side by side. */
struct locator {
    const struct page *page;
    const struct block *block;
    size_t text_at;    /* in the block's text */
    size_t pieces;     /* of the spans, begun */
    struct span rest;  /* of the last of them */
    struct span solid; /* on the page: the last character that fitted */
    bool parted;       /* other text stands between it and the one before */
};

static inline struct locator locator_of(const struct page *page, const struct block *block)
{
    return (struct locator){.page = page, .block = block};
}

/*
 * Where bytes [FROM, TO) of the block's text stand on the page: from their first character to their
 * last, with the blanks, line ends and second letters of a doubled headline that lie between. Where
 * other text stands between them, as at a column's end, the part before it. Empty where they hold
 * nothing but blanks. Ranges must be asked for in order and not overlap: the walk does not go back.
 */
struct span locator_find(struct locator *locator, size_t from, size_t to);

/* Bytes [FROM, TO) of BLOCK's text, and where they stand; for many of one block take a locator. */
struct evidence block_evidence(const struct page *page, const struct block *block, size_t from,
                               size_t to);

#endif
