/* SPDX-License-Identifier: MIT */
#include "page/author_habit.h"

#include "base/utf8.h"
#include "page/authors.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "page/surnames.h"
#include "page/variants.h"

#define FAR_IN 4      /* half widths more than the text below */
#define KNOWN_LEAST 2 /* authors that are set so, to make a habit */
#define NAME_LEAST 2  /* characters */
#define NAME_MOST 4

/* Whether block I is a line as short as a name, right above a text and set further in. */
static bool is_set_in(const struct blocks *blocks, size_t i)
{
    if (i + 1 >= blocks->len)
        return false;
    const struct block *block = &blocks->at[i], *below = block + 1;
    size_t chars = utf8_solid(block->text);
    return below->role == ROLE_PARAGRAPH && block->spans.len == 1 && chars >= NAME_LEAST &&
           chars <= NAME_MOST && block->indent >= below->indent + FAR_IN;
}

/* 黄 河 above 黄河边的风很大: what a text tells of is its title. */
static bool is_told_of(struct str line, struct str text)
{
    struct folded room;
    return str_has(text, without_blanks(&room, line));
}

/* 黄 昏: what is so called in every other essay. */
static bool is_common(struct str line)
{
    struct folded room;
    return word_level(without_blanks(&room, line)) >= EVERYDAY_LEVEL;
}

/* 山 泉 between a headline and its text, set wide and further in than the headline: a pen name,
   though it is a word. */
static bool is_pen_name(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i], *above = block - 1, *below = block + 1;
    return (block->role == ROLE_HEADLINE || block->role == ROLE_PARAGRAPH) &&
           block->spans.len == 1 && above->role == ROLE_HEADLINE && below->role == ROLE_PARAGRAPH &&
           is_spaced_word(block->text) && !is_common(block->text) && !is_spaced_word(above->text) &&
           block->gap == 0 && below->gap == 0 && block->indent > above->indent &&
           !is_told_of(block->text, below->text);
}

/* 李明 in ·李明·: what stands between dots, as columns' names do too; empty: nothing does. */
static struct str between_dots(struct str line)
{
    struct utf8 first = utf8_first(line), last = utf8_last(line);
    bool dotted = is_name_dot(first.code) && is_name_dot(last.code) && last.at > first.at;
    return dotted ? str_slice(line, first.len, last.at) : STR_NONE;
}

/* Such a name signs right below a headline and above its text, or right below a text's end. */
static void settle_dotted(struct blocks *blocks, size_t i)
{
    struct block *block = &blocks->at[i];
    const struct block *above = block - 1, *below = i + 1 < blocks->len ? block + 1 : NULL;
    struct str name = between_dots(block->text);
    if (block->role != ROLE_FURNITURE || block->gap > 0 ||
        (!looks_like_name(name) && !is_rare_name(name)))
        return;
    if (above->role == ROLE_HEADLINE && below && below->role == ROLE_PARAGRAPH)
        block->role = ROLE_BYLINE;
    else if (above->role == ROLE_PARAGRAPH && ends_sentence(above->text) &&
             (!below || below->gap > 0))
        block->role = ROLE_CREDIT;
}

/* Whether block I is set wide as a name right above a text, and right below what else may be its
   headline: a line of its own below a gap. */
static bool is_set_wide(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i], *above = block - 1, *below = block + 1;
    bool titled = above->role == ROLE_HEADLINE ||
                  (above->role == ROLE_PARAGRAPH && above->spans.len == 1 && above->gap > 0);
    return titled && below->role == ROLE_PARAGRAPH && block->gap == 0 && below->gap == 0 &&
           block->spans.len == 1 && block->indent == above->indent &&
           block->indent < below->indent && is_spaced_word(block->text) &&
           !ends_sentence(above->text);
}

/* 龙 泉 below a line between a poem and an essay: where other authors of the page are set so, that
   is one too, whatever the word, and the line its headline. */
static void settle_wide(struct blocks *blocks)
{
    size_t known = 0;
    for (size_t i = 1; i + 1 < blocks->len; i++)
        known += blocks->at[i].role == ROLE_BYLINE && is_set_wide(blocks, i);
    for (size_t i = 1; known >= KNOWN_LEAST && i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        if (block->role != ROLE_PARAGRAPH || !is_set_wide(blocks, i) ||
            is_spaced_word(block[-1].text))
            continue;
        block[-1].role = ROLE_HEADLINE;
        block->role = ROLE_BYLINE;
    }
}

void author_habit_settle(struct blocks *blocks)
{
    for (size_t i = 1; i < blocks->len; i++)
        settle_dotted(blocks, i);
    settle_wide(blocks);
    for (size_t i = 1; i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        bool word_too;
        if (is_pen_name(blocks, i))
            block->role = ROLE_BYLINE;
        if (block->role != ROLE_HEADLINE || block[-1].role != ROLE_HEADLINE ||
            !is_set_in(blocks, i) || block->indent < block[-1].indent + FAR_IN ||
            !may_be_name(block->text, &word_too) || is_told_of(block->text, block[1].text))
            continue;
        size_t known = 0;
        for (size_t k = 1; k < blocks->len; k++)
            known += blocks->at[k].role == ROLE_BYLINE && is_set_in(blocks, k) &&
                     blocks->at[k].indent == block->indent;
        if (known >= KNOWN_LEAST)
            block->role = ROLE_BYLINE;
    }
}
