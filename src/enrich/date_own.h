/* SPDX-License-Identifier: MIT */
/* The day that a story gives itself. */
#ifndef ENRICH_DATE_OWN_H
#define ENRICH_DATE_OWN_H

#include "enrich/date_words.h"
#include "story/story.h"

struct own_date {
    struct date_words words;
    const struct block *block; /* NULL: there is none */
    enum basis basis;          /* BASIS_DATELINE or BASIS_TEXT */
    bool dates_story;          /* as dateline or signature; else it is that of what is reported */
    bool written;              /* a signature that says when it was written: 写于 */
    bool year_added;           /* the words have none */
};

/* The date of STORY's dateline; else of its signature, perhaps a month or year alone; else that at
   which who wrote it says to have been there; else the day, or month with its year, that its first
   words report. */
struct own_date story_own_date(const struct story *story);

#endif
