/* SPDX-License-Identifier: MIT */
#include "page/roles.h"

#include "page/attribution.h"
#include "page/author_habit.h"
#include "page/authors.h"
#include "page/blocks.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/cut_credits.h"
#include "page/furniture.h"
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

#define CAPTION_MAX_CHARS 260
#define POINTED_CHARS 30      /* of a caption whose picture is not credited */
#define SISTERS_NEAR 4        /* blocks before and after, of the items of a list */
#define CAPTION_MAX_WIDTH 100 /* characters of a line of one */

/* ---- by a block's own words */

/* A line without a letter or digit: an ornament, a rule, what could not be read; but not ……, which
   stands for words that are left out. */
static bool is_ornament(struct str line)
{
    enum { ELLIPSIS = 0x2026 };
    bool elision = line.len > 0;
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c)) {
        if (!is_symbol(c.code) && !utf8_is_blank(c.code))
            return false;
        elision &= c.code == ELLIPSIS;
    }
    return !elision;
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
    {ROLE_CREDIT, is_photo_credit},
    {ROLE_BYLINE, is_byline},
    {ROLE_CREDIT, is_sign_off},
    {ROLE_SUBTITLE, is_subtitle},
    {ROLE_DATELINE, is_dateline},
    {ROLE_DATELINE, is_signed_dateline},
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

static bool is_bracketed(struct str line)
{
    return opens_bracket(utf8_first(line).code) && closes_bracket(utf8_last(line).code);
}

/* Whether a text stands below the captions of pictures that follow block I. */
static bool stands_over_captions(const struct blocks *blocks, size_t i)
{
    size_t below = i + 1;
    while (below < blocks->len && blocks->at[below].role == ROLE_CAPTION)
        below++;
    return below > i + 1 && below < blocks->len && blocks->at[below].role == ROLE_PARAGRAPH;
}

/* Whether the heads below byline I, which stands below a finished text, have a byline of their own.
 */
static bool next_is_signed(const struct blocks *blocks, size_t i)
{
    enum { HEADS_MOST = 4 };
    size_t end = i + 1;
    while (end < blocks->len && end <= i + HEADS_MOST &&
           (blocks->at[end].role == ROLE_HEADLINE || blocks->at[end].role == ROLE_SUBTITLE ||
            blocks->at[end].role == ROLE_FURNITURE))
        end++;
    return end > i + 1 && end + 1 < blocks->len && blocks->at[end].role == ROLE_BYLINE &&
           blocks->at[end + 1].role == ROLE_PARAGRAPH && ends_sentence(blocks->at[i - 1].text);
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
        if (block->role == ROLE_BYLINE && is_text(blocks->at[i - 1].role) && last &&
            (block->ends || !is_byline_mark(utf8_first(block->text).code) ||
             next_is_signed(blocks, i)))
            block->role = ROLE_CREDIT;
    }
}

bool credits_below(const struct blocks *blocks, size_t i)
{
    const struct block *below = i + 1 < blocks->len ? &blocks->at[i + 1] : NULL;
    return below && blocks->at[i].role == ROLE_CREDIT && is_photo_credit(blocks->at[i].text) &&
           below->role == ROLE_CAPTION && below->gap <= 1 && below->gap <= blocks->at[i].gap &&
           starts_caption(below->text) && sign_off_of(below->text) != SIGN_OFF_PHOTO &&
           !(i + 2 < blocks->len && blocks->at[i + 2].role == ROLE_CREDIT &&
             is_photo_credit(blocks->at[i + 2].text));
}

/* Whether a quotation that is a sentence ends within so many characters before AT: “水来了。”他. */
static bool follows_speech(struct str text, size_t at)
{
    enum { SPEAKER_CHARS = 8 };
    struct utf8 c = utf8_before(text, at);
    for (size_t chars = 0; c.len && chars < SPEAKER_CHARS; chars++) {
        if (is_closing(c.code) && c.code != 0x300b)
            return ends_sentence(str_slice(text, 0, c.at));
        if (c.code == 0xff0c || ends_sentence(str_slice(text, 0, c.at + c.len)))
            return false;
        c = utf8_before(text, c.at);
    }
    return false;
}

/* “水来了。”她说。, 他说：“水来了。”: somebody's words, of which a picture's caption has none; but
   not 给村民说法. */
static bool speaks(struct str text)
{
    static const struct str others[] = {WORD("小"), WORD("解"), WORD("传"), WORD("讲"), WORD("据")};
    struct str says = STR("说");
    for (size_t at = str_find(text, says, 0); at != SIZE_MAX; at = str_find(text, says, at + 1)) {
        struct utf8 next = utf8_at(text, at + says.len), after = utf8_next(text, next);
        bool ends = !next.len || next.code == 0x3002 || next.code == 0xff0c;
        bool opens = next.code == 0xff1a && is_opening(after.code);
        if (!wordlist_end(others, COUNT(others), str_slice(text, 0, at)) &&
            (opens || (ends && follows_speech(text, at))))
            return true;
    }
    return false;
}

/* 本报记者 王刚 摄影报道 under the last of several paragraphs that end a page: who wrote them took
   their pictures too. On the page's way it is rather a picture's, beside another story. */
static bool signs_text(const struct blocks *blocks, size_t i, struct str credit)
{
    const struct block *above = i > 0 ? &blocks->at[i - 1] : NULL;
    return i + 2 == blocks->len && above && above->role == ROLE_PARAGRAPH &&
           ends_sentence(above->text) && ends_sentence(blocks->at[i].text) &&
           !starts_caption(blocks->at[i].text) && str_has(credit, STR("报道")) &&
           names_writers(credit);
}

/* Whether paragraph I is the last of several below a heading, all of it set apart from the page's
   other stories by more than the USUAL gap: the credit below it is of the whole. */
static bool ends_parted_story(const struct blocks *blocks, size_t i, uint32_t usual)
{
    size_t first = i, end = i + 2; /* the credit aside */
    if (starts_caption(blocks->at[i].text) || (end < blocks->len && blocks->at[end].gap <= usual))
        return false;
    while (first > 0 && blocks->at[first].gap <= usual &&
           blocks->at[first - 1].role == ROLE_PARAGRAPH)
        first--;
    size_t head = first;
    while (head > 0 && blocks->at[head].gap <= usual)
        head--;
    return first < i && head < first && blocks->at[head].role == ROLE_HEADLINE &&
           blocks->at[head].gap > usual && ends_sentence(blocks->at[i - 1].text);
}

/* A paragraph that a picture's credit follows or ends is its caption. */
static bool is_credited(const struct blocks *blocks, size_t i, uint32_t usual)
{
    const struct block *block = &blocks->at[i];
    if (block->role != ROLE_PARAGRAPH || utf8_count(block->text) > CAPTION_MAX_CHARS ||
        starts_report(block->text) || speaks(block->text))
        return false;
    if (i + 1 == blocks->len)
        return sign_off_of(block->text) == SIGN_OFF_PHOTO;
    const struct block *next = &blocks->at[i + 1];
    return sign_off_of(block->text) == SIGN_OFF_PHOTO ||
           (next->role == ROLE_CREDIT && is_photo_credit(next->text) &&
            !credits_below(blocks, i + 1) && !signs_text(blocks, i, next->text) &&
            !ends_parted_story(blocks, i, usual)) ||
           (next->role == ROLE_PLACEHOLDER && is_opening(utf8_first(next->text).code) &&
            !block->column && block->spans.len == 1 && next->gap == 0);
}

/* Captions numbered with circles: which numbers stand on the page, and whether one twice, as those
   of an article's points do. */
struct circles {
    uint32_t captions, texts; /* a bit for each number */
    bool twice;
};

static struct circles circles_of(const struct blocks *blocks)
{
    struct circles circles = {0};
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        uint32_t first = utf8_first(block->text).code;
        bool text = block->role == ROLE_PARAGRAPH || block->role == ROLE_HEADLINE;
        if (!is_circled(first) || (block->role != ROLE_CAPTION && !text))
            continue;
        uint32_t bit = 1u << (first - 0x2460), *set = text ? &circles.texts : &circles.captions;
        circles.twice |= ((circles.captions | circles.texts) & bit) != 0;
        *set |= bit;
    }
    return circles;
}

/* A text that bears one of the numbers between those of captions is one of the set, wherever the
   columns put it. */
static void settle_circled_captions(struct blocks *blocks)
{
    struct circles circles = circles_of(blocks);
    bool pair = (circles.captions & (circles.captions - 1)) != 0;
    for (size_t i = 0; i < blocks->len && pair && !circles.twice; i++) {
        struct block *block = &blocks->at[i];
        if ((block->role == ROLE_PARAGRAPH || block->role == ROLE_HEADLINE) &&
            is_circled(utf8_first(block->text).code) &&
            utf8_count(block->text) <= CAPTION_MAX_CHARS)
            block->role = ROLE_CAPTION;
    }
}

/* A numbered text after numbered captions is one more of the set, its credit lost or elsewhere. */
static void settle_numbered_captions(struct blocks *blocks)
{
    uint32_t number = 0; /* of the caption before; 0: a text or a heading came after it */
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        bool more = number && is_circled(utf8_first(block->text).code) &&
                    utf8_first(block->text).code > number;
        if (block->role == ROLE_PARAGRAPH && more && utf8_count(block->text) <= CAPTION_MAX_CHARS)
            block->role = ROLE_CAPTION;
        if (block->role == ROLE_CAPTION && is_circled(utf8_first(block->text).code))
            number = utf8_first(block->text).code;
        else if (block->role == ROLE_PARAGRAPH || block->role == ROLE_HEADLINE)
            number = 0;
    }
}

static bool is_pointer(uint32_t code)
{
    return (code >= 0x2190 && code <= 0x2193) || (code >= 0x25b2 && code <= 0x25c0);
}

/* Whether two blocks near I begin with the same mark, as the items of a list do. */
static bool has_sisters(const struct blocks *blocks, size_t i)
{
    uint32_t first = utf8_first(blocks->at[i].text).code;
    size_t sisters = 0;
    for (size_t k = i > SISTERS_NEAR ? i - SISTERS_NEAR : 0;
         k < blocks->len && k <= i + SISTERS_NEAR; k++)
        sisters += k != i && utf8_first(blocks->at[k].text).code == first;
    return sisters >= 2;
}

/* ▲ and its like point to a picture, or open an item of short news: a long one, or one of several,
   that no picture's credit follows. */
static void settle_pointers(struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        const struct block *next = i + 1 < blocks->len ? block + 1 : NULL;
        bool credit = next && (next->role == ROLE_PLACEHOLDER ||
                               (next->role == ROLE_CREDIT && is_photo_credit(next->text)));
        if (is_pointer(utf8_first(block->text).code) && block->role == ROLE_CAPTION && !credit &&
            (utf8_count(block->text) > POINTED_CHARS || has_sisters(blocks, i)) &&
            sign_off_of(block->text) != SIGN_OFF_PHOTO)
            block->role = ROLE_PARAGRAPH;
    }
}

/* Whether LINE is a caption's line above its last ones, though no column was seen: it is open, and
   wider than what follows. */
static bool is_caption_line(const struct block *line, const struct block *caption)
{
    struct str rest = caption->text, first = str_cut(&rest, '\n');
    bool text = line->role == ROLE_PARAGRAPH || line->role == ROLE_HEADLINE;
    return text && line->spans.len == 1 && !line->column && !caption->column &&
           !ends_sentence(line->text) && !starts_like_lead(first) && !starts_caption(first) &&
           utf8_count(line->text) <= CAPTION_MAX_WIDTH &&
           utf8_count(line->text) + 2 >= utf8_count(first);
}

/* Finds captions and puts their lines together. */
static void settle_captions(struct arena *keep, struct blocks *blocks)
{
    size_t len = 0;
    uint32_t usual = headlines_usual_gap(blocks);
    struct arena scratch = {0};
    bool *credited = ARENA_ARRAY(&scratch, bool, blocks->len);
    for (size_t i = 0; i < blocks->len; i++)
        credited[i] = is_credited(blocks, i, usual);
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *block = &blocks->at[len++];
        *block = blocks->at[i];
        if (!credited[i])
            continue;
        block->role = ROLE_CAPTION;
        while (len > 1 && is_caption_line(&blocks->at[len - 2], &blocks->at[len - 1])) {
            block_append(keep, &blocks->at[len - 2], &blocks->at[len - 1]);
            blocks->at[--len - 1].role = ROLE_CAPTION;
        }
        block = &blocks->at[len - 1];
        block->continues &= !starts_like_lead(block->text); /* whole, though without an indent */
    }
    blocks->len = len;
    arena_clear(&scratch);
}

/* ---- texts */

struct str role_tidy(struct arena *keep, enum role role, struct str lines)
{
    static struct str (*const tidy[ROLE_COUNT])(struct arena * keep, struct str lines) = {
        [ROLE_KICKER] = tidy_heading,    [ROLE_HEADLINE] = tidy_heading,
        [ROLE_SUBTITLE] = tidy_heading,  [ROLE_BYLINE] = tidy_words,
        [ROLE_DATELINE] = tidy_prose,    [ROLE_PARAGRAPH] = tidy_prose,
        [ROLE_SUBHEAD] = tidy_heading,   [ROLE_CAPTION] = tidy_prose,
        [ROLE_CREDIT] = tidy_words,      [ROLE_NOTICE] = tidy_prose,
        [ROLE_PLACEHOLDER] = tidy_words, [ROLE_FURNITURE] = tidy_words,
    };
    return tidy[role](keep, lines);
}

static void settle_texts(struct arena *keep, struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++)
        blocks->at[i].text = role_tidy(keep, blocks->at[i].role, blocks->at[i].text);
}

void roles_assign(struct arena *keep, struct page *page)
{
    struct blocks *blocks = &page->blocks;
    for (size_t i = 0; i < blocks->len; i++)
        blocks->at[i].role = role_of_block(&blocks->at[i]);
    cut_credits_join(keep, blocks);
    parting_find(blocks);
    headings_by_what_follows(blocks);
    prose_settle(blocks);
    letters_close(blocks);
    notices_settle(blocks);
    settle_furniture(page);
    authors_settle(blocks);
    author_habit_settle(blocks);
    settle_bylines(blocks);
    settle_captions(keep, blocks);
    settle_numbered_captions(blocks);
    settle_circled_captions(blocks);
    settle_pointers(blocks);
    headings_decide(keep, page);
    salutations_join(keep, blocks);
    parting_settle(blocks);
    settle_texts(keep, blocks);
}
