/* SPDX-License-Identifier: MIT */
#include "story/derive.h"

#include "base/buf.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/salutation.h"
#include "page/wordlist.h"
#include "story/parts.h"

#define HEADLINE_MOST 30   /* characters */
#define HEADLINE_LEAST 6   /* a stop before these makes no phrase */
#define HEAD_NEAR 3        /* lines from a head to the text under it, with a blank line or two */
#define MARK_MAX_BYTES 150 /* of a report's start with its bracket */

/* The texts of all blocks with ROLE, parted by a space. */
static struct str texts_with(struct arena *keep, const struct story *story, enum role role)
{
    struct buf all = {0};
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (block->role != role)
            continue;
        if (all.len)
            buf_byte(&all, ' ');
        buf_str(&all, block->text);
    }
    struct str kept = str_dup(keep, buf_view(&all));
    buf_clear(&all);
    return kept;
}

/* ---- a headline from the text */

/* TEXT without 本报讯（记者 …） or （上接1版） at its start. */
static struct str skip_report_mark(struct str text)
{
    if (!starts_report(text) && !jumps_in(text))
        return text;
    static const struct str ends[] = {WORD("）"), WORD(")"), WORD("讯"), WORD("电"), WORD("版")};
    struct str head = str_slice(text, 0, MARK_MAX_BYTES);
    size_t stop = str_find(head, STR("。"), 0), cut = 0;
    for (size_t i = 0; i < COUNT(ends) && !cut; i++) {
        size_t at = str_find(head, ends[i], 0);
        if (at != SIZE_MAX && (stop == SIZE_MAX || at < stop))
            cut = at + ends[i].len;
    }
    struct str rest = utf8_trim(str_slice(text, cut, text.len));
    for (struct utf8 c = utf8_first(rest); c.len && is_closing(c.code); c = utf8_first(rest))
        rest = utf8_trim(str_slice(rest, c.len, rest.len));
    return rest;
}

/* Where what numbers or ends a caption's label ends, from AT of TEXT on: ①：, 为. */
static size_t label_end(struct str text, size_t at)
{
    struct utf8 c = utf8_at(text, at);
    while (c.code >= 0x2460 && c.code <= 0x2473) /* ① */
        c = utf8_next(text, c);
    if (c.code == 0x4e3a || c.code == 0x70ba) /* 为 */
        c = utf8_next(text, c);
    while (c.code == ':' || c.code == 0xff1a || utf8_is_blank(c.code))
        c = utf8_next(text, c);
    return c.at;
}

/* TEXT without the marks before it and what only says that a picture shows it: ▲图为, 图片说明：,
   图①：. */
static struct str skip_picture_label(struct str text)
{
    static const struct str labels[] = {WORD("图片说明"), WORD("圖片說明"), WORD("上图"),
                                        WORD("下图"),     WORD("左图"),     WORD("右图"),
                                        WORD("中图"),     WORD("图"),       WORD("圖")};
    struct utf8 c = utf8_first(text);
    while (c.len && is_byline_mark(c.code))
        c = utf8_next(text, c);
    struct str rest = utf8_trim(str_slice(text, c.at, text.len));
    const struct str *label = wordlist_start(labels, COUNT(labels), rest);
    size_t end = label ? label_end(rest, label->len) : 0;
    return label && end > label->len ? str_slice(rest, end, rest.len) : rest;
}

/* The part of TEXT up to its last stop within HEADLINE_MOST characters, without the stop. */
static struct str first_phrase(struct str text)
{
    struct str best = STR_NONE;
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len && chars <= HEADLINE_MOST;
         c = utf8_next(text, c), chars++) {
        struct str phrase = str_slice(text, 0, c.at);
        struct utf8 next = utf8_next(text, c);
        if (is_sentence_end(c.code) && chars >= HEADLINE_LEAST) /* “堤在人在。” with its marks */
            return quotes_open(phrase) > 0 && is_closing(next.code)
                       ? str_slice(text, 0, next.at + next.len)
                       : phrase;
        if (is_stop(c.code) && chars >= HEADLINE_LEAST && quotes_open(phrase) == 0)
            best = phrase;
    }
    return best;
}

/* TEXT without whose picture it is: 起飞了。 in 起飞了。 王刚 摄. */
static struct str skip_sign_off(struct str text)
{
    struct span last = {0};
    for (struct span span = attribution_find(text, 0); span.start < text.len;
         span = attribution_find(text, span.end))
        last = span;
    bool signs = last.start > 0 && utf8_trim(str_slice(text, last.end, text.len)).len == 0;
    return signs ? utf8_trim(str_slice(text, 0, last.start)) : text;
}

struct str headline_from(struct arena *keep, struct str text)
{
    struct str rest = skip_sign_off(skip_picture_label(skip_report_mark(text)));
    text = rest.len ? rest : text;
    struct str phrase = first_phrase(text);
    if (phrase.len)
        return phrase;
    struct str head = utf8_head(text, HEADLINE_MOST);
    struct utf8 last = utf8_last(text);
    if (head.len == text.len)
        return is_sentence_end(last.code) && last.at ? str_slice(text, 0, last.at) : text;
    return str_format(keep, "%.*s…", STR_FMT(head));
}

static bool is_running(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION;
}

/* From the first running text, or, for want of any, from what there is. */
static void derive_headline(struct arena *keep, struct story *story)
{
    const struct block *from = story->blocks.len ? &story->blocks.at[0] : NULL;
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (is_running(story->blocks.at[i].role) && !is_salutation(story->blocks.at[i].text)) {
            from = &story->blocks.at[i];
            break;
        }
    }
    if (!from)
        return;
    story->headline = headline_from(keep, from->text);
    story->headline_derived = true;
}

/* ---- cuts */

/* Whether a head of the story stands right above BODY: then its first line begins the text, however
   the column was indented. */
static bool is_headed(const struct story *story, const struct block *body)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *head = &story->blocks.at[i];
        if (head->role <= ROLE_BYLINE && head->last_line < body->first_line &&
            body->first_line - head->last_line <= HEAD_NEAR)
            return true;
    }
    return false;
}

static void find_cuts(struct story *story)
{
    const struct block *first = NULL, *last = NULL;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (block->role == ROLE_NOTICE) {
            story->truncated_start |= jump_line(block->text) == JUMP_FROM;
            story->truncated_end |= jump_line(block->text) == JUMP_TO;
        }
        if (!is_running(block->role))
            continue;
        first = first ? first : block;
        last = block;
    }
    if (!first)
        return;
    story->truncated_start |= (first->continues && !is_headed(story, first)) ||
                              jumps_in(first->text) || may_not_start(utf8_first(first->text).code);
    bool signed_off = story->blocks.at[story->blocks.len - 1].role == ROLE_CREDIT;
    story->truncated_end |= jumps_away(last->text) || (is_unfinished(last) && !signed_off);
}

/* 三标乡建成集市 in ●三标乡建成集市: an item's mark is none of its headline; two may stand for what
   could not be read, and ○ for a zero: ○八年大雪. */
static struct str without_mark(struct str headline)
{
    struct utf8 first = utf8_first(headline), second = utf8_next(headline, first);
    bool zero = holds_char(STR("○◯"), headline, first) &&
                holds_char(STR("一二三四五六七八九年"), headline, second);
    bool marked = is_byline_mark(first.code) && second.len && !is_byline_mark(second.code) && !zero;
    return marked ? utf8_trim(str_slice(headline, second.at, headline.len)) : headline;
}

void story_derive(struct arena *keep, struct story *story)
{
    story->headline = without_mark(texts_with(keep, story, ROLE_HEADLINE));
    story->kicker = texts_with(keep, story, ROLE_KICKER);
    story->subtitle = texts_with(keep, story, ROLE_SUBTITLE);
    story->dateline = texts_with(keep, story, ROLE_DATELINE);
    if (story->kind == KIND_RESIDUE)
        return;
    if (!story->headline.len)
        derive_headline(keep, story);
    find_cuts(story);
}
