/* SPDX-License-Identifier: MIT */
/* A site of one made page (archive/made.h), for tests of what its pages show. */
#ifndef TESTS_SITE_MADE_SITE_H
#define TESTS_SITE_MADE_SITE_H

#include "../archive/made.h"
#include "site/archive_of.h"
#include "site/config.h"
#include "site/view/view.h"

struct made_site {
    struct arena keep;
    struct reference reference;
    struct diags diags;
    struct config config;
    struct page *page;
    struct stories stories; /* to be dressed up between made_begin() and made_end() */
    struct site site;
    const struct archive_page *added;
};

static inline void made_begin(struct made_site *m, const struct made_line *lines, size_t len)
{
    *m = (struct made_site){.config = config_default()};
    m->reference.gazetteer = gazetteer_builtin(&m->keep);
    m->reference.pinyin = pinyin_builtin(&m->keep);
    m->diags.keep = &m->keep;
    m->config.title = STR("县报文存");
    m->page = made_text(&m->keep, "content/a.txt", lines, len);
    m->stories = made_stories(&m->keep, m->page, lines, len);
    for (size_t i = 0; i < m->stories.len; i++)
        m->stories.at[i].id = str_format(&m->keep, "a-00000%zu", i + 1);
}

static inline void made_end(struct made_site *m)
{
    struct archive *archive = archive_new(&m->keep, &m->reference, &m->diags);
    archive_add(archive, m->page, &m->stories, STR("a"));
    archive_index(archive);
    m->added = archive->pages.at[0];
    m->site = (struct site){.config = &m->config, .strings = words(&m->keep), .archive = archive};
}

static inline void made_clear(struct made_site *m)
{
    arena_clear(&m->keep);
}

#define MADE_BEGIN(m, ...)                                   \
    made_begin((m), (const struct made_line[]){__VA_ARGS__}, \
               sizeof((const struct made_line[]){__VA_ARGS__}) / sizeof(struct made_line))

/* The place of WORDS on the page, as evidence. */
static inline struct evidence made_evidence(const struct made_site *m, const char *words)
{
    struct str text = str_of(words);
    uint32_t at = (uint32_t)str_find(m->page->text, text, 0);
    return (struct evidence){.text = text, .span = {at, at + (uint32_t)text.len}};
}

/* The words of a list of runs. */
static inline struct str said_at(struct arena *scratch, struct value value, const char *path)
{
    struct value runs = value_at(scratch, value, path);
    struct buf text = {0};
    for (size_t i = 0; i < runs.list->len; i++)
        buf_str(&text, text_at(scratch, runs.list->item(scratch, runs.list, i), "text"));
    struct str kept = str_dup(scratch, buf_view(&text));
    buf_clear(&text);
    return kept;
}

#endif
