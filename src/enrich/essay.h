/* SPDX-License-Identifier: MIT */
/* Essays (散文): texts that somebody signs as a writer, and not as a reporter. */
#ifndef ENRICH_ESSAY_H
#define ENRICH_ESSAY_H

#include "story/story.h"

/* The first line that signs STORY, above its text and as a writer's, where neither it begins as
   reports do nor speaks to readers as letters do; NULL: it is no essay. */
const struct block *essay_byline(const struct story *story);

/* Whether STORY is a poem: most of its paragraphs are as short as verses. */
bool story_is_poem(const struct story *story);

#endif
