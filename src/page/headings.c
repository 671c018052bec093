/* SPDX-License-Identifier: MIT */
#include "page/headings.h"

#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/heading_words.h"
#include "page/headlines.h"
#include "page/heaps.h"
#include "page/notices.h"
#include "page/salutation.h"
#include "page/wordlist.h"

#define HEADING_LEAST 2
#define HEADING_MOST 60 /* characters */
#define HEADING_LINES 3
#define SHORT_CHARS 7    /* subheads are shorter … */
#define LONG_CHARS 30    /* … and headlines seldom longer */
#define CONFIRMED 4.0    /* evidence that needs no other */
#define HEAP_MOST 64     /* headings in a row that are looked over */
#define PICTURES_MOST 8  /* blocks of pictures that are passed over */
#define PICTURE_CHARS 11 /* of subheads below pictures, at most */
#define BARE_CHARS 15    /* of a subhead that nothing else shows to be one */
#define BARE 1.0
#define REPORT_BLOCKS 4   /* of a report above a heading */
#define ROW_HEAD_CHARS 10 /* of a heading between rows */
#define QUESTION 2.5      /* against a headline: texts ask questions on the way */
#define SISTERS 1.0
#define SISTERS_NEAR 12 /* blocks before and after */
#define ALIKE_WINDOW 24 /* headings before and after that a heading is compared with */

/* Whether S has two commas or more and its parts are not as long as each other (对仗). */
static bool rambles(struct str s)
{
    size_t commas = 0, chars = 0, first = 0;
    bool even = true;
    for (struct utf8 c = utf8_first(s);; c = utf8_next(s, c), chars++) {
        bool comma = c.code == ',' || c.code == 0xff0c;
        if (!comma && c.len)
            continue;
        first = commas ? first : chars;
        even = even && chars == first;
        commas += comma;
        if (!c.len)
            return commas > 1 && !even;
        chars = SIZE_MAX; /* the comma does not count */
    }
}

static bool has_stops(struct str text)
{
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (is_stop(c.code) || is_sentence_end(c.code))
            return true;
    return false;
}

/* Whether it is a piece of a text, to all appearance. Full lines without a comma or stop that
   neither begin nor end a paragraph are none: of running text they would have one. */
static bool is_piece(const struct block *block)
{
    if (block->spans.len > 1 && block->runs_on)
        return !block->continues || has_stops(block->text);
    return block->continues;
}

/* Whether a block's text can be a heading, but for how many clauses it has. */
static bool has_heading_form(const struct block *block)
{
    struct str text = block->text;
    if (block->setting == SETTING_ROW || text.len > HEADING_MOST * 4 ||
        block->spans.len > HEADING_LINES || is_piece(block))
        return false;
    if (ends_open(text) && str_has(text, STR("，")))
        return false;
    if (is_question(text) && starts_like_sequel(text)) /* 这是怎么做到的？ */
        return false;
    size_t chars = utf8_count(text);
    uint32_t last = utf8_last(text).code;
    static const char unfinished[] = "，、；：,;:。";
    bool open = str_has(str_of(unfinished), str_slice(text, utf8_last(text).at, text.len));
    return chars >= HEADING_LEAST && chars <= HEADING_MOST && !open && last != '.' &&
           !holds_full_stop(text) && quotes_open(text) == 0 && !starts_report(text) &&
           !may_not_start(utf8_first(text).code) && !jumps_away(text);
}

bool looks_like_heading(const struct block *block)
{
    return has_heading_form(block) && !rambles(block->text) && !is_forecast(block->text);
}

/* Whether lines that are as wide as the column, and set in less than 本报讯 right below, break off:
   as a heading does, and no text. */
static bool breaks_off(const struct block *block)
{
    struct str text = block->text;
    uint32_t last = utf8_last(text).code;
    return block->spans.len <= HEADING_LINES && utf8_count(text) <= HEADING_MOST &&
           block->indent < block[1].indent && starts_report(block[1].text) &&
           !starts_report(text) && !holds_full_stop(text) && !ends_sentence(text) &&
           !is_stop(last) && last != 0xff1a && quotes_open(text) == 0;
}

/* Whether a line of several clauses stands apart from what goes before, and close above a text that
   is set in more. */
static bool stands_over(const struct block *block)
{
    enum { TEXT_CHARS = 40 };
    static const struct str sayings[] = {WORD("说"), WORD("道"), WORD("问"), WORD("想"),
                                         WORD("见")};
    size_t comma = str_find(block->text, STR("，"), 0);
    struct str clause = str_slice(block->text, 0, comma == SIZE_MAX ? 0 : comma);
    return !answers_letter(block->text) && !wordlist_end(sayings, COUNT(sayings), clause) &&
           block->gap > 0 && block[1].gap == 0 && block->spans.len == 1 &&
           block->indent < block[1].indent && block[1].role == ROLE_PARAGRAPH &&
           utf8_count(block[1].text) >= TEXT_CHARS && has_heading_form(block);
}

void headings_by_what_follows(struct blocks *blocks)
{
    for (size_t i = 0; i + 1 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        bool fresh = i == 0 || blocks->at[i - 1].role != ROLE_PARAGRAPH ||
                     ends_sentence(blocks->at[i - 1].text);
        bool signed_below = i + 2 < blocks->len && block->spans.len == 1 &&
                            block[1].role == ROLE_BYLINE && block[2].role == ROLE_PARAGRAPH &&
                            has_heading_form(block);
        if (fresh && block->role == ROLE_PARAGRAPH &&
            (signed_below || breaks_off(block) || stands_over(block)))
            block->role = ROLE_HEADLINE;
    }
}

/* ---- headline or subhead? */

static bool is_text(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION;
}

/* The first block after I that is no heading; LEN if there is none. */
static size_t after_headings(const struct blocks *blocks, size_t i)
{
    size_t end = i + HEAP_MOST < blocks->len ? i + HEAP_MOST : blocks->len;
    do
        i++;
    while (i < end && (blocks->at[i].role == ROLE_HEADLINE || blocks->at[i].role == ROLE_SUBTITLE));
    return i;
}

/* The block before I that is neither a picture's nor furniture; SIZE_MAX: there is none. */
static size_t before_pictures(const struct blocks *blocks, size_t i)
{
    for (size_t back = 0; i-- > 0 && back < PICTURES_MOST; back++) {
        const struct block *block = &blocks->at[i];
        bool credit = block->role == ROLE_CREDIT && is_photo_credit(block->text);
        if (block->role != ROLE_CAPTION && block->role != ROLE_PLACEHOLDER && !credit)
            return i;
    }
    return SIZE_MAX;
}

/* Evidence from what stands before a heading. */
static double lean_before(const struct blocks *blocks, size_t i)
{
    size_t at = before_pictures(blocks, i);
    if (at == SIZE_MAX)
        return 2.0;
    const struct block *before = &blocks->at[at];
    if (!is_text(before->role))
        return before->role == ROLE_HEADLINE ? 0.0 : 2.0;
    if (jumps_away(before->text) || sign_off_of(before->text) == SIGN_OFF_WRITER)
        return 2.0;
    /* pictures stand at a story's end rather than within, above what is too long for a subhead */
    bool ended = at + 1 < i && utf8_count(blocks->at[i].text) > PICTURE_CHARS;
    return (ends_sentence(before->text) ? -1.0 : 0.5) + (ended ? 1.5 : 0.0);
}

/* Whether a heading stands between two texts, and nothing says that one ends or the other begins a
   story. */
static bool is_bare(const struct blocks *blocks, size_t i)
{
    return blocks->at[i].role == ROLE_HEADLINE && i + 1 < blocks->len &&
           blocks->at[i + 1].role == ROLE_PARAGRAPH && !starts_report(blocks->at[i + 1].text) &&
           utf8_count(blocks->at[i].text) <= BARE_CHARS && lean_before(blocks, i) < 0.0;
}

/* Evidence from its being bare: subheads are, and so are their sisters, about as long. */
static double lean_bare(const struct blocks *blocks, size_t i)
{
    if (!is_bare(blocks, i))
        return 0.0;
    size_t chars = utf8_count(blocks->at[i].text);
    double lean = chars > BARE_CHARS - 4 ? -BARE / 2.0 : -BARE;
    size_t from = i > SISTERS_NEAR ? i - SISTERS_NEAR : 0;
    for (size_t k = from; k < blocks->len && k <= i + SISTERS_NEAR; k++) {
        size_t other = utf8_count(blocks->at[k].text);
        if (k != i && other <= chars + 2 && chars <= other + 2 && is_bare(blocks, k))
            return lean - SISTERS;
    }
    return lean;
}

/* Evidence from the story above: a report is short and has no subheads. */
static double lean_report(const struct blocks *blocks, size_t i)
{
    for (size_t back = 0; i-- > 0 && back < REPORT_BLOCKS; back++) {
        const struct block *block = &blocks->at[i];
        if (block->role == ROLE_BYLINE || block->role == ROLE_SUBTITLE)
            return 0.0;
        if (is_text(block->role) && starts_report(block->text))
            return 1.5;
    }
    return 0.0;
}

/* Evidence from its asking a question between two texts, as texts do on the way. */
static double lean_question(const struct blocks *blocks, size_t i)
{
    bool inside = i > 0 && is_text(blocks->at[i - 1].role) && i + 1 < blocks->len &&
                  blocks->at[i + 1].role == ROLE_PARAGRAPH;
    return inside && is_question(blocks->at[i].text) ? -QUESTION : 0.0;
}

/* Evidence from rows: a short heading between them is inside a table or a list of names, one above
   them alone is its title. */
static double lean_rows(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i];
    bool above = i > 0 && blocks->at[i - 1].setting == SETTING_ROW;
    bool below = i + 1 < blocks->len && blocks->at[i + 1].setting == SETTING_ROW;
    if (!below)
        return 0.0;
    return above && utf8_solid(block->text) <= ROW_HEAD_CHARS ? -4.0 : 2.0;
}

/* Whether a page parts its stories: most of its headings stand below more than the USUAL gap. */
static bool parts_stories(const struct blocks *blocks, uint32_t usual)
{
    enum { LEAST = 3 };
    size_t headings = 0, parted = 0;
    for (size_t i = 1; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        bool heads = block->role == ROLE_HEADLINE && blocks->at[i - 1].role != ROLE_HEADLINE;
        headings += heads;
        parted += heads && block->gap > usual;
    }
    return parted >= LEAST && parted * 4 >= headings * 3;
}

/* Evidence from its standing at the head of a story that gaps part from others, perhaps below
   another heading. */
static double lean_opening(const struct blocks *blocks, size_t i)
{
    enum { HEADS_MOST = 8 };
    for (size_t back = 0;
         back < HEADS_MOST && i > 0 && !blocks->at[i].opens &&
         blocks->at[i - 1].role == ROLE_HEADLINE && blocks->at[i].gap <= blocks->at[i - 1].gap;
         back++)
        i--;
    return blocks->at[i].opens && blocks->at[i].role == ROLE_HEADLINE ? CONFIRMED : 0.0;
}

/* Evidence from how it is set: a headline is larger, and so takes more lines and more room. */
static double lean_setting(const struct page *page, const struct block *block, uint32_t usual,
                           bool parts)
{
    const struct line *line = page_line_at(page, block->spans.at[0].start);
    double lean = block->setting == SETTING_DOWN ? CONFIRMED : 0.0;
    lean += line && line->doubled ? 2.0 : 0.0;
    lean += block->spans.len > 1 && !block->column ? 1.5 : 0.0;
    lean += block->gap > usual ? (parts ? 3.0 : 1.0) : 0.0;
    return lean + (is_spaced_out(block->text) ? 1.5 : 0.0);
}

/* Evidence from what stands after it. */
static double lean_after(const struct blocks *blocks, size_t i)
{
    size_t next = after_headings(blocks, i);
    bool subtitle = false, alone = next == i + 1;
    for (size_t k = i + 1; k < next; k++)
        subtitle |= blocks->at[k].role == ROLE_SUBTITLE;
    if (subtitle)
        return CONFIRMED;
    if (next == blocks->len)
        return alone && i > 0 && is_text(blocks->at[i - 1].role) ? 1.0 : 3.0;
    const struct block *after = &blocks->at[next];
    if (after->role == ROLE_BYLINE || after->role == ROLE_DATELINE || starts_report(after->text) ||
        starts_letter(after->text))
        return CONFIRMED;
    if (after->role != ROLE_PARAGRAPH)
        return 2.0;
    return starts_like_lead(after->text) ? 1.0 : 0.0;
}

/* How much two headings are built alike: as long, and the same characters in the same places. */
static double likeness(struct str a, struct str b)
{
    size_t chars = 0, same = 0;
    struct utf8 c = utf8_first(a), d = utf8_first(b);
    for (; c.len && d.len; c = utf8_next(a, c), d = utf8_next(b, d), chars++)
        same += c.code == d.code;
    if (c.len || d.len || !chars)
        return 0.0;
    return (double)same / (double)chars;
}

/* Evidence from headings near it that are built like it: subheads come in sets. */
static double lean_alike(const struct blocks *blocks, size_t i)
{
    size_t from = i > ALIKE_WINDOW ? i - ALIKE_WINDOW : 0;
    double best = 0.0;
    for (size_t k = from; k < blocks->len && k <= i + ALIKE_WINDOW; k++) {
        if (k == i || blocks->at[k].role != ROLE_HEADLINE)
            continue;
        double alike = likeness(blocks->at[i].text, blocks->at[k].text);
        if (alike > best)
            best = alike;
    }
    return best >= 0.3 ? -3.0 : 0.0;
}

static double lean_of(const struct page *page, size_t i, uint32_t usual, bool parts)
{
    const struct blocks *blocks = &page->blocks;
    const struct block *block = &blocks->at[i];
    double lean = 1.0 + lean_before(blocks, i) + lean_after(blocks, i) + lean_alike(blocks, i) +
                  lean_bare(blocks, i) + lean_rows(blocks, i) +
                  lean_setting(page, block, usual, parts) + lean_report(blocks, i) +
                  lean_question(blocks, i) + lean_opening(blocks, i);
    lean += names_doer(block->text) ? 1.0 : 0.0;
    lean += is_notice_title(block->text) ? 3.0 : 0.0;
    lean -= starts_like_lead(block->text) ? 1.0 : 0.0;
    lean -= is_numbered(block->text) ? 5.0 : 0.0;
    size_t chars = utf8_count(block->text);
    lean -= chars < SHORT_CHARS ? 1.5 : chars > LONG_CHARS ? 1.0 : 0.0;
    lean -= str_has(block->text, STR("，")) ? 0.5 : 0.0;
    return lean;
}

void headings_decide(struct arena *keep, struct page *page)
{
    struct blocks *blocks = &page->blocks;
    uint32_t usual = headlines_usual_gap(blocks);
    headlines_crown(blocks);
    heaps_part(keep, page);
    headlines_join(keep, blocks);
    bool parts = parts_stories(blocks, usual);
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_HEADLINE)
            blocks->at[i].lean = lean_of(page, i, usual, parts);
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_HEADLINE && blocks->at[i].lean < 0.0) {
            blocks->at[i].role = ROLE_SUBHEAD;
            blocks->at[i].lean = -blocks->at[i].lean;
        }
    headlines_rank(page);
}
