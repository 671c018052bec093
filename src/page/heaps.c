/* SPDX-License-Identifier: MIT */
#include "page/heaps.h"

#include "page/chars.h"
#include "page/cues.h"
#include "page/heading_words.h"
#include "page/headings.h"
#include "page/headlines.h"
#include "page/lexicon.h"

#define HEAP_LINES 4    /* at most, that look like a column's */
#define LETTERS_LEAST 5 /* of each */

static bool is_head(const struct blocks *blocks, size_t i)
{
    enum role role = blocks->at[i].role;
    return role == ROLE_HEADLINE || role == ROLE_SUBTITLE || role == ROLE_BYLINE;
}

/* Whether a line by itself could be a headline. */
static bool may_head(const struct block *block, size_t i, struct str line)
{
    struct block alone = *block;
    alone.text = line;
    alone.spans = (struct spans){.at = block->spans.at + i, .len = 1};
    alone.runs_on = false;
    return utf8_solid(line) >= LETTERS_LEAST && looks_like_heading(&alone) && !ends_open(line);
}

/* Whether each of a block's lines could be a headline, and no word goes on from one to the next. */
static bool is_heap(const struct block *block)
{
    struct str text = block->text, last = {0};
    for (size_t i = 0; i < block->spans.len; i++) {
        struct str line = str_cut(&text, '\n');
        if (!may_head(block, i, line))
            return false;
        struct han_run before = han_run_last(last), after = han_run_first(line);
        if (i > 0 && lexicon_gain(&before, &after) > 0.0)
            return false;
        last = line;
    }
    return !text.len;
}

static bool should_part(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i];
    if (block->role != ROLE_PARAGRAPH || block->setting != SETTING_PLAIN || block->spans.len < 2 ||
        block->spans.len > HEAP_LINES || block->continues)
        return false;
    if (i > 0 && blocks->at[i - 1].role == ROLE_PARAGRAPH && !ends_sentence(blocks->at[i - 1].text))
        return false;
    bool below = i + 1 == blocks->len || is_head(blocks, i + 1);
    return below && (i + 1 < blocks->len || (i > 0 && is_head(blocks, i - 1))) && is_heap(block);
}

static void part(struct arena *keep, const struct page *page, struct blocks *out,
                 const struct block *block)
{
    struct str text = block->text;
    for (size_t i = 0; i < block->spans.len; i++) {
        struct block line = *block;
        line.text = str_cut(&text, '\n');
        line.spans = (struct spans){0};
        vec_push(keep, &line.spans, block->spans.at[i]);
        const struct line *at = page_line_at(page, block->spans.at[i].start);
        line.first_line = line.last_line = at ? at->number : block->first_line;
        line.role = ROLE_HEADLINE;
        line.gap = i ? 0 : block->gap;
        line.column = 0;
        line.runs_on = false;
        vec_push(keep, out, line);
    }
}

void heaps_part(struct arena *keep, struct page *page)
{
    struct blocks *blocks = &page->blocks, out = {0};
    size_t first = 0;
    while (first < blocks->len && !should_part(blocks, first))
        first++;
    if (first == blocks->len)
        return;
    for (size_t i = 0; i < blocks->len; i++)
        if (should_part(blocks, i))
            part(keep, page, &out, &blocks->at[i]);
        else
            vec_push(keep, &out, blocks->at[i]);
    *blocks = out;
}
