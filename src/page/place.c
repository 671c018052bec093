/* SPDX-License-Identifier: MIT */
#include "page/page.h"

/* The line that AT stands on, from its start; NULL: the lines are not found yet, or AT is before
   them. Found by halving, for a page may have as many findings as stories. */
static const struct line *line_at(const struct page *page, size_t at)
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
    if (high == 0 || lines[low].span.start > at)
        return NULL;
    while (low > 0 && lines[low - 1].number == lines[low].number)
        low--;
    return &lines[low];
}

struct place page_place(const struct page *page, size_t at)
{
    struct place place = {page->path, 1, 1};
    struct str text = page->text;
    const struct line *line = line_at(page, at);
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
