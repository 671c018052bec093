/* SPDX-License-Identifier: MIT */
/* Passages for tests of story/, read from a page's text, and what is found among them by words. */
#ifndef TESTS_STORY_MADE_PASSAGES_H
#define TESTS_STORY_MADE_PASSAGES_H

#include "testing.h"

#include "story/passages.h"

/* A page and its passages, those that may be none too. */
struct made_passages {
    struct page *page;
    struct passages passages;
};

static inline struct passages passages_in(struct arena *keep, const struct page *page)
{
    return passages_of(keep, keep,
                       &(struct source){.page = page,
                                        .cohesion = cohesion_of(keep, page),
                                        .readings = readings_of(keep, page),
                                        .cut = CUT_SHY});
}

static inline struct made_passages passages_made(struct arena *keep, const char *text)
{
    struct made_passages made = {.page = page_read(keep, STR("x.txt"), str_of(text))};
    made.passages = passages_in(keep, made.page);
    return made;
}

/* The passage that holds WORDS; none fails the test. */
static inline size_t passage_with(const struct made_passages *made, const char *words)
{
    for (size_t i = 0; i < made->passages.len; i++)
        if (str_has(made->passages.at[i].block->text, str_of(words)))
            return i;
    fail_msg("no passage has %s", words);
    return PASSAGE_NONE;
}

/* The headline that holds WORDS, among the headings. */
static inline size_t heading_with(const struct made_passages *made, const char *words)
{
    for (size_t h = 0; h < made->passages.headings.len; h++) {
        size_t at = made->passages.headings.at[h].at;
        if (str_has(made->page->blocks.at[at].text, str_of(words)))
            return h;
    }
    fail_msg("no headline has %s", words);
    return HEADING_NONE;
}

#endif
