/* SPDX-License-Identifier: MIT */
#include "enrich/byline.h"
#include "enrich/county.h"
#include "enrich/date.h"
#include "enrich/reference.h"
#include "enrich/topic.h"

void enrich_stories(struct arena *keep, struct page *page, struct stories *stories,
                    const struct reference *reference, struct grounds *grounds)
{
    struct arena scratch = {0};
    stories_find_counties(keep, &scratch, page, stories, reference->gazetteer, grounds);
    arena_reset(&scratch);
    stories_find_dates(keep, &scratch, page, stories, reference->events);
    arena_reset(&scratch);
    for (size_t i = 0; i < stories->len; i++) {
        struct story *story = &stories->at[i];
        if (story->kind == KIND_RESIDUE)
            continue;
        story_find_bylines(keep, &scratch, story, reference->surnames);
        story_find_topics(keep, &scratch, story, reference->topics, grounds);
        arena_reset(&scratch);
    }
    arena_clear(&scratch);
}
