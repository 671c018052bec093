/* SPDX-License-Identifier: MIT */
#include "story/locate.h"

#include "base/utf8.h"

/*
 * A block's text is what its spans hold with the layout undone: blanks are taken out or put in, and
 * of doubled letters one is dropped. So but for blanks the text is a subsequence of the page's
 * characters, and the first character of the page that fits is the one.
 */
struct walk {
    const struct page *page;
    const struct spans *spans;
    size_t pieces;     /* of the spans, begun */
    struct span rest;  /* of the last of them */
    struct span solid; /* the last character that fitted */
    bool parted;       /* other text stands between it and the one before */
};

static bool next_piece(struct walk *walk)
{
    if (walk->pieces == walk->spans->len)
        return false;
    uint32_t before = walk->rest.end;
    walk->rest = walk->spans->at[walk->pieces++];
    walk->parted = walk->rest.start < before ||
                   !utf8_all_blank(str_slice(walk->page->text, before, walk->rest.start));
    return true;
}

/* Goes on to the page's next character that is CODE. False: there is none. */
static bool walk_to(struct walk *walk, uint32_t code)
{
    walk->parted = false;
    for (;;) {
        if (walk->rest.start >= walk->rest.end && !next_piece(walk))
            return false;
        struct utf8 c = utf8_at(walk->page->text, walk->rest.start);
        uint32_t start = walk->rest.start;
        walk->rest.start += (uint32_t)c.len;
        walk->solid = (struct span){start, walk->rest.start};
        if (c.code == code)
            return true;
    }
}

struct span block_locate(const struct page *page, const struct block *block, size_t from, size_t to)
{
    struct walk walk = {.page = page, .spans = &block->spans};
    struct span found = {0};
    for (struct utf8 c = utf8_first(block->text); c.at < to && c.len;
         c = utf8_next(block->text, c)) {
        if (utf8_is_blank(c.code))
            continue;
        if (!walk_to(&walk, c.code))
            break;
        if (c.at < from)
            continue;
        if (found.end == 0)
            found.start = walk.solid.start;
        else if (walk.parted)
            break;
        found.end = walk.solid.end;
    }
    return found;
}
