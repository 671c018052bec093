/* SPDX-License-Identifier: MIT */
#include "page/headings.h"

#include "page/chars.h"
#include "page/cues.h"
#include "page/headlines.h"
#include "page/notices.h"

#define HEADING_LEAST 2
#define HEADING_MOST 60 /* characters */
#define HEADING_LINES 3
#define SHORT_CHARS 7   /* subheads are shorter … */
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
    if (block->setting == SETTING_ROW || text.len > HEADING_MOST * 4 ||
        block->spans.len > HEADING_LINES || block->continues ||
        (block->runs_on && block->spans.len > 1))
        return false;
    size_t chars = utf8_count(text);
    uint32_t last = utf8_last(text).code;
    static const char unfinished[] = "，、；：,;:。";
    bool open = str_has(str_of(unfinished), str_slice(text, utf8_last(text).at, text.len));
    return chars >= HEADING_LEAST && chars <= HEADING_MOST && !open && last != '.' &&
           !holds_full_stop(text) && quotes_open(text) == 0 && !starts_report(text) &&
           !may_not_start(utf8_first(text).code) && !rambles(text) && !jumps_away(text);
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

void headings_decide(struct arena *keep, struct page *page)
{
    struct blocks *blocks = &page->blocks;
    headlines_join(keep, blocks);
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_HEADLINE)
            blocks->at[i].lean = lean_of(blocks, i);
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_HEADLINE && blocks->at[i].lean < 0.0) {
            blocks->at[i].role = ROLE_SUBHEAD;
            blocks->at[i].lean = -blocks->at[i].lean;
        }
    headlines_rank(blocks);
}
