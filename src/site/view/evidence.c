/* SPDX-License-Identifier: MIT */
#include "site/view/evidence.h"

#include "archive/pieces.h"
#include "base/utf8.h"
#include "page/chars.h"

/* So many characters are quoted before and after the words at most. */
enum { QUOTE_CHARS = 24 };

static bool holds(const struct block *block, uint32_t offset)
{
    for (size_t i = 0; i < block->spans.len; i++) {
        if (block->spans.at[i].start <= offset && offset < block->spans.at[i].end)
            return true;
    }
    return false;
}

static const struct block *block_of(const struct story *story, uint32_t offset)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (holds(&story->blocks.at[i], offset))
            return &story->blocks.at[i];
    }
    return NULL;
}

/* Characters of the block before OFFSET of the page that are not blank. */
static size_t solid_before(const struct page *page, const struct block *block, uint32_t offset)
{
    size_t chars = 0;
    for (size_t i = 0; i < block->spans.len; i++) {
        struct span span = block->spans.at[i];
        bool last = span.start <= offset && offset < span.end;
        chars += utf8_solid(page_slice(page, (struct span){span.start, last ? offset : span.end}));
        if (last)
            break;
    }
    return chars;
}

/* Where the character stands that SOLID characters of S, blanks not counted, stand before. */
static size_t solid_at(struct str s, size_t solid)
{
    struct utf8 c = utf8_first(s);
    for (; c.len && (solid > 0 || utf8_is_blank(c.code)); c = utf8_next(s, c))
        solid -= !utf8_is_blank(c.code);
    return c.at;
}

/* Tidying only took blanks out of the text, so the count of other characters leads to the words;
   but doubled headlines were halved, and there the first of such words must do. */
static size_t hit_at(const struct page *page, const struct block *block,
                     const struct evidence *evidence)
{
    size_t at = solid_at(block->text, solid_before(page, block, evidence->span.start));
    if (str_starts(str_slice(block->text, at, block->text.len), evidence->text))
        return at;
    return str_find(block->text, evidence->text, 0);
}

static bool ends_clause(uint32_t code)
{
    static const uint32_t stops[] = {0x3002, 0xff01, 0xff1f, 0xff1b, 0xff0c, '!', '?', ';', ','};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        if (code == stops[i])
            return true;
    }
    return false;
}

/* The end of TEXT, back to where its last clause begins. */
static struct str clause_before(struct str text, bool *cut)
{
    size_t chars = 0;
    struct utf8 c = utf8_last(text);
    while (c.len && chars++ < QUOTE_CHARS && !ends_clause(c.code))
        c = utf8_before(text, c.at);
    *cut = c.len && !ends_clause(c.code);
    size_t start = c.len ? c.at + c.len : 0;
    for (struct utf8 mark = utf8_at(text, start); c.len && !*cut && is_closing(mark.code);
         mark = utf8_next(text, mark))
        start = mark.at + mark.len; /* ” of the clause before */
    return utf8_trim(str_slice(text, start, text.len));
}

/* The start of TEXT, to where its first clause ends. */
static struct str clause_after(struct str text, bool *cut)
{
    size_t chars = 0;
    struct utf8 c = utf8_first(text);
    while (c.len && chars++ < QUOTE_CHARS && !ends_clause(c.code))
        c = utf8_next(text, c);
    *cut = c.len && !ends_clause(c.code);
    return utf8_trim(str_slice(text, 0, c.at));
}

enum role evidence_role(const struct story *story, const struct evidence *evidence)
{
    const struct block *block = block_of(story, evidence->span.start);
    return block && evidence->span.start < evidence->span.end ? block->role : ROLE_COUNT;
}

/* Words that another story of the page has, or none: in their line, as it came; those of the front
   matter alone. */
static void quote_line(struct quote *quote, const struct page *page, struct span words)
{
    const struct line *at = page_line_at(page, words.start);
    struct span line = at ? at->span : words;
    quote->hit = page_slice(page, words);
    quote->before =
        clause_before(page_slice(page, (struct span){line.start, words.start}), &quote->cut_before);
    quote->after =
        clause_after(page_slice(page, (struct span){words.end, line.end}), &quote->cut_after);
}

struct quote evidence_quote(const struct story *story, const struct evidence *evidence)
{
    struct quote quote = {.hit = evidence->text};
    if (evidence->span.start == evidence->span.end)
        return quote;
    quote.line = page_line_number(story->page, evidence->span.start);
    const struct block *block = block_of(story, evidence->span.start);
    size_t at = block ? hit_at(story->page, block, evidence) : SIZE_MAX;
    if (at == SIZE_MAX) {
        quote_line(&quote, story->page, evidence->span);
        return quote;
    }
    size_t end = at + evidence->text.len;
    quote.hit = str_slice(block->text, at, end);
    quote.before = clause_before(str_slice(block->text, 0, at), &quote.cut_before);
    quote.after = clause_after(str_slice(block->text, end, block->text.len), &quote.cut_after);
    return quote;
}
