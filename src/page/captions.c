/* SPDX-License-Identifier: MIT */
#include "page/captions.h"

#include "page/attribution.h"
#include "page/blocks.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/headlines.h"
#include "page/notices.h"
#include "page/wordlist.h"

#define CAPTION_MAX_CHARS 260
#define POINTED_CHARS 30      /* of a caption whose picture is not credited */
#define SISTERS_NEAR 4        /* blocks before and after, of the items of a list */
#define CAPTION_MAX_WIDTH 100 /* characters of a line of one */
#define CAPTION_LINES 40      /* above its last ones */

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

/* Whether the pair of Han characters A and B of TEXT is of a place's name: 方山, 山县 and 县大 in
   方山县大武镇. */
static bool is_of_place(struct str text, struct utf8 a, struct utf8 b)
{
    struct str levels = STR("省市县区旗镇乡村街");
    struct utf8 next = utf8_next(text, b);
    return holds_char(levels, text, a) || holds_char(levels, text, b) ||
           holds_char(levels, text, next);
}

/* How many different pairs of Han characters of TEXT, those of places aside, stand in ABOVE too. */
static size_t pairs_in_common(struct str text, struct str above)
{
    size_t common = 0;
    for (struct utf8 c = utf8_first(text), next; c.len; c = next) {
        next = utf8_next(text, c);
        struct str pair = str_slice(text, c.at, next.at + next.len);
        common += utf8_is_han(c.code) && utf8_is_han(next.code) && !is_of_place(text, c, next) &&
                  str_find(text, pair, 0) == c.at && str_has(above, pair);
    }
    return common;
}

/* Whether paragraph I is the last of several below a heading, none after more than the USUAL gap,
   that begin as a report does, 本报讯, and say not yet whose. */
static bool ends_unsigned_report(const struct blocks *blocks, size_t i, uint32_t usual)
{
    size_t first = i;
    while (first > 0 && blocks->at[first].gap <= usual &&
           blocks->at[first - 1].role == ROLE_PARAGRAPH)
        first--;
    struct str text = blocks->at[first].text;
    return first < i && first > 0 && blocks->at[first - 1].role == ROLE_HEADLINE &&
           starts_report(text) && attribution_find(text, 0).start == UINT32_MAX;
}

/* 本报记者 王刚 摄影报道 under the last of several paragraphs: who wrote them took their pictures
   too. Where the page goes on below, it is rather a picture's, beside another story, unless the
   last paragraph, after no more than the USUAL gap, goes on in the words of the one above, or the
   credit is in brackets and the report has no other; in many of them also above 王刚 摄. */
static bool signs_text(const struct blocks *blocks, size_t i, struct str credit, uint32_t usual)
{
    enum { PAIRS_LEAST = 3, PAIRS_MANY = 6 };
    const struct block *block = &blocks->at[i], *above = i > 0 ? block - 1 : NULL;
    if (!above || above->role != ROLE_PARAGRAPH || !ends_sentence(above->text) ||
        !ends_sentence(block->text) || starts_caption(block->text))
        return false;
    size_t pairs = block->gap <= usual ? pairs_in_common(block->text, above->text) : 0;
    bool writers = str_has(credit, STR("报道")) && names_writers(credit);
    return pairs >= PAIRS_MANY ||
           (writers && (i + 2 == blocks->len || pairs >= PAIRS_LEAST ||
                        (is_bracketed(credit) && ends_unsigned_report(blocks, i, usual))));
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
            !credits_below(blocks, i + 1) && !signs_text(blocks, i, next->text, usual) &&
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

/* ①, 图②: whether a text says which of several pictures it is of. */
static bool is_of_set(struct str text)
{
    struct str picture = STR("图");
    size_t at = str_starts(text, picture) ? picture.len : 0;
    return is_circled(utf8_at(text, at).code);
}

/* Numbered texts between a heading and a credited caption are captions of the same set: ①……, ②……,
   and then what is said of all. */
static void settle_set(struct blocks *blocks)
{
    enum { LEAST = 2 };
    for (size_t i = 1; i + 1 < blocks->len; i++) {
        size_t first = i;
        if (blocks->at[i].role != ROLE_CAPTION || blocks->at[i + 1].role != ROLE_CREDIT)
            continue;
        while (first > 0 && blocks->at[first - 1].role == ROLE_PARAGRAPH &&
               is_of_set(blocks->at[first - 1].text))
            first--;
        bool set = i - first >= LEAST && first > 0 && blocks->at[first - 1].role == ROLE_HEADLINE;
        for (size_t k = first; set && k < i; k++)
            blocks->at[k].role = ROLE_CAPTION;
    }
}

/* Who took a picture may sign between its headline and its caption. */
static void settle_credits_over_captions(struct blocks *blocks)
{
    for (size_t i = 1; i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        if (block->role == ROLE_CREDIT && block->gap == 0 && block[-1].role == ROLE_HEADLINE &&
            block[1].role == ROLE_CAPTION && block[1].gap == 0)
            block->role = ROLE_BYLINE;
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

/* Whether block I and those above it that begin with the same mark stand under a notice's title:
   遗失声明. */
static bool is_of_notice(const struct blocks *blocks, size_t i)
{
    uint32_t first = utf8_first(blocks->at[i].text).code;
    while (i > 0 && utf8_first(blocks->at[i].text).code == first)
        i--;
    return is_notice_title(blocks->at[i].text);
}

/* ▲石桥乡建成集市 above a paragraph that is set in, as others near are: an item of short news. */
static bool heads_item(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i], *next = i + 1 < blocks->len ? block + 1 : NULL;
    return is_pointer(utf8_first(block->text).code) && next && block->spans.len == 1 &&
           (block->role == ROLE_CAPTION || block->role == ROLE_PARAGRAPH) &&
           !ends_sentence(block->text) && next->role == ROLE_PARAGRAPH && next->gap == 0 &&
           next->indent > block->indent && !is_pointer(utf8_first(next->text).code) &&
           has_sisters(blocks, i);
}

/* ▲ and its like point to a picture, or open an item of short news or of a notice: a long one, or
   one of several, that no picture's credit follows. */
static void settle_pointers(struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        const struct block *next = i + 1 < blocks->len ? block + 1 : NULL;
        bool credit = next && (next->role == ROLE_PLACEHOLDER ||
                               (next->role == ROLE_CREDIT && is_photo_credit(next->text)));
        if (is_pointer(utf8_first(block->text).code) && block->role == ROLE_CAPTION && next &&
            !ends_sentence(block->text) && starts_report(next->text)) {
            block->role = ROLE_HEADLINE; /* ▲石桥乡建成集市 over its report */
            continue;
        }
        if (heads_item(blocks, i)) {
            block->role = ROLE_HEADLINE;
            continue;
        }
        if (is_pointer(utf8_first(block->text).code) && block->role == ROLE_CAPTION && !credit &&
            (utf8_count(block->text) > POINTED_CHARS || has_sisters(blocks, i) ||
             is_of_notice(blocks, i)) &&
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
static void settle_credited(struct arena *keep, struct blocks *blocks)
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
        for (size_t lines = 1; lines < CAPTION_LINES && len > 1 &&
                               is_caption_line(&blocks->at[len - 2], &blocks->at[len - 1]);
             lines++) {
            block_append(keep, &blocks->at[len - 2], &blocks->at[len - 1]);
            blocks->at[--len - 1].role = ROLE_CAPTION;
        }
        block = &blocks->at[len - 1];
        block->continues &= !starts_like_lead(block->text); /* whole, though without an indent */
    }
    blocks->len = len;
    arena_clear(&scratch);
}

void captions_settle(struct arena *keep, struct blocks *blocks)
{
    settle_credited(keep, blocks);
    settle_set(blocks);
    settle_numbered_captions(blocks);
    settle_credits_over_captions(blocks);
    settle_circled_captions(blocks);
    settle_pointers(blocks);
}
