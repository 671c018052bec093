/* SPDX-License-Identifier: MIT */
/* Which stories the front page sets before its readers: a choice that depends on nothing but the
   archive, so that the same content gives the same page. */
#ifndef SITE_VIEW_CHOICE_H
#define SITE_VIEW_CHOICE_H

#include "archive/archive.h"

/* How well a story stands for the archive: higher where it has a headline and a signature, is
   whole, surely put together, and of a length that is read in some minutes. Can be negative. */
int story_worth(const struct entry *entry);

/*
 * Up to COUNT stories, the worthiest first, and the newest of those that are equal. From each
 * county and each page comes one before any gives a second.
 */
struct entries choice_make(struct arena *keep, const struct archive *archive, size_t count);

#endif
