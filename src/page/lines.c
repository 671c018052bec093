/* SPDX-License-Identifier: MIT */
#include "page/lines.h"

#include "page/tidy.h"

#define FORM_FEED '\f'

/* Offset of the first character at or after FROM that ends a line, or the text's end. */
static size_t line_end(struct str text, size_t from)
{
    while (from < text.len && text.ptr[from] != '\n' && text.ptr[from] != '\r' &&
           text.ptr[from] != FORM_FEED)
        from++;
    return from;
}

/* Bytes of the line end at offset AT. */
static size_t line_end_len(struct str text, size_t at)
{
    if (at >= text.len)
        return 0;
    return text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
}

static uint32_t count_line_ends(struct str text)
{
    uint32_t count = 0;
    for (size_t at = line_end(text, 0); at < text.len; at = line_end(text, at)) {
        count += text.ptr[at] != FORM_FEED;
        at += line_end_len(text, at);
    }
    return count;
}

void lines_find(struct arena *keep, struct page *page)
{
    struct str text = page->text;
    struct line line = {.number = 1 + count_line_ends(str_slice(text, 0, page->front.end))};
    for (size_t at = page->front.end; at < text.len;) {
        size_t end = line_end(text, at);
        line.span = (struct span){(uint32_t)at, (uint32_t)end};
        line_tidy(keep, page_slice(page, line.span), &line);
        vec_push(keep, &page->lines, line);
        bool sheet = end < text.len && text.ptr[end] == FORM_FEED;
        at = end + line_end_len(text, end);
        line = (struct line){.number = line.number + !sheet, .new_sheet = sheet};
    }
}

uint32_t lines_between(const struct page *page, size_t before, size_t after)
{
    uint32_t blank = 0;
    for (size_t i = before + 1; i < after; i++)
        blank += page->lines.at[i].chars == 0;
    return blank;
}
