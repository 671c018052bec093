/* SPDX-License-Identifier: MIT */
#include "page/variants.h"

#include "base/utf8.h"
#include "page/doubled.h"
#include "page/variants_table.h"

#define TRADITIONAL_SHARE 10 /* one in so many characters */

uint32_t character_simplified(uint32_t code)
{
    uint32_t form =
        code >= VARIANTS_FIRST && code <= VARIANTS_LAST ? variants_table[code - VARIANTS_FIRST] : 0;
    return form ? form : code;
}

static void put(char *at, uint32_t code)
{
    at[0] = (char)(0xe0 | code >> 12);
    at[1] = (char)(0x80 | (code >> 6 & 0x3f));
    at[2] = (char)(0x80 | (code & 0x3f));
}

struct str text_fold(struct folded *room, struct str s)
{
    bool copied = false;
    if (s.len > FOLDED_MAX)
        return s;
    for (size_t i = 0; i + 2 < s.len; i++) { /* characters that have a form are of three bytes */
        const unsigned char *at = (const unsigned char *)s.ptr + i;
        if (at[0] >> 4 != 0xe)
            continue;
        uint32_t code = (at[0] & 0xfU) << 12 | (at[1] & 0x3fU) << 6 | (at[2] & 0x3fU);
        uint32_t plain = character_simplified(code);
        if (plain != code) {
            if (!copied)
                memcpy(room->bytes, s.ptr, s.len);
            copied = true;
            put(room->bytes + i, plain);
        }
        i += 2;
    }
    return copied ? (struct str){room->bytes, s.len} : s;
}

/* ---- pages */

static bool is_traditional(const struct lines *lines)
{
    size_t han = 0, other = 0;
    for (size_t i = 0; i < lines->len; i++) {
        struct str text = lines->at[i].text;
        for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
            han += utf8_is_han(c.code);
            other += character_simplified(c.code) != c.code;
        }
    }
    return other * TRADITIONAL_SHARE > han;
}

/* A copy of S, to put other forms into. */
static char *copy_of(struct arena *keep, struct str s)
{
    char *bytes = arena_alloc(keep, s.len + 1);
    if (s.len)
        memcpy(bytes, s.ptr, s.len);
    return bytes;
}

struct str text_simplified(struct arena *keep, struct str s)
{
    char *bytes = copy_of(keep, s);
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (character_simplified(c.code) != c.code)
            put(bytes + c.at, character_simplified(c.code));
    return (struct str){bytes, s.len};
}

void variants_fold(struct arena *keep, struct page *page)
{
    page->traditional = is_traditional(&page->lines);
    for (size_t i = 0; page->traditional && i < page->lines.len; i++) {
        struct line *line = &page->lines.at[i];
        bool whole = line->whole.ptr != line->text.ptr;
        line->text = text_simplified(keep, line->text);
        line->whole = whole ? text_simplified(keep, line->whole) : line->text;
    }
}

/* Where a block's characters are read on the page. */
struct reader {
    const struct page *page;
    const struct spans *spans;
    size_t span, at; /* at: a byte of the page's text */
};

/* The next character of the spans that is no blank; len 0: there is none. */
static struct utf8 read_on(struct reader *reader)
{
    while (reader->span < reader->spans->len) {
        struct span span = reader->spans->at[reader->span];
        if (reader->at < span.start)
            reader->at = span.start;
        if (reader->at >= span.end) {
            reader->span++;
            reader->at = 0;
            continue;
        }
        struct utf8 c = utf8_at(reader->page->text, reader->at);
        reader->at += c.len;
        if (!utf8_is_blank(c.code))
            return c;
    }
    return (struct utf8){0};
}

/* Passes over the copy of a letter that the page doubles. */
static void pass_copy(struct reader *reader, uint32_t code)
{
    struct reader ahead = *reader;
    const struct line *line = page_line_at(reader->page, reader->at ? reader->at - 1 : 0);
    if (line && line->doubled && read_on(&ahead).code == code)
        *reader = ahead;
}

/* The form that a character of a text has on the page: the next there of the same Simplified form,
   past what the text has lost; CODE itself, and the reader where it was, if there is none. */
static uint32_t form_on_page(struct reader *reader, uint32_t code, bool singled)
{
    struct reader ahead = *reader;
    for (struct utf8 c = read_on(&ahead); c.len; c = read_on(&ahead)) {
        if (character_simplified(c.code) != character_simplified(code))
            continue;
        *reader = ahead;
        if (singled)
            pass_copy(reader, c.code);
        return c.code;
    }
    return code;
}

void variants_restore(struct arena *keep, const struct page *page, struct block *block)
{
    if (!page->traditional)
        return;
    struct reader reader = {.page = page, .spans = &block->spans};
    struct str text = block->text;
    char *bytes = copy_of(keep, text);
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (!utf8_is_han(c.code))
            continue;
        uint32_t form = form_on_page(&reader, c.code, role_is_singled(block->role));
        if (form != c.code)
            put(bytes + c.at, form);
    }
    block->text = (struct str){bytes, text.len};
}

struct str without_blanks(struct folded *room, struct str line)
{
    struct str word = {room->bytes, 0};
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c)) {
        if (utf8_is_blank(c.code))
            continue;
        memmove(room->bytes + word.len, line.ptr + c.at, c.len);
        word.len += c.len;
    }
    return word;
}
