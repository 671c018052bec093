/* SPDX-License-Identifier: MIT */
#include "page/mastheads.h"

#include "page/authors.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/furniture.h"
#include "page/wordlist.h"

#define RUN_MOST 24    /* lines of a masthead or a list of contents */
#define BETWEEN_MOST 3 /* of them in a row that do not look like furniture by themselves */
#define NAME_CHARS 12  /* width of such a line in a masthead … */
#define SIGNED_CHARS 6 /* … of one that looks like names … */
#define ENTRY_CHARS 30 /* … and in a list of contents */
#define LABEL_CHARS 4  /* letters of a column's name that no list holds */
#define BELOW_CHARS 7  /* at least, of the headline below it */
#define WEATHER_CHARS 48
#define NAMES_MOST 16 /* names that are looked for again as running heads */

/* ■副刊, （试刊）: what looks like the names of people, between lines of a masthead. */
static bool looks_signed(const struct block *block)
{
    return (block->role == ROLE_BYLINE || block->role == ROLE_CREDIT) && block->spans.len == 1 &&
           text_width(block->text) <= 2 * SIGNED_CHARS;
}

/* Whether what BLOCK is may still be decided by what stands beside it. */
static bool is_open(const struct block *block)
{
    return block->role == ROLE_HEADLINE || (block->role == ROLE_PARAGRAPH && block->spans.len == 1);
}

/* Whether a line can stand in a masthead between others, or in a list of contents. */
static bool may_stand_between(const struct block *block, size_t most)
{
    return is_open(block) && block->spans.len == 1 && text_width(block->text) <= 2 * most &&
           !ends_sentence(block->text) && !starts_report(block->text);
}

/* 今天多云转阴，20℃～29℃: the weather, as it stands in a masthead. */
static bool is_weather(const struct block *block)
{
    static const struct str words[] = {WORD("晴"), WORD("多云"), WORD("阴"),
                                       WORD("雨"), WORD("雪"),   WORD("雾")};
    struct str text = block->text;
    return is_open(block) && block->spans.len == 1 && utf8_count(text) <= WEATHER_CHARS &&
           (str_has(text, STR("℃")) || str_has(text, STR("°"))) && !holds_full_stop(text) &&
           wordlist_held(words, COUNT(words), text) > 0;
}

/* A line that is furniture by its own words, and that no story's last lines may be. */
static bool is_sure(const struct block *block)
{
    return block->role == ROLE_FURNITURE;
}

/* Makes furniture of the lines from I on that stand before or between lines of furniture, up to a
   gap wider than USUAL. */
static void settle_run(struct blocks *blocks, size_t i, size_t most, uint32_t usual)
{
    size_t end = i, between = 0;
    for (size_t k = i; k < blocks->len && k < i + RUN_MOST; k++) {
        const struct block *block = &blocks->at[k];
        if (end > i && block->gap > usual)
            break;
        if (is_sure(block) || (end > i && is_weather(block))) {
            end = k + 1;
            between = 0;
        } else if (!(may_stand_between(block, most) || looks_signed(block)) ||
                   ++between > BETWEEN_MOST) {
            break;
        }
    }
    for (; i < end; i++)
        blocks->at[i].role = ROLE_FURNITURE;
}

/* The usual gap between the page's blocks, 0 or 1. */
static uint32_t usual_gap(const struct blocks *blocks)
{
    size_t close = 0;
    for (size_t i = 1; i < blocks->len; i++)
        close += blocks->at[i].gap == 0;
    return close * 2 > blocks->len ? 0 : 1;
}

static bool begins_sheet(const struct page *page, size_t i)
{
    const struct line *line = page_line_at(page, page->blocks.at[i].spans.at[0].start);
    return i == 0 || (line && line->new_sheet);
}

static void settle_tops(struct page *page)
{
    struct blocks *blocks = &page->blocks;
    uint32_t usual = usual_gap(blocks);
    for (size_t i = 0; i < blocks->len; i++) {
        if (begins_sheet(page, i) && is_open(&blocks->at[i]) && is_paper_title(blocks->at[i].text))
            blocks->at[i].role = ROLE_FURNITURE;
        if (begins_sheet(page, i))
            settle_run(blocks, i, NAME_CHARS, usual);
        if (is_contents_head(blocks->at[i].text) && is_open(&blocks->at[i]))
            blocks->at[i].role = ROLE_FURNITURE;
        if (is_contents_head(blocks->at[i].text))
            settle_run(blocks, i, ENTRY_CHARS, usual);
    }
}

/* ---- running heads */

/* Whether two texts have the same letters, blanks aside. */
static bool same_letters(struct str a, struct str b)
{
    struct utf8 c = utf8_first(a), d = utf8_first(b);
    for (;;) {
        while (c.len && utf8_is_blank(c.code))
            c = utf8_next(a, c);
        while (d.len && utf8_is_blank(d.code))
            d = utf8_next(b, d);
        if (!c.len || !d.len || c.code != d.code)
            return !c.len && !d.len;
        c = utf8_next(a, c);
        d = utf8_next(b, d);
    }
}

/* The masthead's words, wherever they stand again on the page. */
static void settle_running_heads(struct blocks *blocks)
{
    const struct block *names[NAMES_MOST];
    size_t len = 0;
    for (size_t i = 0; i < blocks->len && i < RUN_MOST && len < NAMES_MOST; i++)
        if (is_sure(&blocks->at[i]) && utf8_solid(blocks->at[i].text) <= NAME_CHARS &&
            utf8_solid(blocks->at[i].text) > 2)
            names[len++] = &blocks->at[i];
    for (size_t i = 0; i < blocks->len; i++)
        for (size_t k = 0; k < len && may_stand_between(&blocks->at[i], NAME_CHARS); k++)
            if (same_letters(names[k]->text, blocks->at[i].text))
                blocks->at[i].role = ROLE_FURNITURE;
}

/* ---- names of columns */

static bool is_text(const struct block *block)
{
    return block->role == ROLE_PARAGRAPH || block->role == ROLE_CAPTION;
}

/* A place's name is a kicker. */
static bool is_place(struct str text)
{
    static const struct str ends[] = {WORD("县"), WORD("市"), WORD("区"), WORD("乡"), WORD("镇"),
                                      WORD("村"), WORD("州"), WORD("旗"), WORD("省"), WORD("街道")};
    return wordlist_end(ends, COUNT(ends), text);
}

/* Whether block I is the name of somebody who signs the text above. */
static bool signs_above(const struct blocks *blocks, size_t i)
{
    return i > 0 && is_text(&blocks->at[i - 1]) && ends_sentence(blocks->at[i - 1].text) &&
           is_author_line(blocks->at[i].text);
}

/* A few letters right above a headline that is much longer and has a text of its own. */
static bool is_label_above(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i], *below = &blocks->at[i + 1];
    if (block->role != ROLE_HEADLINE || below->role != ROLE_HEADLINE || block->spans.len > 1)
        return false;
    size_t letters = utf8_solid(block->text), longer = utf8_solid(below->text);
    bool text = i + 2 < blocks->len &&
                (is_text(&blocks->at[i + 2]) || blocks->at[i + 2].role == ROLE_BYLINE ||
                 blocks->at[i + 2].role == ROLE_SUBTITLE);
    return text && letters <= LABEL_CHARS && longer >= BELOW_CHARS && longer * 2 >= letters * 3 &&
           !is_place(block->text) && below->gap <= 1 && !ends_sentence(block->text) &&
           !signs_above(blocks, i);
}

/* The name of a column that signs a text of its own is that text's headline. */
static void settle_labels(struct blocks *blocks)
{
    for (size_t i = 0; i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        if (is_label_above(blocks, i))
            block->role = ROLE_FURNITURE;
        else if (is_sure(block) && is_column_label(block->text) && i > 0 &&
                 is_text(&blocks->at[i - 1]) && blocks->at[i + 1].role == ROLE_BYLINE)
            block->role = ROLE_HEADLINE;
    }
}

void mastheads_settle(struct page *page)
{
    settle_tops(page);
    settle_running_heads(&page->blocks);
    settle_labels(&page->blocks);
}
