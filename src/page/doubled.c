/* SPDX-License-Identifier: MIT */
#include "page/doubled.h"

#include "page/roles.h"
#include "page/tidy.h"

bool page_has_doubled(const struct page *page)
{
    for (size_t i = 0; i < page->lines.len; i++)
        if (page->lines.at[i].doubled)
            return true;
    return false;
}

static bool block_has_doubled(const struct page *page, const struct block *block)
{
    for (size_t i = 0; i < block->spans.len; i++) {
        const struct line *line = page_line_at(page, block->spans.at[i].start);
        if (line && line->doubled)
            return true;
    }
    return false;
}

void doubled_restore(struct arena *keep, const struct page *page, struct block *block)
{
    if (role_is_singled(block->role) || !block_has_doubled(page, block))
        return;
    struct buf lines = {0};
    for (size_t i = 0; i < block->spans.len; i++) {
        struct line line = {0};
        line_tidy(keep, page_slice(page, block->spans.at[i]), &line);
        if (i)
            buf_byte(&lines, '\n');
        buf_str(&lines, line.whole);
    }
    struct str text = str_dup(keep, buf_view(&lines));
    buf_clear(&lines);
    block->text = role_tidy(keep, block->role, text);
}
