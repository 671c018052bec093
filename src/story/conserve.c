/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/utf8.h"
#include "page/doubled.h"
#include "story/stories.h"

static int compare_spans(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

/* All spans of all stories in the order of the page. */
static struct spans all_spans(struct arena *scratch, const struct stories *stories)
{
    struct spans all = {0};
    for (size_t s = 0; s < stories->len; s++)
        for (size_t b = 0; b < stories->at[s].blocks.len; b++) {
            const struct spans *spans = &stories->at[s].blocks.at[b].spans;
            for (size_t i = 0; i < spans->len; i++)
                vec_push(scratch, &all, spans->at[i]);
        }
    if (all.len)
        qsort(all.at, all.len, sizeof *all.at, compare_spans);
    return all;
}

static bool breach(struct page *page, size_t at, const char *what)
{
    diag_add(&page->diags, D_NOT_CONSERVED, page_place(page, at), "%s at byte %zu", what, at);
    return false;
}

/* Whether the text between two spans is blank; if not, *AT is where it is not. */
static bool is_blank_between(const struct page *page, size_t from, size_t to, size_t *at)
{
    struct str between = str_slice(page->text, from, to);
    for (struct utf8 c = utf8_first(between); c.len; c = utf8_next(between, c))
        if (!utf8_is_blank(c.code)) {
            *at = from + c.at;
            return false;
        }
    return true;
}

/* The next character of S at or after AT that leaves a mark, as a text has it. */
static struct utf8 next_ink(struct str s, size_t at)
{
    struct utf8 c = utf8_at(s, at);
    while (c.len && utf8_is_blank(c.code))
        c = utf8_next(s, c);
    if (c.len && utf8_is_forbidden(c.code))
        c.code = 0xfffd;
    return c;
}

/* Whether a block's text is what its spans hold, blanks aside; a headline's may have letters once
   that stand twice. */
static bool text_is_of_spans(struct page *page, const struct block *block)
{
    struct utf8 said = next_ink(block->text, 0);
    for (size_t i = 0; i < block->spans.len; i++) {
        struct str held = page_slice(page, block->spans.at[i]);
        for (struct utf8 c = next_ink(held, 0); c.len; c = next_ink(held, c.at + c.len)) {
            if (said.len && said.code == c.code)
                said = next_ink(block->text, said.at + said.len);
            else if (!role_is_singled(block->role))
                return breach(page, block->spans.at[i].start + c.at,
                              "a character that its block's text does not have");
        }
    }
    if (said.len && block->spans.len)
        return breach(page, block->spans.at[0].start, "a text that its lines do not have");
    return true;
}

static bool texts_are_of_spans(struct page *page, const struct stories *stories)
{
    for (size_t s = 0; s < stories->len; s++)
        for (size_t b = 0; b < stories->at[s].blocks.len; b++)
            if (!text_is_of_spans(page, &stories->at[s].blocks.at[b]))
                return false;
    return true;
}

bool stories_conserve(struct page *page, const struct stories *stories)
{
    struct arena scratch = {0};
    struct spans spans = all_spans(&scratch, stories);
    size_t done = 0, at = 0;
    bool kept = true;
    for (size_t i = 0; i < spans.len && kept; i++) {
        struct span span = spans.at[i];
        if (span.start >= span.end || span.end > page->text.len)
            kept = breach(page, span.start, "an empty span, or one beyond the text,");
        else if (span.start < done)
            kept = breach(page, span.start, "a character that two blocks claim");
        else if (!is_blank_between(page, done, span.start, &at))
            kept = breach(page, at, "a character that no block claims");
        done = span.end;
    }
    if (kept && !is_blank_between(page, done, page->text.len, &at))
        kept = breach(page, at, "a character that no block claims");
    arena_clear(&scratch);
    return kept && texts_are_of_spans(page, stories);
}
