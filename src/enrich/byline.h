/* SPDX-License-Identifier: MIT */
/*
 * Who wrote a story and took its pictures.
 *
 * Names are read from the story's bylines, credits and datelines, from the bracket in the head of
 * a report, 本报讯（记者 甲）, and from what its paragraphs and captions end with: （甲 乙）, 甲
 * 摄.
 */
#ifndef ENRICH_BYLINE_H
#define ENRICH_BYLINE_H

#include "enrich/gazetteer.h"
#include "enrich/surnames.h"
#include "story/story.h"

/* Finds STORY's bylines, in its order, a name once; in KEEP, with SCRATCH to work in. */
void story_find_bylines(struct arena *keep, struct arena *scratch, struct story *story,
                        const struct surnames *surnames, const struct gazetteer *gazetteer);

#endif
