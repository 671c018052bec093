/* SPDX-License-Identifier: MIT */
#include "enrich/byline.h"

#include "enrich/credits.h"
#include "page/chars.h"
#include "story/locate.h"

enum {
    HEAD_CHARS = 40,    /* a report's bracket begins in so many */
    BRACKET_CHARS = 80, /* of a bracket that signs */
    TAIL_CHARS = 50,    /* of a credit that follows the last sentence */
    LINE_CHARS = 200,   /* of a byline */
};

struct finder {
    struct arena *keep;
    struct story *story;
    const struct surnames *surnames;
};

static bool has_name(const struct bylines *bylines, struct str name)
{
    for (size_t i = 0; i < bylines->len; i++) {
        if (str_eq(bylines->at[i].name, name))
            return true;
    }
    return false;
}

/* Adds those who sign in bytes [FROM, TO) of BLOCK's text. */
static void add_bylines(struct finder *finder, const struct block *block, struct credits credits,
                        size_t from, size_t to)
{
    struct locator locator = locator_of(finder->story->page, block);
    struct byline byline = {
        .line = utf8_trim(str_slice(block->text, from, to)),
        .span = locator_find(&locator, from, to),
    };
    for (size_t i = 0; i < credits.len; i++) {
        byline.name = credits.at[i].name;
        byline.role = credits.at[i].role;
        if (!has_name(&finder->story->bylines, byline.name))
            vec_push(finder->keep, &finder->story->bylines, byline);
    }
}

static struct credits read(const struct finder *finder, struct str text, bool sure)
{
    return credits_read(finder->keep, finder->surnames, text, sure);
}

/* A line that does nothing but sign. */
static void read_line(struct finder *finder, const struct block *block)
{
    if (utf8_count(block->text) <= LINE_CHARS)
        add_bylines(finder, block, read(finder, block->text, true), 0, block->text.len);
}

static bool opens_bracket(uint32_t code)
{
    return code == '(' || code == 0xff08;
}

static bool closes_bracket(uint32_t code)
{
    return code == ')' || code == 0xff09;
}

/* The end of the bracket that opens at OPEN of TEXT; 0 where it does not close soon. */
static size_t bracket_end(struct str text, size_t open)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_at(text, open); c.len && chars < BRACKET_CHARS;
         c = utf8_next(text, c)) {
        if (closes_bracket(c.code))
            return c.at + c.len;
        chars++;
    }
    return 0;
}

/* 本报讯（记者 甲 通讯员 乙）: the first bracket of the head. */
static bool read_head_bracket(struct finder *finder, const struct block *block)
{
    struct str head = utf8_head(block->text, HEAD_CHARS);
    for (struct utf8 c = utf8_first(head); c.len && !is_sentence_end(c.code);
         c = utf8_next(head, c)) {
        if (!opens_bracket(c.code))
            continue;
        size_t end = bracket_end(block->text, c.at);
        struct credits credits = read(finder, str_slice(block->text, c.at, end), false);
        if (!credits.labelled || !credits.whole || credits.len == 0)
            return false;
        add_bylines(finder, block, credits, c.at, end);
        return true;
    }
    return false;
}

/* The end of 本报讯 in HEAD; 0 where there is none. */
static size_t dispatch_end(struct str head)
{
    struct str dispatch = STR("讯"), correspondent = STR("讯员");
    size_t at = str_find(head, dispatch, 0);
    while (at != SIZE_MAX && str_starts(str_slice(head, at, head.len), correspondent))
        at = str_find(head, dispatch, at + dispatch.len);
    return at == SIZE_MAX ? 0 : at + dispatch.len;
}

/* 本报记者 甲 乙 报道, perhaps after 本报讯: words up to 报道 that are all understood. */
static bool read_head_words(struct finder *finder, const struct block *block)
{
    struct str report = STR("报道");
    struct str head = utf8_head(block->text, HEAD_CHARS);
    size_t start = dispatch_end(head), end = str_find(head, report, start);
    if (end == SIZE_MAX)
        return false;
    end += report.len;
    struct credits credits = read(finder, str_slice(head, start, end), false);
    if (!credits.whole || credits.len == 0 || credits.at[0].role > BYLINE_CORRESPONDENT)
        return false;
    add_bylines(finder, block, credits, start, end);
    return true;
}

/* （甲 乙） at the end. Names without a role sign only after the last sentence of the story. */
static bool read_tail_bracket(struct finder *finder, const struct block *block, bool last)
{
    struct str text = utf8_trim(block->text);
    size_t end = (size_t)(text.ptr - block->text.ptr) + text.len, chars = 0;
    if (!closes_bracket(utf8_last(text).code))
        return false;
    struct utf8 c = utf8_before(block->text, end);
    while (c.len && !opens_bracket(c.code) && chars++ < BRACKET_CHARS)
        c = utf8_before(block->text, c.at);
    if (!opens_bracket(c.code))
        return false;
    struct credits credits = read(finder, str_slice(block->text, c.at, end), false);
    struct str before = utf8_trim(str_slice(block->text, 0, c.at));
    bool signs = credits.labelled || (last && ends_sentence(before));
    if (!signs || !credits.whole || credits.len == 0)
        return false;
    add_bylines(finder, block, credits, c.at, end);
    return true;
}

/* Whether all who sign would be taken for names anywhere. */
static bool are_plain_names(const struct finder *finder, const struct credits *credits)
{
    for (size_t i = 0; i < credits->len; i++) {
        if (credits->at[i].role != BYLINE_ORGANISATION &&
            !is_person_name(finder->surnames, credits->at[i].name, false))
            return false;
    }
    return true;
}

/* 甲 乙 摄 at the end: as many words, from the last sentence on or from a blank on, as can sign. */
static bool read_tail_words(struct finder *finder, const struct block *block)
{
    struct credits best = {0};
    size_t from = 0, chars = 0;
    struct str text = block->text;
    for (struct utf8 c = utf8_last(text); c.len && chars < TAIL_CHARS;
         c = utf8_before(text, c.at)) {
        bool sentence = is_sentence_end(c.code) || is_closing(c.code);
        size_t start = c.at + c.len;
        chars++;
        if (!sentence && !utf8_is_blank(c.code))
            continue;
        struct credits credits = read(finder, str_slice(text, start, text.len), false);
        if (credits.labelled && credits.whole && credits.len > 0 &&
            (sentence || are_plain_names(finder, &credits))) {
            best = credits;
            from = start;
        }
        if (sentence)
            break;
    }
    if (best.len > 0)
        add_bylines(finder, block, best, from, text.len);
    return best.len > 0;
}

static bool is_body(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION;
}

static void read_body(struct finder *finder, const struct block *block, bool last)
{
    if (!read_head_bracket(finder, block))
        read_head_words(finder, block);
    if (!read_tail_bracket(finder, block, last))
        read_tail_words(finder, block);
}

void story_find_bylines(struct arena *keep, struct story *story, const struct surnames *surnames)
{
    struct finder finder = {keep, story, surnames};
    size_t last = story->blocks.len;
    while (last > 0 && !is_body(story->blocks.at[last - 1].role))
        last--;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (block->role == ROLE_BYLINE || block->role == ROLE_CREDIT)
            read_line(&finder, block);
        else if (block->role == ROLE_DATELINE)
            read_head_bracket(&finder, block);
        else if (is_body(block->role))
            read_body(&finder, block, i + 1 == last);
    }
}
