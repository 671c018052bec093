/* SPDX-License-Identifier: MIT */
/* All pages of a site, read and taken apart on several threads. */
#ifndef PAGES_H
#define PAGES_H

#include "publications.h"

struct page_cache;

/* Puts the pages PATHS, relative to the site's folder, into ARCHIVE, in that order whatever the
   threads do; so do their findings go to DIAGS. What is made lives in KEEP. PUBLICATIONS say what
   the pages do not; what CACHE has is not found out again. Pages that it has in the end are light
   (archive/whole.h): settings, publications and cache must last as long as their texts are asked
   for. False: stop_asked(), and not all were read.
 */
bool pages_read(struct arena *keep, const struct settings *settings, const struct strs *paths,
                const struct publications *publications, struct page_cache *cache,
                struct archive *archive, struct diags *diags);

#endif
