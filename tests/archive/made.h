/* SPDX-License-Identifier: MIT */
/* Pages made for tests: each line says which story it belongs to and what it is there. */
#ifndef TESTS_ARCHIVE_MADE_H
#define TESTS_ARCHIVE_MADE_H

#include "archive/archive.h"
#include "archive/ids.h"
#include "base/utf8.h"

enum { MADE_RESIDUE = 0, MADE_NOBODY = -1, MADE_STORIES_MAX = 32 };

struct made_line {
    const char *text;
    int story; /* from 1, in the page's order; MADE_RESIDUE; MADE_NOBODY: in no span */
    enum role role;
    int turn; /* blocks of a story are read by rising turns, then in the page's order */
};

static inline struct block made_block(struct arena *keep, const struct made_line *from,
                                      const struct line *line)
{
    struct str text = utf8_trim(line->text);
    uint32_t start = line->span.start + (uint32_t)(text.ptr - line->text.ptr);
    struct block block = {
        .role = from->role, .text = text, .first_line = line->number, .last_line = line->number};
    vec_push(keep, &block.spans, (struct span){start, start + (uint32_t)text.len});
    return block;
}

static inline struct page *made_text(struct arena *keep, const char *path,
                                     const struct made_line *lines, size_t len)
{
    struct page *page = ARENA_NEW(keep, struct page);
    struct buf text = {0};
    for (size_t i = 0; i < len; i++) {
        buf_str(&text, str_of(lines[i].text));
        buf_byte(&text, '\n');
    }
    *page = (struct page){.path = str_of(path), .text = str_dup(keep, buf_view(&text))};
    page->diags.keep = keep;
    buf_clear(&text);
    uint32_t at = 0;
    for (size_t i = 0; i < len; i++) {
        uint32_t end = at + (uint32_t)strlen(lines[i].text);
        struct line line = {.span = {at, end}, .number = (uint32_t)i + 1};
        line.text = page_slice(page, line.span);
        vec_push(keep, &page->lines, line);
        at = end + 1;
    }
    return page;
}

static inline struct story *made_story(struct arena *keep, struct stories *stories,
                                       const struct page *page, int number)
{
    struct story story = {
        .page = page, .kind = number == MADE_RESIDUE ? KIND_RESIDUE : KIND_STORY, .confidence = 1};
    vec_push(keep, stories, story);
    return &stories->at[stories->len - 1];
}

static inline bool made_has(const struct made_line *lines, size_t len, int number)
{
    for (size_t i = 0; i < len; i++) {
        if (lines[i].story == number)
            return true;
    }
    return false;
}

static inline void made_fill(struct arena *keep, struct story *story, const struct page *page,
                             const struct made_line *lines, size_t len, int number)
{
    for (int turn = 0; turn < 10; turn++) {
        for (size_t i = 0; i < len; i++) {
            if (lines[i].story != number || lines[i].turn != turn)
                continue;
            struct block block = made_block(keep, &lines[i], &page->lines.at[i]);
            vec_push(keep, &story->blocks, block);
            if (block.role == ROLE_HEADLINE)
                story->headline = block.text;
            else if (block.role == ROLE_KICKER)
                story->kicker = block.text;
            else if (block.role == ROLE_SUBTITLE)
                story->subtitle = block.text;
        }
    }
}

/* The stories of such a page, residue last. */
static inline struct stories made_stories(struct arena *keep, const struct page *page,
                                          const struct made_line *lines, size_t len)
{
    struct stories stories = {0};
    for (int number = 1; number < MADE_STORIES_MAX && made_has(lines, len, number); number++)
        made_fill(keep, made_story(keep, &stories, page, number), page, lines, len, number);
    if (made_has(lines, len, MADE_RESIDUE))
        made_fill(keep, made_story(keep, &stories, page, MADE_RESIDUE), page, lines, len,
                  MADE_RESIDUE);
    return stories;
}

#endif
