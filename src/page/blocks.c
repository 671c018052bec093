/* SPDX-License-Identifier: MIT */
#include "page/blocks.h"

#include "base/utf8.h"
#include "page/columns.h"

/* The line's span without the blanks at its ends. */
static struct span solid_span(const struct page *page, const struct line *line)
{
    struct str raw = page_slice(page, line->span);
    struct str solid = utf8_trim(raw);
    uint32_t start = line->span.start + (uint32_t)(solid.ptr - raw.ptr);
    return (struct span){start, start + (uint32_t)solid.len};
}

static struct block block_of(struct arena *keep, const struct page *page,
                             const struct set_line *set)
{
    struct block block = {
        .role = ROLE_PARAGRAPH,
        .text = set->line->text,
        .first_line = set->line->number,
        .last_line = set->line->number,
        .gap = set->gap,
        .column = set->column,
        .indent = set->line->indent,
        .setting = set->setting,
        .continues = set->place == PLACE_MIDDLE || set->place == PLACE_LAST,
        .runs_on = set->place == PLACE_FIRST || set->place == PLACE_MIDDLE,
    };
    vec_push(keep, &block.spans, solid_span(page, set->line));
    return block;
}

/* Whether a line is part of no text that the lines before and after it may be. */
static bool is_aside(const struct set_line *set)
{
    return set->setting == SETTING_STRAY || set->setting == SETTING_DOWN;
}

/* The next line after I that belongs to the same block; LEN: there is none. */
static size_t next_of_block(const struct set_lines *lines, size_t i)
{
    const struct set_line *set = &lines->at[i];
    if (set->setting == SETTING_STRAY)
        return lines->len;
    for (i++; i < lines->len; i++) {
        const struct set_line *next = &lines->at[i];
        if (set->setting == SETTING_DOWN) {
            if (next->headline == set->headline)
                return i;
            if (next->headline)
                return lines->len;
        } else if (!is_aside(next)) {
            return next->joined ? i : lines->len;
        }
    }
    return lines->len;
}

/* Makes one block of line I and those that belong to it; marks them in TAKEN. */
static struct block block_of_lines(struct arena *keep, const struct page *page,
                                   const struct set_lines *lines, size_t i, bool *taken,
                                   struct buf *text)
{
    struct block block = block_of(keep, page, &lines->at[i]);
    size_t last = i;
    buf_reset(text);
    buf_str(text, block.text);
    for (size_t k = next_of_block(lines, i); k < lines->len; k = next_of_block(lines, k)) {
        if (block.setting != SETTING_DOWN)
            buf_byte(text, '\n');
        buf_str(text, lines->at[k].line->text);
        vec_push(keep, &block.spans, solid_span(page, lines->at[k].line));
        taken[k] = true;
        last = k;
    }
    if (last == i)
        return block;
    const struct set_line *end = &lines->at[last];
    block.text = str_dup(keep, buf_view(text));
    block.last_line = end->line->number;
    block.runs_on = end->place == PLACE_FIRST || end->place == PLACE_MIDDLE;
    return block;
}

struct block block_copy(struct arena *keep, const struct block *block)
{
    struct block copy = *block;
    copy.text = str_dup(keep, block->text);
    copy.spans = (struct spans){0};
    for (size_t i = 0; i < block->spans.len; i++)
        vec_push(keep, &copy.spans, block->spans.at[i]);
    return copy;
}

void block_append(struct arena *keep, struct block *block, const struct block *after)
{
    block->text = str_format(keep, "%.*s\n%.*s", STR_FMT(block->text), STR_FMT(after->text));
    for (size_t i = 0; i < after->spans.len; i++)
        vec_push(keep, &block->spans, after->spans.at[i]);
    block->last_line = after->last_line;
    block->runs_on = after->runs_on;
    block->ends = after->ends;
}

void blocks_find(struct arena *keep, struct page *page)
{
    struct arena scratch = {0};
    struct set_lines lines = columns_find(&scratch, page);
    struct buf text = {0};
    bool *taken = ARENA_ARRAY(&scratch, bool, lines.len);
    for (size_t i = 0; i < lines.len; i++)
        if (!taken[i])
            vec_push(keep, &page->blocks, block_of_lines(keep, page, &lines, i, taken, &text));
    buf_clear(&text);
    arena_clear(&scratch);
}
