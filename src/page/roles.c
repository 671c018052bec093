/* SPDX-License-Identifier: MIT */
#include "page/roles.h"

#include "page/attribution.h"
#include "page/author_habit.h"
#include "page/authors.h"
#include "page/blocks.h"
#include "page/captions.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/cut_lines.h"
#include "page/furniture.h"
#include "page/heading_words.h"
#include "page/headings.h"
#include "page/headlines.h"
#include "page/mastheads.h"
#include "page/notices.h"
#include "page/parting.h"
#include "page/prose.h"
#include "page/salutation.h"
#include "page/tidy.h"
#include "page/variants.h"
#include "page/wordlist.h"

/* ---- by a block's own words */

/* A line without a letter or digit: an ornament, a rule, what could not be read. */
static bool is_ornament(struct str line)
{
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c))
        if (!is_symbol(c.code) && !utf8_is_blank(c.code))
            return false;
    return !is_elision(line);
}

static bool is_notice(struct str line)
{
    return jump_line(line) != JUMP_NONE || is_to_be_continued(line);
}

/* A line's words and the role that they show, tried in this order. */
static const struct {
    enum role role;
    bool (*shows)(struct str line);
} line_tests[] = {
    {ROLE_FURNITURE, is_ornament},
    {ROLE_PLACEHOLDER, is_placeholder},
    {ROLE_NOTICE, is_notice},
    {ROLE_PARAGRAPH, is_salutation}, /* 编辑部：, which else were whoever saw to the page */
    {ROLE_FURNITURE, is_furniture},
    {ROLE_FURNITURE, is_column_label},
    {ROLE_FURNITURE, is_contents_entry},
    {ROLE_DATELINE, is_signed_dateline}, /* 据新华社太原10月3日电（记者 甲） */
    {ROLE_SUBTITLE, tells_of_more},
    {ROLE_SUBTITLE, is_document_number},
    {ROLE_CREDIT, is_photo_credit},
    {ROLE_BYLINE, is_byline},
    {ROLE_CREDIT, is_sign_off},
    {ROLE_SUBTITLE, is_subtitle},
    {ROLE_DATELINE, is_dateline},
};

/* The role that a line's words show; ROLE_PARAGRAPH: none. */
static enum role role_by_words(struct str line)
{
    struct folded room;
    line = text_fold(&room, line);
    for (size_t i = 0; i < COUNT(line_tests); i++)
        if (line_tests[i].shows(line))
            return line_tests[i].role;
    return ROLE_PARAGRAPH;
}

bool stands_apart(struct str line)
{
    enum role role = role_by_words(line);
    return role != ROLE_PARAGRAPH && role != ROLE_DATELINE; /* a bracket may follow: 电（记者 …） */
}

static enum role role_of_block(const struct block *block)
{
    enum role role = block->spans.len <= 2 ? role_by_words(block->text) : ROLE_PARAGRAPH;
    if (block->setting == SETTING_STRAY)
        return ROLE_FURNITURE;
    if (block->setting == SETTING_DOWN)
        return ROLE_HEADLINE;
    if (role == ROLE_PARAGRAPH && starts_caption(block->text))
        return ROLE_CAPTION;
    if (role == ROLE_PARAGRAPH && names_artwork(block->text))
        return ROLE_CAPTION;
    if (role == ROLE_PARAGRAPH && looks_like_heading(block) && !is_form_line(block->text) &&
        !is_letters_close(block->text))
        return ROLE_HEADLINE;
    return role;
}

/* ---- by its neighbours */

/* Extends furniture to lines beside it that may be furniture too: 要闻 next to 3版. */
static void spread_furniture(struct blocks *blocks, size_t from, size_t to)
{
    struct block *block = &blocks->at[to];
    bool open = block->role == ROLE_HEADLINE || block->role == ROLE_PARAGRAPH;
    if (blocks->at[from].role == ROLE_FURNITURE && open && may_be_furniture(block->text))
        block->role = ROLE_FURNITURE;
}

/* 策划：甲 文字：乙 under a headline: a story's byline, where elsewhere it is the page's. */
static void settle_teams(struct blocks *blocks)
{
    for (size_t i = 1; i + 1 < blocks->len; i++) {
        enum role above = blocks->at[i - 1].role;
        bool headed = above == ROLE_HEADLINE || above == ROLE_SUBTITLE;
        if (blocks->at[i].role == ROLE_FURNITURE && headed &&
            blocks->at[i + 1].role == ROLE_PARAGRAPH && is_team_line(blocks->at[i].text))
            blocks->at[i].role = ROLE_BYLINE;
    }
}

/* 编辑 王刚: whether a line names one editor and says no more. */
static bool is_editor_line(struct str line)
{
    static const struct str posts[] = {WORD("编辑"), WORD("责编"), WORD("责任编辑")};
    enum { MOST_CHARS = 10 };
    const struct str *post = wordlist_start(posts, COUNT(posts), line);
    struct str name = post ? str_slice(line, post->len, line.len) : STR_NONE;
    struct utf8 colon = utf8_first(name);
    if (colon.code == ':' || colon.code == 0xff1a)
        name = str_slice(name, colon.len, name.len);
    return utf8_count(line) <= MOST_CHARS && is_author_line(name);
}

/* 本报编辑部: whether a line names a desk of the newspaper and says no more. */
static bool is_desk_line(struct str line)
{
    static const struct str papers[] = {WORD("本报"), WORD("本刊"), WORD("本社")};
    static const struct str desks[] = {WORD("编辑部"), WORD("副刊部"), WORD("编辑室"),
                                       WORD("总编室")};
    const struct str *paper = wordlist_start(papers, COUNT(papers), line);
    return paper && wordlist_find(desks, COUNT(desks), str_slice(line, paper->len, line.len));
}

/* 编辑 王刚 right below the headline or at the end of a story that gaps part from others: its own
   editor, where elsewhere he is the page's. */
static void settle_editors(struct blocks *blocks)
{
    for (size_t i = 1; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        const struct block *above = block - 1;
        bool headed = above->opens && above->role == ROLE_HEADLINE;
        bool tail = block->ends && (above->role == ROLE_PARAGRAPH || above->role == ROLE_CREDIT ||
                                    above->role == ROLE_BYLINE);
        if (block->role == ROLE_FURNITURE && (headed || tail) && is_editor_line(block->text))
            block->role = headed ? ROLE_BYLINE : ROLE_CREDIT;
        if (block->role == ROLE_FURNITURE && above->role == ROLE_PARAGRAPH && block->gap == 0 &&
            is_desk_line(block->text))
            block->role = ROLE_CREDIT;
    }
}

static void settle_furniture(struct page *page)
{
    struct blocks *blocks = &page->blocks;
    settle_teams(blocks);
    settle_editors(blocks);
    for (size_t i = 1; i < blocks->len; i++)
        spread_furniture(blocks, i - 1, i);
    for (size_t i = blocks->len; i-- > 1;)
        spread_furniture(blocks, i, i - 1);
    mastheads_settle(page);
}

static bool is_text(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION || role == ROLE_SUBHEAD;
}

/* Whether a text stands below the captions of pictures that follow block I. */
static bool stands_over_captions(const struct blocks *blocks, size_t i)
{
    size_t below = i + 1;
    while (below < blocks->len && blocks->at[below].role == ROLE_CAPTION)
        below++;
    return below > i + 1 && below < blocks->len && blocks->at[below].role == ROLE_PARAGRAPH;
}

/* Whether TEXT is a letter, or begins as a report does that names who reports: 本报讯（记者 王刚）.
 */
static bool signs_itself(struct str text)
{
    return starts_letter(text) ||
           (starts_report(text) && attribution_find(text, 0).start != UINT32_MAX);
}

/* Whether the heads below byline I, which stands below a finished text, are of a text with a byline
   of its own, or that signs itself. */
static bool next_is_signed(const struct blocks *blocks, size_t i)
{
    enum { HEADS_MOST = 4 };
    size_t end = i + 1;
    while (end < blocks->len && end <= i + HEADS_MOST &&
           (blocks->at[end].role == ROLE_HEADLINE || blocks->at[end].role == ROLE_SUBTITLE ||
            blocks->at[end].role == ROLE_FURNITURE))
        end++;
    if (end == i + 1 || end + 1 >= blocks->len || !ends_sentence(blocks->at[i - 1].text))
        return false;
    const struct block *next = &blocks->at[end];
    return (next->role == ROLE_BYLINE && next[1].role == ROLE_PARAGRAPH) ||
           (next->role == ROLE_PARAGRAPH && signs_itself(next->text));
}

/* Bylines that follow a text and do not stand before one are credits; credits between a heading and
   its text that name writers, 本报记者 甲 乙 摄影报道, or stand under a byline are bylines, and
   so are sources over one. A report whose head is furniture, as 图片新闻 is, has no other. */
static void settle_bylines(struct blocks *blocks)
{
    for (size_t i = 1; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        enum role above = blocks->at[i - 1].role;
        bool last = i + 1 == blocks->len || !is_text(blocks->at[i + 1].role) || block->ends;
        bool reports = above == ROLE_FURNITURE && str_ends(block->text, STR("报道"));
        bool headed = above == ROLE_HEADLINE || above == ROLE_SUBTITLE || reports;
        enum role below = i + 1 < blocks->len ? blocks->at[i + 1].role : ROLE_FURNITURE;
        if (block->role == ROLE_CREDIT &&
            ((headed && names_writers(block->text) && stands_over_captions(blocks, i)) ||
             (below == ROLE_PARAGRAPH &&
              ((headed && (names_writers(block->text) || is_bracketed(block->text) ||
                           names_source(block->text))) ||
               above == ROLE_BYLINE)) ||
             (below == ROLE_BYLINE && headed && names_source(block->text))))
            block->role = ROLE_BYLINE;
        bool more = i > 1 && above == ROLE_CREDIT && block[-2].role == ROLE_PARAGRAPH &&
                    block->gap == 0 && i + 1 < blocks->len && block[1].gap > 0;
        if (block->role == ROLE_BYLINE && more) /* 通讯员 乙 below 本报记者 甲 */
            block->role = ROLE_CREDIT;
        if (block->role == ROLE_BYLINE && is_text(blocks->at[i - 1].role) && last &&
            (block->ends || !is_byline_mark(utf8_first(block->text).code) ||
             next_is_signed(blocks, i)))
            block->role = ROLE_CREDIT;
    }
}

/* 短波 above two items or more, each behind the same mark, is all the headline that they have. */
static void head_items(struct blocks *blocks)
{
    for (size_t i = 0; i + 2 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        uint32_t mark = utf8_first(block[1].text).code;
        if (block->role == ROLE_FURNITURE && is_column_label(block->text) &&
            !is_contents_head(block->text) && is_byline_mark(mark) && is_text(block[1].role) &&
            is_text(block[2].role) && block[1].gap == 0 && utf8_first(block[2].text).code == mark &&
            !begins_with_heading(block[1].text) && !str_has(block->text, STR("图")))
            block->role = ROLE_HEADLINE;
    }
}

/* 县供销社的答复: whether a line heads what is said to the letter above. */
static bool heads_answer(const struct block *block)
{
    static const struct str ends[] = {WORD("的答复"), WORD("的回音"), WORD("的回复"),
                                      WORD("的复信"), WORD("的说明")};
    return block->role == ROLE_HEADLINE && block->spans.len == 1 && block->gap == 0 &&
           wordlist_end(ends, COUNT(ends), block->text);
}

/* Whether block I is in a letter: below a salutation, and no heading is between. */
static bool is_in_letter(const struct blocks *blocks, size_t i)
{
    while (i > 0 && blocks->at[i].role != ROLE_HEADLINE && !starts_letter(blocks->at[i].text))
        i--;
    return starts_letter(blocks->at[i].text);
}

/* 这段路啥时能通？ right above 编辑同志：: a headline, though a sentence ends there. */
static void head_letters(struct blocks *blocks)
{
    enum { QUESTION_CHARS = 24 };
    for (size_t i = 0; i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        uint32_t last = utf8_last(block->text).code;
        bool alone = i == 0 || block->gap > 0 || !is_text(block[-1].role);
        if (block->role == ROLE_PARAGRAPH && block->spans.len == 1 && alone && block[1].gap == 0 &&
            block[1].role == ROLE_PARAGRAPH && starts_letter(block[1].text) &&
            (last == U'？' || last == U'！') && utf8_count(block->text) <= QUESTION_CHARS)
            block->role = ROLE_HEADLINE;
    }
}

/* A letter goes on below its signature with what is said to it. */
static void join_answers(struct blocks *blocks)
{
    for (size_t i = 0; i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        if (block->role == ROLE_CREDIT && heads_answer(block + 1) && is_in_letter(blocks, i))
            block[1].role = ROLE_SUBHEAD;
        block->inside |= block->role == ROLE_CREDIT &&
                         (block[1].role == ROLE_SUBHEAD ||
                          (block[1].role == ROLE_PARAGRAPH && answers_letter(block[1].text)));
    }
}

/* 一, 二 above the parts of a poem, or 井 above another: they else were page numbers, or strays. */
static void number_verses(struct blocks *blocks)
{
    for (size_t i = 0; i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        if (block->role == ROLE_FURNITURE && block[1].setting == SETTING_ROW && block[1].gap == 0 &&
            utf8_solid(block->text) == 1 && !utf8_has_blank(block[1].text) &&
            (block->setting == SETTING_ROW || str_has(STR("一二三四五六七八九十"), block->text))) {
            block->role = ROLE_PARAGRAPH;
            block->setting = SETTING_ROW;
        }
    }
}

/* ---- texts */

/* Blanks part those who sign, and nothing else in a dateline. */
static struct str tidy_dateline(struct arena *keep, struct str lines)
{
    return is_led_by_dateline(lines) ? tidy_words(keep, lines) : tidy_prose(keep, lines);
}

struct str role_tidy(struct arena *keep, enum role role, struct str lines)
{
    static struct str (*const tidy[ROLE_COUNT])(struct arena * keep, struct str lines) = {
        [ROLE_KICKER] = tidy_heading,    [ROLE_HEADLINE] = tidy_heading,
        [ROLE_SUBTITLE] = tidy_heading,  [ROLE_BYLINE] = tidy_words,
        [ROLE_DATELINE] = tidy_dateline, [ROLE_PARAGRAPH] = tidy_prose,
        [ROLE_SUBHEAD] = tidy_heading,   [ROLE_CAPTION] = tidy_prose,
        [ROLE_CREDIT] = tidy_words,      [ROLE_NOTICE] = tidy_prose,
        [ROLE_PLACEHOLDER] = tidy_words, [ROLE_FURNITURE] = tidy_words,
    };
    return tidy[role](keep, lines);
}

static void settle_texts(struct arena *keep, struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        bool row = block->role == ROLE_PARAGRAPH && block->setting == SETTING_ROW;
        block->text = row ? tidy_row(keep, block->text) : role_tidy(keep, block->role, block->text);
    }
}

/* ” or ） alone on a line, and what it closes in the finished text above. */
static bool closes_above(const struct block *above, const struct block *block)
{
    struct utf8 mark = utf8_first(block->text);
    struct utf8 last = utf8_last(above->text);
    return block->gap == 0 && mark.len == block->text.len && is_closing(mark.code) &&
           quotes_open(above->text) > 0 && is_sentence_end(last.code);
}

/* Puts such a line back to the one above, which a column's width cut it from. */
static void rejoin_marks(struct arena *keep, struct blocks *blocks)
{
    size_t len = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        struct block *above = len > 0 ? &blocks->at[len - 1] : NULL;
        if (!above || !closes_above(above, block)) {
            blocks->at[len++] = *block;
            continue;
        }
        struct str whole = str_format(keep, "%.*s%.*s", STR_FMT(above->text), STR_FMT(block->text));
        block_append(keep, above, block);
        above->text = whole; /* no line ends there */
    }
    blocks->len = len;
}

void roles_assign(struct arena *keep, struct page *page)
{
    struct blocks *blocks = &page->blocks;
    rejoin_marks(keep, blocks);
    for (size_t i = 0; i < blocks->len; i++)
        blocks->at[i].role = role_of_block(&blocks->at[i]);
    number_verses(blocks);
    cut_lines_join(keep, blocks);
    parting_find(blocks);
    headings_by_what_follows(blocks);
    head_letters(blocks);
    prose_settle(blocks);
    letters_close(blocks);
    notices_settle(blocks);
    settle_furniture(page);
    authors_settle(blocks);
    author_habit_settle(blocks);
    head_items(blocks);
    settle_bylines(blocks);
    captions_settle(keep, blocks);
    headings_decide(keep, page);
    salutations_join(keep, blocks);
    parting_settle(blocks);
    join_answers(blocks);
    settle_texts(keep, blocks);
}
