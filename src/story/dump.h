/* SPDX-License-Identifier: MIT */
/* A page's fragments and stories in readable form, to see where a split went wrong. */
#ifndef STORY_DUMP_H
#define STORY_DUMP_H

#include "story/fragments.h"
#include "story/story.h"

/* A line "fragment N" and the lines of its blocks (page/dump.h), for each fragment. */
void dump_fragments(struct buf *out, const struct fragments *fragments);

/* A line with kind, confidence and headline, and the lines of its blocks, for each story. */
void dump_stories(struct buf *out, const struct stories *stories);

#endif
