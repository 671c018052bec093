/* SPDX-License-Identifier: MIT */
#include "page/parting.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/authors.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/furniture.h"
#include "page/heading_words.h"
#include "page/headings.h"
#include "page/name_words.h"
#include "page/surnames.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define TEXT_CHARS 30  /* of a text of one line */
#define VERSE_WIDTH 40 /* half widths of a line of a poem */
#define SIGNED_CHARS 24
#define GROUPS_LEAST 3
#define HEADED_SHARE 0.9
#define CLOSED_SHARE 0.95
#define HEADS_SHARE 0.1 /* that stand inside, to all stories */
#define OVER_SHARE 0.2  /* whose headings a gap sets off from the text, likewise */

/* Blocks without more than the usual gap between them. */
struct group {
    size_t from, to;
    bool text, headed, closed;
    bool over;          /* a gap sets its headings off from its text */
    size_t inner;       /* headings between its texts … */
    size_t inner_heads; /* … and those of them with a byline or subtitle of their own */
    bool verse, masthead;
    bool picture;  /* a title and who took it */
    size_t author; /* of a poem's first lines: whose name; else TO */
};

/* 。（王\n刚）: whether a sentence ends before a bracket at TEXT's end, whatever that holds. */
static bool ends_before_bracket(struct str text)
{
    size_t start = bracket_start(text);
    return start != SIZE_MAX && ends_sentence(str_slice(text, 0, start));
}

static bool is_whole(struct str text)
{
    return ends_sentence(text) || ends_before_bracket(text) || sign_off_of(text) != SIGN_OFF_NONE;
}

static bool is_text(const struct block *block)
{
    return (block->role == ROLE_PARAGRAPH || block->role == ROLE_CAPTION) &&
           (block->spans.len > 1 ||
            (is_whole(block->text) && utf8_count(block->text) >= TEXT_CHARS));
}

/* Whether block I of those before TO can stand at the head of a story, perhaps as the first line of
   its headline: 通渭：. */
static bool may_open(const struct blocks *blocks, size_t i, size_t to)
{
    const struct block *block = &blocks->at[i];
    bool over = i + 1 < to && blocks->at[i + 1].role == ROLE_HEADLINE;
    return block->role == ROLE_HEADLINE || block->role == ROLE_SUBTITLE ||
           block->role == ROLE_FURNITURE ||
           (block->spans.len == 1 && (over || looks_like_heading(block)));
}

static bool may_be_verse(const struct block *block)
{
    return (block->role == ROLE_HEADLINE || block->role == ROLE_PARAGRAPH ||
            block->role == ROLE_BYLINE) &&
           block->spans.len == 1 && text_width(block->text) <= VERSE_WIDTH;
}

/* Whether lines of verse stand from block FROM to the next gap. */
static bool is_stanza(const struct blocks *blocks, size_t from, uint32_t usual)
{
    size_t end = from;
    while (end < blocks->len && may_be_verse(&blocks->at[end]) &&
           (end == from || blocks->at[end].gap <= usual))
        end++;
    return end > from + 1 && (end == blocks->len || blocks->at[end].gap > usual);
}

/* Whether LINE, two or three characters set wide, may be a writer's name: 黄 昏 but above SEVERAL
   poems hardly is. */
static bool is_pen_name(struct str line, bool several)
{
    struct folded room;
    return is_wide_name(line) ||
           (is_spaced_word(line) && (several || word_level(without_blanks(&room, line)) == 0));
}

/* The author's name below block I, as below a poem's title, perhaps under a column's name or above
   the first poem's title, with verse below it; TO: there is none. */
static size_t author_below(const struct blocks *blocks, size_t i, size_t to, uint32_t usual)
{
    bool several = is_of_several(blocks->at[i].text);
    for (size_t at = i + 1; at < to && at <= i + 2; at++) {
        const struct block *block = &blocks->at[at];
        several |= is_of_several(blocks->at[at - 1].text);
        bool over = at + 1 < to || is_stanza(blocks, to, usual);
        if (over && (block->role == ROLE_BYLINE || is_author_line(block->text) ||
                     is_placed_author(block->text) || is_pen_name(block->text, several)))
            return at;
        if (block->role != ROLE_HEADLINE && !several)
            break;
    }
    return to;
}

static bool may_sign(const struct block *block)
{
    return utf8_count(block->text) <= SIGNED_CHARS && !is_stop(utf8_last(block->text).code);
}

/* Whether blocks without a text are what the page says of itself: one names a day or who made it,
   few others do not look like it, and no sentence is said, as in a dated notice. */
static bool is_masthead(const struct blocks *blocks, size_t from, size_t to)
{
    enum { OTHERS_MOST = 2 };
    static const struct str words[] = {WORD("星期"), WORD("编辑"), WORD("责编"),
                                       WORD("主编"), WORD("校对"), WORD("年")};
    size_t sure = 0, others = 0;
    bool named = false;
    for (size_t i = from; i < to; i++) {
        const struct block *block = &blocks->at[i];
        bool furniture = block->role == ROLE_FURNITURE;
        if (!furniture && is_whole(block->text))
            return false;
        sure += furniture;
        others += !furniture;
        named |= furniture && (is_paper_title(block->text) ||
                               wordlist_held(words, COUNT(words), block->text) > 0);
    }
    return named && others <= sure + OTHERS_MOST;
}

/* Whether the gap before block TO only sets headings, from block FROM on, off from their text. */
static bool heads_over_gap(const struct blocks *blocks, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (blocks->at[i].role != ROLE_HEADLINE && blocks->at[i].role != ROLE_SUBTITLE &&
            blocks->at[i].role != ROLE_BYLINE)
            return false;
    return is_text(&blocks->at[to]);
}

static struct group group_at(const struct blocks *blocks, size_t from, uint32_t usual)
{
    struct group group = {.from = from, .to = from, .closed = true};
    bool heading = false;
    do {
        const struct block *block = &blocks->at[group.to++];
        bool text = is_text(block);
        group.inner += group.text && text && heading;
        group.inner_heads +=
            group.text && heading && (block->role == ROLE_BYLINE || block->role == ROLE_SUBTITLE);
        group.text |= text;
        heading = block->role == ROLE_HEADLINE;
        if (text)
            group.closed = is_whole(block->text);
        else if (!heading)
            group.closed =
                block->role != ROLE_PARAGRAPH || is_whole(block->text) || may_sign(block);
        group.over |= group.to < blocks->len && blocks->at[group.to].gap > usual &&
                      heads_over_gap(blocks, from, group.to);
    } while (group.to < blocks->len &&
             (blocks->at[group.to].gap <= usual || heads_over_gap(blocks, from, group.to)));
    group.headed = may_open(blocks, from, group.to) && !is_text(&blocks->at[from]);
    group.masthead = !group.text && is_masthead(blocks, from, group.to);
    group.verse = !group.text && group.to - from > 1;
    for (size_t i = from; i < group.to; i++)
        group.verse &= may_be_verse(&blocks->at[i]);
    group.picture = group.headed && !group.text && group.to - from == 2 &&
                    is_photo_credit(blocks->at[from + 1].text);
    group.author =
        group.headed && group.verse ? author_below(blocks, from, group.to, usual) : group.to;
    group.text |= group.author < group.to;
    return group;
}

/* Whether gaps of more than USUAL part the stories, and nothing but stories. */
static bool are_parted(const struct blocks *blocks, uint32_t usual)
{
    size_t texts = 0, headed = 0, closed = 0, inner = 0, heads = 0, over = 0;
    for (size_t i = 0; i < blocks->len;) {
        struct group group = group_at(blocks, i, usual);
        texts += group.text;
        headed += group.text && group.headed;
        closed += group.text && group.closed;
        inner += group.inner;
        over += group.over;
        heads += group.inner_heads;
        i = group.to;
    }
    double all = (double)texts;
    return headed >= GROUPS_LEAST && (double)headed >= HEADED_SHARE * all &&
           (double)closed >= CLOSED_SHARE * all && inner <= texts &&
           (double)heads <= HEADS_SHARE * all && (double)over <= OVER_SHARE * all;
}

/* Whether a shorter line stands above lines of one width: another poem's title, and no stanza. */
static bool is_titled_verse(const struct blocks *blocks, const struct group *group)
{
    enum { LINES_LEAST = 3 };
    if (!group->verse || group->to - group->from < LINES_LEAST)
        return false;
    uint32_t width = text_width(blocks->at[group->from + 1].text);
    for (size_t i = group->from + 2; i < group->to; i++)
        if (text_width(blocks->at[i].text) != width)
            return false;
    return text_width(blocks->at[group->from].text) < width;
}

/* Makes a poem of a group's lines, those below its TITLE or its author's name if one is there. The
   first one's title stands under that of all: 诗二首, 访伊水源. */
static void set_verse(struct blocks *blocks, const struct group *group, bool title)
{
    bool begins = group->author < group->to;
    bool several = is_of_several(blocks->at[group->from].text);
    for (size_t i = group->from + 1; begins && several && i < group->author; i++)
        blocks->at[i].role = ROLE_SUBTITLE;
    if (begins)
        blocks->at[group->author].role = ROLE_BYLINE;
    for (size_t i = begins ? group->author + 1 : group->from + title; i < group->to; i++) {
        blocks->at[i].role = ROLE_PARAGRAPH;
        blocks->at[i].setting = SETTING_ROW;
    }
}

/* A text, or the first of several items that are as short as they are. */
static bool begins_texts(const struct block *block)
{
    bool text = block->role == ROLE_PARAGRAPH || block->role == ROLE_CAPTION;
    return is_text(block) ||
           (text && is_byline_mark(utf8_first(block->text).code) && ends_sentence(block->text));
}

/* What opens a story is no signature; and a column's name right above its texts, 一周简讯, is all
   the headline that they have, but over a picture. */
static void settle_opening(struct blocks *blocks, const struct group *group)
{
    struct block *first = &blocks->at[group->from];
    bool label = first->role == ROLE_FURNITURE && is_column_label(first->text) &&
                 !str_has(first->text, STR("图")) && group->to - group->from > 2 &&
                 begins_texts(&blocks->at[group->from + 1]) && !group->inner;
    for (size_t i = group->from + 1; label && i < group->to; i++)
        label = !begins_with_heading(blocks->at[i].text);
    if (label || first->role == ROLE_CREDIT || first->role == ROLE_BYLINE)
        first->role = ROLE_HEADLINE;
}

/* 这样的种子让我咋种？ right below a column's name and above the text: a headline, though a
   sentence ends there. */
static void settle_question(struct blocks *blocks, const struct group *group)
{
    enum { QUESTION_CHARS = 24 };
    size_t i = group->from + 1;
    const struct block *first = &blocks->at[group->from];
    bool label = first->role == ROLE_FURNITURE ||
                 (first->role == ROLE_HEADLINE && names_column(first->text));
    if (!label || i + 1 >= group->to)
        return;
    struct block *block = &blocks->at[i];
    struct utf8 last = utf8_last(block->text);
    if (is_closing(last.code)) /* “……？” */
        last = utf8_before(block->text, last.at);
    bool dated = i + 2 < group->to && block[1].spans.len == 1; /* 9月8日 晴 of a diary */
    if (block->role == ROLE_PARAGRAPH && block->spans.len == 1 &&
        block[dated ? 2 : 1].role == ROLE_PARAGRAPH &&
        (last.code == 0xff1f || last.code == 0xff01) && utf8_count(block->text) <= QUESTION_CHARS)
        block->role = ROLE_HEADLINE;
}

static void mark(struct blocks *blocks, uint32_t usual)
{
    bool verse = false; /* the group before is a poem's */
    for (size_t i = 0; i < blocks->len;) {
        struct group group = group_at(blocks, i, usual);
        bool begins = group.verse && group.text;
        verse = begins || (verse && group.verse);
        bool titled = verse && !begins && is_titled_verse(blocks, &group);
        if (verse)
            set_verse(blocks, &group, titled);
        if (titled)
            blocks->at[i].role = ROLE_HEADLINE;
        for (size_t k = i; group.masthead && k < group.to; k++)
            blocks->at[k].role = ROLE_FURNITURE;
        blocks->at[i].opens = titled || (group.headed && (group.text || group.picture));
        if (blocks->at[i].opens)
            settle_question(blocks, &group);
        if (group.picture)
            blocks->at[i].role = ROLE_CAPTION; /* a title is all that it has */
        else if (blocks->at[i].opens)
            settle_opening(blocks, &group);
        blocks->at[group.to - 1].ends = (group.text || titled) && group.to - i > 1;
        i = group.to;
    }
}

void parting_find(struct blocks *blocks)
{
    for (uint32_t usual = 0; usual < 2; usual++)
        if (are_parted(blocks, usual)) {
            mark(blocks, usual);
            return;
        }
}

static bool is_heading(const struct block *block)
{
    return block->role == ROLE_HEADLINE || block->role == ROLE_KICKER;
}

/* ……。（记者 王刚 摄影报道） below a story's other text: its last words, by a reporter who took a
   picture too. */
static bool is_reported_text(const struct block *block)
{
    struct str text = block->text;
    size_t start = bracket_start(text);
    struct str bracket = start == SIZE_MAX ? STR_NONE : str_slice(text, start, text.len);
    return block->role == ROLE_CAPTION && block[-1].role == ROLE_PARAGRAPH &&
           str_has(bracket, STR("记者")) && str_has(bracket, STR("报道")) && !starts_caption(text);
}

/* Whether block K of a story of the blocks I to END stands before its end; or a caption below its
   text. */
static bool is_inside(const struct blocks *blocks, size_t i, size_t k, size_t end)
{
    if (blocks->at[k].role != ROLE_CAPTION)
        return k < end;
    while (i < k && blocks->at[i].role != ROLE_PARAGRAPH)
        i++;
    return i < k;
}

/* 守 墓 人 above all of a parted story, that somebody signs below: its title, though set wide as a
   name. */
static void settle_title(struct blocks *blocks, size_t i)
{
    struct block *first = &blocks->at[i];
    size_t end = i + 1;
    if (first->role != ROLE_BYLINE || !first->opens || !is_spaced_word(first->text))
        return;
    while (end < blocks->len && blocks->at[end].role == ROLE_PARAGRAPH && !blocks->at[end].opens)
        end++;
    if (end > i + 1 && end < blocks->len && blocks->at[end].role == ROLE_CREDIT &&
        blocks->at[end].ends && !is_photo_credit(blocks->at[end].text))
        first->role = ROLE_HEADLINE;
}

void parting_settle(struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++)
        settle_title(blocks, i);
    for (size_t i = 0, end; i < blocks->len; i = end) {
        bool text = false, one = blocks->at[i].opens && is_heading(&blocks->at[i]);
        end = i;
        do {
            const struct block *block = &blocks->at[end];
            one &= end == i || !(text && is_heading(block));
            text |= block->role == ROLE_PARAGRAPH;
            end++;
        } while (end < blocks->len && !blocks->at[end].opens && !blocks->at[end - 1].ends);
        size_t last = end - 1;
        if (!one || !blocks->at[last].ends)
            continue;
        if (last > i && is_reported_text(&blocks->at[last]))
            blocks->at[last].role = ROLE_PARAGRAPH;
        for (size_t k = i; k <= last; k++)
            blocks->at[k].inside = is_inside(blocks, i, k, last);
    }
}
