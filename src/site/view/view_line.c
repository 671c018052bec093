/* SPDX-License-Identifier: MIT */
#include "site/view/view_piece.h"

#include "base/utf8.h"
#include "site/view/field.h"

/* A line, or the part of one that lies in a piece, as it came. */
struct line_view {
    uint32_t number;
    struct str text;
    bool begins; /* no other part of the line before it has text */
};

struct line_views VEC_OF(struct line_view);

/* What PIECE has of a line: the blanks at its ends too, but nothing of its neighbours. */
static struct span own_part(const struct piece_view *view, struct span line)
{
    bool shared_before = view->before && view->before->span.end > line.start;
    bool shared_after = view->after && view->after->span.start < line.end;
    return (struct span){shared_before ? view->piece->span.start : line.start,
                         shared_after ? view->after->span.start : line.end};
}

static void add_line(struct arena *scratch, struct line_views *lines, const struct piece_view *view,
                     struct span line, uint32_t number)
{
    struct span own = own_part(view, line);
    struct str text = page_slice(view->page->page, own);
    if (utf8_all_blank(text))
        return;
    uint32_t last = lines->len     ? lines->at[lines->len - 1].number
                    : view->before ? view->before->last_line
                                   : 0;
    vec_push(scratch, lines, (struct line_view){number, text, number != last});
}

/* The first line of *REST, with its end, is cut off; without its end it is returned. */
static struct str front_line(struct str *rest)
{
    struct str all = *rest;
    size_t end = 0;
    while (end < all.len && all.ptr[end] != '\n' && all.ptr[end] != '\r')
        end++;
    bool crlf = end + 1 < all.len && all.ptr[end] == '\r' && all.ptr[end + 1] == '\n';
    *rest = str_slice(all, end + 1 + crlf, all.len);
    return str_slice(all, 0, end);
}

/* The front matter has no lines in page.lines. */
static void add_front(struct arena *scratch, struct line_views *lines,
                      const struct piece_view *view)
{
    const struct page *page = view->page->page;
    struct str rest = page_slice(page, page->front);
    for (uint32_t number = 1; rest.len; number++) {
        struct str line = front_line(&rest);
        uint32_t start = (uint32_t)(line.ptr - page->text.ptr);
        add_line(scratch, lines, view, (struct span){start, start + (uint32_t)line.len}, number);
    }
}

static struct line_views *lines_of(struct arena *scratch, const struct piece_view *view)
{
    struct line_views *lines = ARENA_NEW(scratch, struct line_views);
    const struct page *page = view->page->page;
    if (view->piece->front) {
        add_front(scratch, lines, view);
        return lines;
    }
    const struct line *end = page->lines.at + page->lines.len;
    const struct line *line = page_line_at(page, view->piece->span.start);
    for (; line && line < end && line->span.start < view->piece->span.end; line++)
        add_line(scratch, lines, view, line->span, line->number);
    return lines;
}

FIELD(line_number, line_view, value_int(view->number))
FIELD(line_text, line_view, value_string(view->text))
FIELD(line_anchor, line_view,
      view->begins ? value_string(str_format(scratch, "L%u", view->number)) : VALUE_NONE)

static const struct value_field line_fields[] = {
    {"number", "its number in the file", line_number},
    {"text", "its text, as it came", line_text},
    {"anchor", "its id, L5; nothing where the line began in another piece", line_anchor},
    {0},
};

const struct value_type line_type = {.name = "line", .fields = line_fields};

struct value lines_value(struct arena *scratch, const struct piece_view *view)
{
    return value_vec(scratch, &line_type, lines_of(scratch, view));
}
