/* SPDX-License-Identifier: MIT */
/*
 * Pages without their texts, so that an archive of any size fits into memory; and the same pages
 * whole, for as long as something is made of them.
 *
 * A light page has of its stories what lists show: no blocks, lines, pieces or evidence but the
 * words of topics, and no names that are left open or only mentioned.
 */
#ifndef ARCHIVE_WHOLE_H
#define ARCHIVE_WHOLE_H

#include "archive/archive.h"
#include "archive/page_pack.h"

#include <stdatomic.h>

/* Where whole pages come from. */
struct page_source {
    /* Reads PAGE again, as it was found, in KEEP. False: errno says why it cannot be read, or 0: it
       is not as it was. Of many threads. */
    bool (*read)(const struct page_source *source, struct arena *keep,
                 const struct archive_page *page, struct page_result *result);
    /* The first page that could not be read again: whatever was made since may lack its text. */
    _Atomic(const struct archive_page *) lost;
    int lost_error; /* errno; 0: that page changed */
};

/* PAGE without its texts, in KEEP, with nothing borrowed from it but its path; not in an archive
 * yet. */
struct archive_page *page_light(struct arena *keep, const struct archive *archive,
                                const struct archive_page *page);

/* The first words of ENTRY's story, of a light page in KEEP. Where these cannot be had, none, and
   the source says that the page was lost. */
struct str entry_first_words(const struct archive *archive, struct arena *keep,
                             const struct entry *entry);

/* PAGE whole: itself, or a page like it in KEEP, of whose entries each is like its own. Where it
   cannot be had, the light page, and the source says which was lost. */
const struct archive_page *page_whole(const struct archive *archive, struct arena *keep,
                                      const struct archive_page *page);

/* Makes a light PAGE of ARCHIVE whole for good, in the archive's memory; its entries stay where
   they are. Where it cannot be had it stays light, and the source says so. */
void page_make_whole(struct archive *archive, struct archive_page *page);

/* The last few whole pages, for who goes from story to story. */
enum { PAGES_AT_HAND = 4 };

struct pages_at_hand {
    const struct archive *archive;
    struct {
        struct arena keep;
        const struct archive_page *page, *whole;
    } at[PAGES_AT_HAND];
    size_t next; /* to be given up */
};

/* PAGE whole, until PAGES_AT_HAND others were asked for. */
const struct archive_page *page_at_hand(struct pages_at_hand *pages,
                                        const struct archive_page *page);

/* The same of the page of ENTRY: that entry there. */
const struct entry *entry_at_hand(struct pages_at_hand *pages, const struct entry *entry);

void pages_at_hand_clear(struct pages_at_hand *pages);

#endif
