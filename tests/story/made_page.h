/* SPDX-License-Identifier: MIT */
/* Pages for tests of story/, read from their text, and what is found on them by its words. */
#ifndef TESTS_STORY_MADE_PAGE_H
#define TESTS_STORY_MADE_PAGE_H

#include "testing.h"

#include "story/heads.h"

/* A page and what the stages before the stories make of it. */
struct made_page {
    struct page *page;
    struct fragments fragments;
    struct units units;
    struct bodies bodies;
    struct heads heads;
};

static inline struct made_page page_made(struct arena *keep, const char *text)
{
    struct made_page made = {.page = page_read(keep, STR("x.txt"), str_of(text))};
    made.fragments = fragments_join(keep, made.page, NULL);
    made.units = units_of(keep, &made.fragments);
    made.bodies = bodies_find(keep, &made.units);
    made.heads = heads_assign(keep, made.page, &made.units, &made.bodies);
    return made;
}

/* The unit, the satellite, that holds WORDS; none fails the test. */
static inline size_t unit_with(const struct units *units, const char *words)
{
    for (size_t u = 0; u < units->len; u++)
        if (str_has(units->at[u].block->text, str_of(words)))
            return u;
    fail_msg("no unit has %s", words);
    return UNIT_NONE;
}

static inline size_t satellite_with(const struct units *units, const char *words)
{
    for (size_t s = 0; s < units->satellites.len; s++) {
        const struct blocks *fragment = units->satellites.at[s].fragment;
        for (size_t i = 0; i < fragment->len; i++)
            if (str_has(fragment->at[i].text, str_of(words)))
                return s;
    }
    fail_msg("no satellite has %s", words);
    return SIZE_MAX;
}

/* The body of the unit that holds WORDS. */
static inline size_t body_with(const struct made_page *made, const char *words)
{
    return made->units.at[unit_with(&made->units, words)].body;
}

#endif
