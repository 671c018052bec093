/* SPDX-License-Identifier: MIT */
#include "story/locate.h"

#include "base/utf8.h"

/*
 * A block's text is what its spans hold with the layout undone: blanks are taken out or put in, and
 * of doubled letters one is dropped. So but for blanks the text is a subsequence of the page's
 * characters, and the first character of the page that fits is the one.
 */

static bool next_piece(struct locator *locator)
{
    const struct spans *spans = &locator->block->spans;
    if (locator->pieces == spans->len)
        return false;
    uint32_t before = locator->rest.end;
    locator->rest = spans->at[locator->pieces++];
    locator->parted = locator->rest.start < before ||
                      !utf8_all_blank(str_slice(locator->page->text, before, locator->rest.start));
    return true;
}

/* Goes on to the page's next character that is CODE. False: there is none. */
static bool walk_to(struct locator *locator, uint32_t code)
{
    locator->parted = false;
    for (;;) {
        if (locator->rest.start >= locator->rest.end && !next_piece(locator))
            return false;
        struct utf8 c = utf8_at(locator->page->text, locator->rest.start);
        uint32_t start = locator->rest.start;
        locator->rest.start += (uint32_t)c.len;
        locator->solid = (struct span){start, locator->rest.start};
        if (c.code == code)
            return true;
    }
}

/* The text's next character that leaves a mark. */
static struct utf8 next_solid(struct locator *locator)
{
    struct utf8 c = utf8_at(locator->block->text, locator->text_at);
    while (c.len && utf8_is_blank(c.code))
        c = utf8_next(locator->block->text, c);
    return c;
}

/* Goes on, as far as FROM at most, where the text and the page have the same bytes: the characters
   of a stretch fit without being looked at. */
static void skip_alike(struct locator *locator, size_t from)
{
    enum { WIDE = 8 }; /* bytes that are compared at once */
    struct str text = locator->block->text, page = locator->page->text;
    size_t at = locator->text_at, on_page = locator->rest.start;
    while (at + WIDE <= from && on_page + WIDE <= locator->rest.end &&
           memcmp(text.ptr + at, page.ptr + on_page, WIDE) == 0) {
        at += WIDE;
        on_page += WIDE;
    }
    while (at < from && on_page < locator->rest.end && text.ptr[at] == page.ptr[on_page]) {
        at++;
        on_page++;
    }
    for (; at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80; at--)
        on_page--; /* of two characters that begin alike */
    locator->text_at = at;
    locator->rest.start = (uint32_t)on_page;
}

struct span locator_find(struct locator *locator, size_t from, size_t to)
{
    struct span found = {0};
    bool whole = true;
    for (;;) {
        skip_alike(locator, from);
        struct utf8 c = next_solid(locator);
        if (!c.len || c.at >= to || !walk_to(locator, c.code))
            return found;
        locator->text_at = c.at + c.len;
        if (c.at < from)
            continue;
        if (found.end == 0)
            found.start = locator->solid.start;
        else if (locator->parted)
            whole = false;
        if (whole)
            found.end = locator->solid.end;
    }
}

struct evidence block_evidence(const struct page *page, const struct block *block, size_t from,
                               size_t to)
{
    struct locator locator = locator_of(page, block);
    return (struct evidence){.text = str_slice(block->text, from, to),
                             .span = locator_find(&locator, from, to)};
}
