/* SPDX-License-Identifier: MIT */
#include "enrich/byline.h"
#include "enrich/county.h"
#include "enrich/date.h"
#include "enrich/reference.h"
#include "enrich/script.h"
#include "enrich/topic.h"

void enrich_stories(struct arena *keep, struct page *page, struct stories *stories,
                    const struct reference *reference, struct grounds *grounds)
{
    struct arena scratch = {0};
    struct script script;
    script_simplify(&script, page, stories);
    stories_find_dates(keep, &scratch, page, stories, reference->events);
    arena_reset(&scratch);
    stories_find_counties(keep, &scratch, page, stories, reference->gazetteer, grounds);
    arena_reset(&scratch);
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind == KIND_RESIDUE)
            continue;
        story_find_topics(keep, &scratch, &stories->at[i], reference->topics, grounds);
        arena_reset(&scratch);
    }
    script_restore(keep, &script, page, stories);
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind == KIND_RESIDUE)
            continue;
        story_find_bylines(keep, &scratch, &stories->at[i], reference->surnames,
                           reference->gazetteer);
        arena_reset(&scratch);
    }
    arena_clear(&scratch);
}
