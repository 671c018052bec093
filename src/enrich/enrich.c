/* SPDX-License-Identifier: MIT */
#include "enrich/byline.h"
#include "enrich/county.h"
#include "enrich/date.h"
#include "enrich/reference.h"
#include "enrich/topic.h"

void enrich_stories(struct arena *keep, struct page *page, struct stories *stories,
                    const struct reference *reference)
{
    stories_find_counties(keep, page, stories, reference->gazetteer);
    stories_find_dates(keep, page, stories);
    for (size_t i = 0; i < stories->len; i++) {
        struct story *story = &stories->at[i];
        if (story->kind == KIND_RESIDUE)
            continue;
        story_find_bylines(keep, story, reference->surnames);
        story_find_topics(keep, story, reference->topics);
    }
}
