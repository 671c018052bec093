/* SPDX-License-Identifier: MIT */
/* What a page has while it is worked on and the built site has not: a script that loads it again
   after each build, and what went wrong in the last one. */
#ifndef SERVE_LIVE_H
#define SERVE_LIVE_H

#include "base/buf.h"

#define LIVE_FOLDER "/.xianbao/" /* no file of a site is called so */

/* Appends the page HTML with them. BUILD counts builds; MESSAGES are lines of text, or empty. */
void live_page(struct buf *out, struct str html, unsigned build, struct str messages);

/* Appends a page that has nothing but MESSAGES, for want of a site. */
void live_page_without_site(struct buf *out, unsigned build, struct str messages);

/* The file NAME of LIVE_FOLDER, and its TYPE; empty: there is none. SINCE: the build of the page
   that asks, NOW: the last one. */
struct str live_file(struct str name, unsigned since, unsigned now, const char **type);

#endif
