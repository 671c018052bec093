/* SPDX-License-Identifier: MIT */
/* Blocks → stories. */
#ifndef STORY_STORIES_H
#define STORY_STORIES_H

#include "story/fragments.h"
#include "story/story.h"

/*
 * Puts a page's fragments together into stories: headlines to bodies, bylines and credits to
 * stories, pictures' captions apart; what is left over becomes residue, so that every character of
 * the page that is not blank lies in exactly one span. The result lives in KEEP.
 */
struct stories stories_assemble(struct arena *keep, struct page *page,
                                const struct fragments *fragments);

/* Checks that promise, spans against the page and every text against its spans. On a breach it
   records D_NOT_CONSERVED, which names the first character at fault, and returns false. */
bool stories_conserve(struct page *page, const struct stories *stories);

#endif
