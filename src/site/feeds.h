/* SPDX-License-Identifier: MIT */
/*
 * What programs fetch from a site that knows its address (base_url): Atom feeds (RFC 4287) of all
 * stories, of each county and of each topic; the sitemap (sitemaps.org); robots.txt.
 *
 * A build has no clock, so that the same content gives the same bytes: a story's `updated` is its
 * own date, and stories without one are in no feed.
 */
#ifndef SITE_FEEDS_H
#define SITE_FEEDS_H

#include "site/site.h"

enum { FEED_STORIES = 50, SITEMAP_URLS = 50000 };

/* Takes a file of the site. False: stop. */
typedef bool feeds_put(void *context, struct str path, struct str bytes);

/* Makes the feeds of SITE, and a sitemap of OUTPUTS, and hands them to PUT with CONTEXT. Makes
   nothing where the site does not know its address. False where PUT said so. */
bool feeds_write(const struct site *site, const struct outputs *outputs, feeds_put *put,
                 void *context);

/* The feed of the list whose first page is PATH: counties/141127.xml; in KEEP. */
struct str feed_path(struct arena *keep, struct str path);

#endif
