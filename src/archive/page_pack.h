/* SPDX-License-Identifier: MIT */
/* A page and its stories as bytes, so that what was once found out need not be found out again. */
#ifndef ARCHIVE_PAGE_PACK_H
#define ARCHIVE_PAGE_PACK_H

#include "base/pack.h"
#include "enrich/reference.h"
#include "story/story.h"

/* A page's way to the archive ends in this. */
struct page_result {
    struct page *page;
    struct stories stories;
    struct str slug;
};

/* Appends RESULT, which was made of the file's BYTES: all that the archive reads of it, which is
   not the page's blocks, nor what its lines read as; nor the text, where it is in BYTES. */
void page_pack(struct buf *out, const struct page_result *result, struct str bytes);

/* Reads PACKED back, with the reference data that it was made with, as of the page PATH; lives in
   KEEP, and borrows from PACKED, BYTES and PATH. False: it is no such result. */
bool page_unpack(struct arena *keep, const struct reference *reference, struct str packed,
                 struct str bytes, struct str path, struct page_result *result);

/* Findings alone; unpacked, they live in KEEP and borrow from the bytes. */
void diags_pack(struct buf *out, const struct diags *diags);
bool diags_unpack(struct arena *keep, struct packed *packed, struct diags *diags);

/* Appends what a publication says of its pages, so that two can be told apart. */
void page_facts_pack(struct buf *out, const struct page_facts *facts);

#endif
