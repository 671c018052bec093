/* SPDX-License-Identifier: MIT */
/* The beginning of a story (导语), as lists show it. */
#ifndef ARCHIVE_STANDFIRST_H
#define ARCHIVE_STANDFIRST_H

#include "story/story.h"

enum { STANDFIRST_CHARS = 200 };

/* A block of text without the 本报讯 and the names in brackets that open a report. */
struct str story_paragraph(const struct story *story, const struct block *block);

/* The first STANDFIRST_CHARS characters of a story's text or caption, in KEEP, or borrowed where
   one block has them all. A blank follows on what ends without a mark, as lines of verse do. */
struct str story_standfirst(struct arena *keep, const struct story *story);

#endif
