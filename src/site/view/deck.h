/* SPDX-License-Identifier: MIT */
/* The sentence under a list's title: how many stories, out of how many pages, from when to when. */
#ifndef SITE_VIEW_DECK_H
#define SITE_VIEW_DECK_H

#include "site/view/sentence.h"

/* Begins with how many stories there are, and how many of them are pictures. */
void deck_stories(struct arena *keep, struct sentence *deck, const struct strings *strings,
                  const struct entries *entries);

/* Goes on with how many pages they come from. */
void deck_pages(struct arena *keep, struct sentence *deck, const struct strings *strings,
                const struct entries *entries);

/* Goes on with from when to when they are. */
void deck_span(struct arena *keep, struct sentence *deck, const struct strings *strings,
               const struct entries *entries);

/* Ends it. */
void deck_stop(struct arena *keep, struct sentence *deck, const struct strings *strings);

/* How many pages stories come from. */
size_t pages_of(struct arena *scratch, const struct entries *entries);

#endif
