/* SPDX-License-Identifier: MIT */
/* How much a story stresses the words that stand in one of its blocks. */
#ifndef ENRICH_PROMINENCE_H
#define ENRICH_PROMINENCE_H

#include "story/story.h"

/* Of the first paragraph: no place in the text says more. */
#define PROMINENCE_FIRST 1.5

/* Whether a column's name (简讯) is all the headline of STORY: each paragraph tells of something
   else. */
bool story_has_items(const struct story *story);

/* 1 in running text, more in heads and in the first paragraph, 0 in what is no part of the story's
   words: bylines, credits, notices, furniture. */
double block_prominence(const struct story *story, const struct block *block);

/* Whether a role is that of the text itself. */
static inline bool is_body(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION;
}

#endif
