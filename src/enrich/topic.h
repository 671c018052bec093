/* SPDX-License-Identifier: MIT */
/* What a story is about. */
#ifndef ENRICH_TOPIC_H
#define ENRICH_TOPIC_H

#include "enrich/grounds.h"
#include "enrich/topics.h"
#include "story/story.h"

/* Finds STORY's topics, the main one first; in KEEP, with SCRATCH to work in. A story whose words
 * show nothing has none. GROUNDS, or NULL, takes what was weighed. */
void story_find_topics(struct arena *keep, struct arena *scratch, struct story *story,
                       const struct topics *topics, struct grounds *grounds);

#endif
