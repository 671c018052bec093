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
        .continues = set->place == PLACE_MIDDLE || set->place == PLACE_LAST,
        .runs_on = set->place == PLACE_FIRST || set->place == PLACE_MIDDLE,
    };
    vec_push(keep, &block.spans, solid_span(page, set->line));
    return block;
}

/* Makes one block of LEN lines. */
static struct block block_of_lines(struct arena *keep, const struct page *page,
                                   const struct set_line *lines, size_t len, struct buf *text)
{
    struct block block = block_of(keep, page, &lines[0]);
    if (len == 1)
        return block;
    buf_reset(text);
    buf_str(text, block.text);
    for (size_t i = 1; i < len; i++) {
        buf_byte(text, '\n');
        buf_str(text, lines[i].line->text);
        vec_push(keep, &block.spans, solid_span(page, lines[i].line));
    }
    const struct set_line *last = &lines[len - 1];
    block.text = str_dup(keep, buf_view(text));
    block.last_line = last->line->number;
    block.runs_on = last->place == PLACE_FIRST || last->place == PLACE_MIDDLE;
    return block;
}

void block_append(struct arena *keep, struct block *block, const struct block *after)
{
    block->text = str_format(keep, "%.*s\n%.*s", STR_FMT(block->text), STR_FMT(after->text));
    for (size_t i = 0; i < after->spans.len; i++)
        vec_push(keep, &block->spans, after->spans.at[i]);
    block->last_line = after->last_line;
    block->runs_on = after->runs_on;
}

void blocks_find(struct arena *keep, struct page *page)
{
    struct arena scratch = {0};
    struct set_lines lines = columns_find(&scratch, page);
    struct buf text = {0};
    for (size_t i = 0, next; i < lines.len; i = next) {
        for (next = i + 1; next < lines.len && lines.at[next].joined;)
            next++;
        vec_push(keep, &page->blocks, block_of_lines(keep, page, lines.at + i, next - i, &text));
    }
    buf_clear(&text);
    arena_clear(&scratch);
}
