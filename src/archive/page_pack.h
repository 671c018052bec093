/* SPDX-License-Identifier: MIT */
/* A page and its stories as bytes, so that what was once found out need not be found out again. */
#ifndef ARCHIVE_PAGE_PACK_H
#define ARCHIVE_PAGE_PACK_H

#include "base/pack.h"
#include "enrich/reference.h"
#include "story/story.h"

/* A page with all that the archive reads of it: its blocks, and of its lines what they read as, are
   not among that. */
struct page_record {
    struct page page;
    struct stories stories;
    struct str slug;
};

/* Appends RECORD, which was made of the file's BYTES: without the text, where it is in them. */
void page_record_pack(struct buf *out, const struct page_record *record, struct str bytes);

/* Reads PACKED back, with the reference data that it was made with, as a record of the page PATH;
   lives in KEEP, and borrows from PACKED, BYTES and PATH. NULL: it is no such record. */
struct page_record *page_record_unpack(struct arena *keep, const struct reference *reference,
                                       struct str packed, struct str bytes, struct str path);

/* Findings alone; unpacked, they live in KEEP and borrow from the bytes. */
void diags_pack(struct buf *out, const struct diags *diags);
bool diags_unpack(struct arena *keep, struct packed *packed, struct diags *diags);

/* Appends what a publication says of its pages, so that two can be told apart. */
void page_facts_pack(struct buf *out, const struct page_facts *facts);

#endif
