/* SPDX-License-Identifier: MIT */
/*
 * What was found out of pages, kept beside the site in .xianbao/pages/: one file a page, which says
 * itself of what it was made and by which program, so that it can be deleted, copied, cut short or
 * out of date without harm. Of many threads.
 */
#ifndef PAGE_CACHE_H
#define PAGE_CACHE_H

#include "archive/page_pack.h"

struct page_cache;

/* What a cache is opened for. */
enum page_cache_use {
    PAGE_CACHE_READ,  /* nothing is written */
    PAGE_CACHE_KEEP,  /* new records are kept */
    PAGE_CACHE_RENEW, /* nothing is found, and all records are made anew */
};

/* The cache of the site's folder DIR, for pages read with REFERENCE. Where the folder cannot be
   used, nothing is found and nothing kept. */
struct page_cache *page_cache_open(struct str dir, const struct reference *reference,
                                   enum page_cache_use use);

/* What is known of the page PATH that holds BYTES, and of which PUBLICATION (or NULL) says the
   rest; lives in KEEP. NULL: nothing. */
struct page_record *page_cache_find(struct page_cache *cache, struct arena *keep, struct str path,
                                    const struct page_facts *publication, struct str bytes);

/* Keeps what was found out. */
void page_cache_put(struct page_cache *cache, const struct page_record *record,
                    const struct page_facts *publication, struct str bytes);

/* Removes what is kept of other pages than PATHS, and closes the cache. */
void page_cache_close(struct page_cache *cache, const struct strs *paths);

#endif
