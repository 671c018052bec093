/* SPDX-License-Identifier: MIT */
/* What was found out of pages, one kept file each (kept.h), in .xianbao/pages/. Of many threads. */
#ifndef PAGE_CACHE_H
#define PAGE_CACHE_H

#include "archive/page_pack.h"

struct page_cache;

/* What a cache is opened for. */
enum page_cache_use {
    PAGE_CACHE_READ,  /* nothing is written */
    PAGE_CACHE_KEEP,  /* what is new is kept */
    PAGE_CACHE_RENEW, /* nothing is found, and all is kept anew */
};

/* The cache of the site's folder DIR, for pages read with REFERENCE. Where the folder cannot be
   used, nothing is found and nothing kept. */
struct page_cache *page_cache_open(struct str dir, const struct reference *reference,
                                   enum page_cache_use use);

/* A hash of all that the page PATH is made of, which holds BYTES, and of which PUBLICATION (or
   NULL) says the rest; 0: nobody knows. */
uint64_t page_cache_key(const struct page_cache *cache, struct str path,
                        const struct page_facts *publication, struct str bytes);

/* What is known of the page PATH of that KEY; lives in KEEP. False: nothing. */
bool page_cache_find(const struct page_cache *cache, struct arena *keep, struct str path,
                     uint64_t key, struct str bytes, struct page_result *found);

/* What is kept of the page PATH of that KEY, even if the cache is for all anew. */
bool page_cache_again(const struct page_cache *cache, struct arena *keep, struct str path,
                      uint64_t key, struct str bytes, struct page_result *found);

/* Keeps what was found out of BYTES, by what the page says that it was made of. False: it is not
   kept. */
bool page_cache_put(const struct page_cache *cache, const struct page_result *result,
                    struct str bytes);

/* A new file in the cache's folder that has no name, for reading and writing; close() it. -1:
   nothing is written. */
int page_cache_spool(const struct page_cache *cache);

/* Whether what is new is kept. */
bool page_cache_keeps(const struct page_cache *cache);

/* Keeps the record BYTES of the page PATH, which says that it was made of what KEY is a hash of. */
void page_cache_take(const struct page_cache *cache, struct str path, uint64_t key,
                     struct str bytes);

/* Removes what is kept of other pages than PATHS, and closes the cache. */
void page_cache_close(struct page_cache *cache, const struct strs *paths);

#endif
