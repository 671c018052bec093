/* SPDX-License-Identifier: MIT */
/* The sentence under a list's title: how many stories, out of how many pages, from when to when. */
#ifndef SITE_VIEW_DECK_H
#define SITE_VIEW_DECK_H

#include "site/view/sentence.h"

/* Begins with how many stories there are. */
void deck_total(struct arena *keep, struct sentence *deck, const struct strings *strings,
                size_t stories);

/* The same, and how many of them are pictures. This and what follows look at all of them: for the
   first sheet of a list alone, which has as many sheets as it is long. */
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
