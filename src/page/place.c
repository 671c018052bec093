/* SPDX-License-Identifier: MIT */
#include "page/page.h"

/* Found by halving, for a page may have as many findings as stories. */
const struct line *page_line_at(const struct page *page, size_t at)
{
    const struct line *lines = page->lines.at;
    size_t low = 0, high = page->lines.len; /* the line sought is before HIGH and not before LOW */
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (lines[middle].span.start <= at)
            low = middle;
        else
            high = middle;
    }
    return high > 0 && lines[low].span.start <= at ? &lines[low] : NULL;
}

/* The first part of a line that form feeds stand in. */
static const struct line *line_start(const struct page *page, const struct line *line)
{
    while (line && line > page->lines.at && line[-1].number == line->number)
        line--;
    return line;
}

struct place page_place(const struct page *page, size_t at)
{
    struct place place = {page->path, 1, 1};
    struct str text = page->text;
    const struct line *line = line_start(page, page_line_at(page, at));
    size_t from = line ? line->span.start : 0;
    if (line)
        place.line = line->number;
    for (size_t i = from; i < at && i < text.len; i++) {
        bool cr_alone = text.ptr[i] == '\r' && (i + 1 == text.len || text.ptr[i + 1] != '\n');
        if (text.ptr[i] == '\n' || cr_alone) {
            place.line++;
            place.column = 1;
        } else {
            place.column += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
        }
    }
    return place;
}
