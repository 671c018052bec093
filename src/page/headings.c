/* SPDX-License-Identifier: MIT */
#include "page/headings.h"

#include "page/blocks.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/tidy.h"

#define HEADING_LEAST 2
#define HEADING_MOST 60 /* characters */
#define HEADING_LINES 3
#define SHORT_CHARS 7   /* subheads are shorter … */
#define LINE_CHARS 22   /* of a headline's line */
#define LONG_CHARS 30   /* … and headlines seldom longer */
#define CONFIRMED 4.0   /* evidence that needs no other */
#define HEAP_MOST 64    /* headings in a row that are looked over */
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

bool looks_like_heading(const struct block *block)
{
    struct str text = block->text;
    if (block->setting == SETTING_ROW || text.len > HEADING_MOST * 4 || block->spans.len > HEADING_LINES || block->continues ||
        (block->runs_on && block->spans.len > 1))
        return false;
    size_t chars = utf8_count(text);
    uint32_t last = utf8_last(text).code;
    static const char unfinished[] = "，、；：,;:。";
    bool open = str_has(str_of(unfinished), str_slice(text, utf8_last(text).at, text.len));
    return chars >= HEADING_LEAST && chars <= HEADING_MOST && !open && last != '.' &&
           !holds_full_stop(text) && quotes_open(text) == 0 && !starts_report(text) &&
           !may_not_start(utf8_first(text).code) && !rambles(text);
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

/* Evidence from what stands before a heading. */
static double lean_before(const struct blocks *blocks, size_t i)
{
    if (i == 0)
        return 2.0;
    const struct block *before = &blocks->at[i - 1];
    if (!is_text(before->role))
        return before->role == ROLE_HEADLINE ? 0.0 : 2.0;
    if (jumps_away(before->text))
        return 2.0;
    return ends_sentence(before->text) ? -1.0 : 0.5;
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
    if (after->role == ROLE_BYLINE || after->role == ROLE_DATELINE || starts_report(after->text))
        return CONFIRMED;
    if (!is_text(after->role))
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

static double lean_of(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i];
    double lean = 1.0 + lean_before(blocks, i) + lean_after(blocks, i) + lean_alike(blocks, i);
    lean -= starts_like_lead(block->text) ? 1.0 : 0.0;
    lean -= is_numbered(block->text) ? 5.0 : 0.0;
    size_t chars = utf8_count(block->text);
    lean -= chars < SHORT_CHARS ? 1.5 : chars > LONG_CHARS ? 1.0 : 0.0;
    lean -= str_has(block->text, STR("，")) ? 0.5 : 0.0;
    return lean;
}

/* ---- headlines of several lines */

/* The usual gap between the page's blocks: the median of those that follow another. */
static uint32_t usual_gap(const struct blocks *blocks)
{
    size_t count[3] = {0};
    for (size_t i = 1; i < blocks->len; i++)
        count[blocks->at[i].gap < 2 ? blocks->at[i].gap : 2]++;
    return count[0] > count[1] + count[2] ? 0 : 1;
}

/* Whether two headings that follow each other are lines of one headline. */
static bool is_one_headline(const struct block *a, const struct block *b, uint32_t usual)
{
    size_t first = utf8_count(a->text), second = utf8_count(b->text);
    if (first + second > HEADING_MOST || b->gap > 0)
        return false;
    return usual > 0 || (first <= second + 1 && second <= first + 1);
}

/* Whether a line can be the first of a headline that goes on after a comma. */
static bool is_first_line(const struct block *block)
{
    size_t chars = utf8_count(block->text);
    return block->role == ROLE_PARAGRAPH && block->spans.len == 1 && chars >= 4 &&
           chars <= LINE_CHARS && utf8_last(block->text).code == 0xff0c &&
           !starts_like_lead(block->text);
}

/* Joins lines of headlines and tells kickers from headlines in each run of them. */
static void join_headlines(struct arena *keep, struct blocks *blocks)
{
    uint32_t usual = usual_gap(blocks);
    size_t len = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *last = len ? &blocks->at[len - 1] : NULL;
        struct block *block = &blocks->at[i];
        if (last && is_first_line(last) && block->role == ROLE_HEADLINE && block->gap == 0) {
            block_append(keep, last, block);
            last->role = ROLE_HEADLINE;
        } else if (last && last->role == block->role &&
            (block->role == ROLE_HEADLINE || block->role == ROLE_SUBTITLE ||
             (block->role == ROLE_BYLINE && block->gap == 0)) &&
            (block->role == ROLE_BYLINE || is_one_headline(last, block, usual)))
            block_append(keep, last, block);
        else
            blocks->at[len++] = *block;
    }
    blocks->len = len;
}

/* Of two headlines in a row before a text the first is the kicker. */
static void find_kickers(struct blocks *blocks)
{
    for (size_t i = 0; i + 2 < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        bool run = (i == 0 || blocks->at[i - 1].role != ROLE_HEADLINE) &&
                   block->role == ROLE_HEADLINE && blocks->at[i + 1].role == ROLE_HEADLINE;
        enum role after = blocks->at[i + 2].role;
        size_t text = after == ROLE_BYLINE || after == ROLE_SUBTITLE ? i + 3 : i + 2;
        if (run && text < blocks->len && is_text(blocks->at[text].role))
            block->role = ROLE_KICKER;
    }
}

void headings_decide(struct arena *keep, struct page *page)
{
    struct blocks *blocks = &page->blocks;
    join_headlines(keep, blocks);
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_HEADLINE)
            blocks->at[i].lean = lean_of(blocks, i);
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_HEADLINE && blocks->at[i].lean < 0.0) {
            blocks->at[i].role = ROLE_SUBHEAD;
            blocks->at[i].lean = -blocks->at[i].lean;
        }
    find_kickers(blocks);
}
