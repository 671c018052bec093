/* SPDX-License-Identifier: MIT */
#include "story/row_headings.h"

#include "base/utf8.h"
#include "story/parts.h"

#define SUBTITLES_MOST 4 /* whose words count with a headline's */

static bool is_head(const struct page *page, const enum reading *readings, size_t b)
{
    return !readings[b] && part_of_role(page->blocks.at[b].role) == PART_HEAD;
}

/* A subtitle without a headline above it is one itself. */
static bool is_headline(const struct page *page, const enum reading *readings, size_t b)
{
    enum role role = page->blocks.at[b].role;
    if (role == ROLE_SUBTITLE)
        return !readings[b] && (b == 0 || !is_head(page, readings, b - 1));
    return !readings[b] && (role == ROLE_HEADLINE || role == ROLE_KICKER);
}

/* Reads on from block B, a headline, to what stands under it. */
static struct heading heading_of(struct arena *scratch, const struct source *source, size_t b)
{
    const struct page *page = source->page;
    const enum reading *readings = source->readings;
    const struct block *block = &page->blocks.at[b];
    struct heading heading = {.at = b,
                              .chars = chars_of_block(scratch, source->cohesion, block),
                              .chars_len = utf8_count(block->text),
                              .lean = block->lean,
                              .above = PASSAGE_NONE,
                              .below = PASSAGE_NONE};
    size_t subtitles = 0;
    for (b++; b < page->blocks.len; b++) {
        block = &page->blocks.at[b];
        if (!readings[b] && block->role == ROLE_SUBTITLE && subtitles++ < SUBTITLES_MOST) {
            struct pairs chars = chars_of_block(scratch, source->cohesion, block);
            heading.chars = pairs_union(scratch, &heading.chars, &chars);
        } else if (!readings[b] && block->role == ROLE_BYLINE) {
            heading.byline = true;
        } else {
            break;
        }
    }
    heading.crowded = b < page->blocks.len && is_headline(page, readings, b) && !heading.byline;
    return heading;
}

/* The first block after a headline and what belongs to it. */
static size_t after_heading(const struct page *page, const enum reading *readings, size_t b)
{
    do
        b++;
    while (b < page->blocks.len && is_head(page, readings, b));
    return b;
}

/* The first passage of those before P between which no headline stands. */
static size_t run_before(const struct passages *passages, size_t p)
{
    do
        p--;
    while (p > 0 && !passages->at[p].before.headline);
    return p;
}

static void find_headings(struct arena *scratch, const struct source *source,
                          struct passages *passages)
{
    const struct page *page = source->page;
    const enum reading *readings = source->readings;
    size_t p = 0, picture = passages->row, below = 0, run = 0, run_of = 0;
    for (size_t b = 0; b < page->blocks.len; b++) {
        if (!is_headline(page, readings, b))
            continue;
        struct heading heading = heading_of(scratch, source, b);
        if (below <= b)
            below = after_heading(page, readings, b);
        while (p < passages->row && passages->at[p].at < b)
            p++;
        while (picture < passages->len && passages->at[picture].at < below)
            picture++;
        heading.place = (double)p - 0.5;
        if (p < passages->row && passages->at[p].at == below)
            heading.above = p;
        else if (picture < passages->len && passages->at[picture].at == below)
            heading.above = picture;
        if (p != run_of) {
            run = run_before(passages, p);
            run_of = p;
        }
        if (p > 0 && b > 0 && !is_head(page, readings, b - 1))
            heading.below = run;
        passages->elsewhere += heading.above == PASSAGE_NONE;
        vec_push(scratch, &passages->headings, heading);
    }
}

/* Headlines in a heap that stands above no text do not crowd each other. */
static void find_heaps(struct headings *headings)
{
    for (size_t h = 0; h + 1 < headings->len; h++)
        headings->at[h + 1].heaped = headings->at[h].crowded;
    for (size_t h = headings->len; h-- > 0;) {
        const struct heading *under = h + 1 < headings->len ? &headings->at[h + 1] : NULL;
        headings->at[h].crowded &= under && (under->above != PASSAGE_NONE || under->crowded);
    }
}

/* How many headlines stand above each other. */
static void count_heaps(const struct page *page, const enum reading *readings,
                        struct headings *headings)
{
    for (size_t from = 0, to = 0; from < headings->len; from = to) {
        size_t end = after_heading(page, readings, headings->at[from].at);
        for (to = from + 1; to < headings->len && headings->at[to].at < end;)
            to++;
        for (size_t h = from; h < to; h++)
            headings->at[h].heap = to - from;
    }
}

void headings_find(struct arena *scratch, const struct source *source, struct passages *passages)
{
    find_headings(scratch, source, passages);
    find_heaps(&passages->headings);
    count_heaps(source->page, source->readings, &passages->headings);
}
