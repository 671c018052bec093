/* SPDX-License-Identifier: MIT */
/* What follows from a story's blocks: its headline's parts, whether it is cut, how sure that is. */
#ifndef STORY_DERIVE_H
#define STORY_DERIVE_H

#include "story/story.h"

/* Sets headline, kicker, subtitle, dateline, truncated_* of STORY from its blocks; a headline is
   made from the first sentence where there is none. */
void story_derive(struct arena *keep, struct story *story);

/* A headline out of the first sentence of TEXT: at most 30 characters, cut at a stop. */
struct str headline_from(struct arena *keep, struct str text);

#endif
