/* SPDX-License-Identifier: MIT */
#include "site/view/strip.h"

#include "site/view/field.h"

enum { WIDTH = 3000, THINNEST = 25, GAP = 10 };

static size_t page_chars(const struct archive_page *page)
{
    const struct piece *last = &page->pieces.at[page->pieces.len - 1];
    return last->before + (last->front ? 0 : last->chars);
}

static unsigned scaled(size_t chars, size_t all)
{
    return (unsigned)((double)chars / (double)all * WIDTH);
}

void strip_add(struct arena *scratch, struct strip_bars *bars, const struct archive_page *page,
               const struct piece *piece)
{
    size_t all = page_chars(page);
    if (piece->front || all == 0)
        return;
    unsigned x = scaled(piece->before, all), width = scaled(piece->chars, all);
    width = width < THINNEST + GAP ? THINNEST : width - GAP;
    x = x + width > WIDTH ? WIDTH - width : x;
    vec_push(scratch, bars, (struct strip_bar){x, width});
}

static struct value tenths(struct arena *scratch, unsigned value)
{
    return value_string(str_format(scratch, "%u.%u", value / 10, value % 10));
}

FIELD(bar_x, strip_bar, tenths(scratch, view->x))
FIELD(bar_width, strip_bar, tenths(scratch, view->width))

static const struct value_field bar_fields[] = {
    {"x", "its left edge, in units of which the strip is 300 wide", bar_x},
    {"width", "its width in such units", bar_width},
    {0},
};

const struct value_type strip_bar_type = {.name = "bar", .fields = bar_fields};

struct value strip_value(struct arena *scratch, const struct strip_bars *bars)
{
    return value_vec(scratch, &strip_bar_type, bars);
}
