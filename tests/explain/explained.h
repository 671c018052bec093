/* SPDX-License-Identifier: MIT */
/* A page put together and filed, with all that was recorded meanwhile, for tests of explain/. */
#ifndef TESTS_EXPLAIN_EXPLAINED_H
#define TESTS_EXPLAIN_EXPLAINED_H

#include "testing.h"

#include "enrich/reference.h"
#include "explain/choice.h"
#include "story/fragments.h"
#include "story/stories.h"

struct explained_page {
    struct page *page;
    struct stories stories;
    struct account account;
    struct buf out;
    struct speech speech;
    struct teller teller;
};

static struct arena keep;
static struct reference reference;

static int setup(void **state)
{
    (void)state;
    reference = reference_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* Reads TEXT; its stories have the ids a-1, a-2 … */
static inline struct explained_page *explained_page_of(const char *text)
{
    struct explained_page *of = ARENA_NEW(&keep, struct explained_page);
    of->page = page_read(&keep, STR("content/a.txt"), str_of(text));
    struct fragments fragments = fragments_join(&keep, of->page, &of->account.trail);
    of->stories = stories_assemble(&keep, of->page, &fragments);
    enrich_stories(&keep, of->page, &of->stories, &reference, &of->account.grounds);
    for (size_t i = 0; i < of->stories.len; i++)
        of->stories.at[i].id = str_format(&keep, "a-%zu", i + 1);
    of->speech = (struct speech){.out = &of->out, .scratch = &keep};
    of->teller = (struct teller){.speech = &of->speech,
                                 .scratch = &keep,
                                 .page = of->page,
                                 .stories = &of->stories,
                                 .account = &of->account,
                                 .grounds = of->account.grounds,
                                 .cohesion = cohesion_of(&keep, of->page)};
    return of;
}

static inline void explained_page_clear(struct explained_page *of)
{
    account_clear(&of->account);
    buf_clear(&of->out);
}

/* The story whose headline is HEADLINE. */
static inline const struct story *story_called(const struct explained_page *of,
                                               const char *headline)
{
    for (size_t i = 0; i < of->stories.len; i++)
        if (str_eq(of->stories.at[i].headline, str_of(headline)))
            return &of->stories.at[i];
    fail_msg("no story is called %s", headline);
    return NULL;
}

/* The residue of the page. */
static inline const struct story *residue_of(const struct explained_page *of)
{
    for (size_t i = 0; i < of->stories.len; i++)
        if (of->stories.at[i].kind == KIND_RESIDUE)
            return &of->stories.at[i];
    fail_msg("nothing is left over");
    return NULL;
}

/* What was said so far, with each paragraph on one line: a line at an odd column goes on. */
static inline const char *said_by(struct explained_page *of)
{
    struct buf joined = {0};
    struct str rest = buf_view(&of->out);
    while (rest.len) {
        struct str line = str_cut(&rest, '\n');
        size_t indent = 0;
        while (indent < line.len && line.ptr[indent] == ' ')
            indent++;
        bool more = joined.len && indent % 2;
        buf_fmt(&joined, "%s%.*s",
                more         ? " "
                : joined.len ? "\n"
                             : "",
                STR_FMT(more ? str_slice(line, indent, line.len) : line));
    }
    const char *said = str_c(&keep, buf_view(&joined));
    buf_clear(&joined);
    return said;
}

/* What TELL says of a story of OF, in full or in short. */
static inline const char *told(struct explained_page *of, const struct story *story, bool full,
                               void (*tell)(const struct teller *teller, const struct story *story))
{
    buf_reset(&of->out);
    of->speech.full = full;
    tell(&of->teller, story);
    return said_by(of);
}

static inline void assert_says(const char *said, const char *words)
{
    if (!strstr(said, words))
        fail_msg("'%s' is not in:\n%s", words, said);
}

static inline void assert_is_silent_on(const char *said, const char *words)
{
    if (strstr(said, words))
        fail_msg("'%s' is in:\n%s", words, said);
}

#endif
