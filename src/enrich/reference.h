/* SPDX-License-Identifier: MIT */
/* Reference data: what is known beforehand of places, topics and names. Read once, then only read.
 */
#ifndef ENRICH_REFERENCE_H
#define ENRICH_REFERENCE_H

#include "enrich/events.h"
#include "enrich/gazetteer.h"
#include "enrich/grounds.h"
#include "enrich/pinyin.h"
#include "enrich/topics.h"
#include "story/story.h"

struct reference {
    const struct gazetteer *gazetteer;
    const struct topics *topics;
    const struct pinyin *pinyin;
    const struct surnames *surnames;
    const struct events *events;
};

/* The built-in data, in KEEP. A site's own topics.yaml is put in place of the built-in one by
   topics_read(). */
struct reference reference_builtin(struct arena *keep);

/*
 * Adds to a page's stories what follows from their words and the page's facts: bylines, counties,
 * topics, date, one file each. Results live in KEEP; findings go to PAGE's diags. GROUNDS, or NULL,
 * takes what was weighed.
 */
void enrich_stories(struct arena *keep, struct page *page, struct stories *stories,
                    const struct reference *reference, struct grounds *grounds);

#endif
