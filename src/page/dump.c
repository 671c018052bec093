/* SPDX-License-Identifier: MIT */
#include "page/dump.h"

#include "base/utf8.h"
#include "page/chars.h"

#define TEXT_CHARS 24 /* shown of a text's start, and as many of its end */

static void dump_text(struct buf *out, struct str text)
{
    size_t chars = utf8_count(text);
    if (chars <= 2 * TEXT_CHARS + 1) {
        utf8_add_safe(out, text);
        return;
    }
    struct str head = utf8_head(text, TEXT_CHARS);
    struct str kept = utf8_head(text, chars - TEXT_CHARS);
    utf8_add_safe(out, head);
    buf_fmt(out, "…");
    utf8_add_safe(out, str_slice(text, kept.len, text.len));
}

void dump_lines(struct buf *out, const struct page *page)
{
    for (size_t i = 0; i < page->lines.len; i++) {
        const struct line *line = &page->lines.at[i];
        buf_fmt(out, "%u %s%s%s %u %u ", line->number, line->justified ? "j" : "",
                line->doubled ? "d" : "", line->new_sheet ? "f" : "", line->indent,
                text_width(line->text));
        utf8_add_safe(out, line->text);
        buf_byte(out, '\n');
    }
}

void dump_block(struct buf *out, const struct block *block)
{
    buf_fmt(out, "%u-%u %s", block->first_line, block->last_line, role_name(block->role));
    if (block->column)
        buf_fmt(out, " /%u", block->column);
    if (block->lean > 0.0)
        buf_fmt(out, " +%.1f", block->lean);
    buf_fmt(out, "%s%s %s", block->opens ? " opens" : "", block->ends ? " ends" : "",
            block->continues ? "<" : "");
    dump_text(out, block->text);
    buf_fmt(out, "%s\n", block->runs_on ? ">" : "");
}

void dump_blocks(struct buf *out, const struct page *page)
{
    for (size_t i = 0; i < page->blocks.len; i++)
        dump_block(out, &page->blocks.at[i]);
}
