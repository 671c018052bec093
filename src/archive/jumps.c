/* SPDX-License-Identifier: MIT */
#include "archive/jumps.h"
#include "archive/likeness.h"
#include "archive/whole.h"
#include "base/file.h"
#include "base/utf8.h"
#include "page/cues.h"

/* A newspaper has fewer pages; more digits than that are no number of one. */
enum { NUMBER_MAX = 999 };

/* So many candidates at most are compared by their words; more of them for one page are no
   newspaper's, and comparing all with all would be slow. */
enum { CANDIDATES_MAX = 12 };

/* Of 65 reports that were cut in half every other one reaches the least, of halves that do not
   belong to each other one in sixty. Of two candidates the right one is twice as alike as the other
   in nine of ten cases, the wrong one in one of seven hundred. */
#define ALIKE_LEAST 0.08
#define ALIKE_CLEARLY 2.0

/* ---- what a notice says */

enum { NO_NUMERAL = -1, TEN = 10 };

static int numeral_value(uint32_t code)
{
    static const uint32_t han[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                   0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341}; /* 〇一二 … 九十 */
    if (utf8_is_digit(code))
        return (int)(code < 0x80 ? code - '0' : code - 0xff10);
    for (int i = 0; i <= TEN; i++) {
        if (han[i] == code)
            return i;
    }
    return code == 0x96f6 ? 0 : NO_NUMERAL; /* 零 */
}

/* 4, ４, 四, 十二, 二十一, 一二; 0: too large. */
static unsigned numerals_value(struct str numerals)
{
    unsigned value = 0;
    bool tens = false;
    for (struct utf8 c = utf8_first(numerals); c.len && value <= NUMBER_MAX;
         c = utf8_next(numerals, c)) {
        int digit = numeral_value(c.code);
        if (digit == TEN)
            value = (value ? value : 1) * TEN;
        else
            value = (tens ? value : value * TEN) + (unsigned)digit;
        tens = digit == TEN;
    }
    return value <= NUMBER_MAX ? value : 0;
}

/* The letter of a sheet, as in A3版, in ASCII and capitals; 0: it is none. */
static char sheet_letter(uint32_t code)
{
    if (!utf8_is_alnum(code) || utf8_is_digit(code))
        return 0;
    return (char)((code < 0x80 ? code : code - 0xfee0) & ~0x20u);
}

/* The number that stands in TEXT before its byte END; empty: there is none. */
static struct str number_before(struct arena *keep, struct str text, size_t end)
{
    size_t start = end = utf8_trim(str_slice(text, 0, end)).len;
    struct utf8 c = utf8_before(text, start);
    while (c.len && numeral_value(c.code) != NO_NUMERAL) {
        start = c.at;
        c = utf8_before(text, start);
    }
    unsigned value = numerals_value(str_slice(text, start, end));
    char letter = c.len ? sheet_letter(c.code) : 0;
    if (start == end || value == 0)
        return STR_NONE;
    return letter ? str_format(keep, "%c%u", letter, value) : str_format(keep, "%u", value);
}

static size_t find_last(struct str text, struct str needle)
{
    size_t last = SIZE_MAX;
    for (size_t at = 0; (at = str_find(text, needle, at)) != SIZE_MAX; at += needle.len)
        last = at;
    return last;
}

static struct str number_said(struct arena *keep, struct str text, bool last)
{
    struct str word = STR("版");
    size_t at = last ? find_last(text, word) : str_find(text, word, 0);
    return at == SIZE_MAX ? STR_NONE : number_before(keep, text, at);
}

static bool is_running_text(const struct block *block)
{
    return block->role == ROLE_PARAGRAPH || block->role == ROLE_NOTICE;
}

struct str jump_to_page(struct arena *keep, const struct story *story)
{
    size_t i = story->blocks.len;
    while (i > 0 && !is_running_text(&story->blocks.at[i - 1]))
        i--;
    if (i == 0)
        return STR_NONE;
    struct str text = story->blocks.at[i - 1].text;
    if (story->blocks.at[i - 1].role == ROLE_NOTICE)
        return jump_line(text) == JUMP_TO ? number_said(keep, text, false) : STR_NONE;
    return jumps_away(text) ? number_said(keep, text, true) : STR_NONE;
}

struct str jump_from_page(struct arena *keep, const struct story *story)
{
    size_t i = 0;
    while (i < story->blocks.len && !is_running_text(&story->blocks.at[i]))
        i++;
    if (i == story->blocks.len)
        return STR_NONE;
    struct str text = story->blocks.at[i].text;
    bool jumps =
        story->blocks.at[i].role == ROLE_NOTICE ? jump_line(text) == JUMP_FROM : jumps_in(text);
    return jumps ? number_said(keep, text, false) : STR_NONE;
}

/* ---- who leaves and who arrives */

struct halves VEC_OF(struct entry *);

/* A way from one page of a newspaper to another of the same day. */
struct way {
    struct halves leaving, arriving;
};

struct ways VEC_OF(struct way *);

struct joining {
    struct pages_at_hand pages;
    struct arena scratch, words; /* words: of one way */
    struct map by_name;
    struct ways ways; /* in the order of their first stories */
};

static struct way *way_named(struct joining *joining, struct str name)
{
    void **slot = map_at(&joining->scratch, &joining->by_name, name);
    if (!*slot) {
        struct way *way = ARENA_NEW(&joining->scratch, struct way);
        vec_push(&joining->scratch, &joining->ways, way);
        *slot = way;
    }
    return *slot;
}

/* The newspaper comes last, for it may hold anything. */
static struct way *way_of(struct joining *joining, const struct page *page, struct str from,
                          struct str to)
{
    const struct page_facts *facts = &page->facts;
    struct str folder = str_slice(page->path, 0, page->path.len - path_base(page->path).len);
    struct str newspaper = facts->publication.len ? facts->publication : folder;
    struct date date = facts->date;
    return way_named(joining,
                     str_format(&joining->scratch, "%04u%02u%02u %.*s %.*s %s%.*s", date.year,
                                date.month, date.day, STR_FMT(from), STR_FMT(to),
                                facts->publication.len ? "" : "in ", STR_FMT(newspaper)));
}

static void note_jumps(struct joining *joining, struct entry *entry)
{
    struct arena *scratch = &joining->scratch;
    const struct page *page = entry->page->page;
    struct str here = page->facts.number;
    struct str to = entry->story->counts->to, from = entry->story->counts->from;
    if (to.len && !str_eq(to, here))
        vec_push(scratch, &way_of(joining, page, here, to)->leaving, entry);
    if (from.len && !str_eq(from, here))
        vec_push(scratch, &way_of(joining, page, from, here)->arriving, entry);
}

/* ---- who belongs to whom */

static void join(struct entry *first, struct entry *second)
{
    first->continues = second;
    second->continued_from = first;
}

/* Which of LEN likenesses, each STEP after the other, stands out; LEN: none. */
static size_t find_clear(const double *likeness, size_t len, size_t step)
{
    size_t best = 0;
    double next = 0;
    for (size_t i = 1; i < len; i++) {
        bool better = likeness[i * step] > likeness[best * step];
        double lower = likeness[(better ? best : i) * step];
        best = better ? i : best;
        next = lower > next ? lower : next;
    }
    double top = likeness[best * step];
    return top >= ALIKE_LEAST && top >= ALIKE_CLEARLY * next ? best : len;
}

static struct pairs pairs_of(struct joining *joining, const struct entry *entry)
{
    return story_pairs(&joining->words, entry_at_hand(&joining->pages, entry)->story);
}

static void compare(struct joining *joining, const struct way *way, double *likeness)
{
    struct pairs arriving[CANDIDATES_MAX];
    for (size_t k = 0; k < way->arriving.len; k++)
        arriving[k] = pairs_of(joining, way->arriving.at[k]);
    for (size_t i = 0; i < way->leaving.len; i++) {
        struct pairs leaving = pairs_of(joining, way->leaving.at[i]);
        for (size_t k = 0; k < way->arriving.len; k++)
            likeness[i * way->arriving.len + k] = pairs_likeness(&leaving, &arriving[k]);
    }
}

/* Joins those that are clearly alike, seen from both sides. */
static void join_alike(struct joining *joining, const struct way *way)
{
    size_t rows = way->leaving.len, columns = way->arriving.len;
    if (rows > CANDIDATES_MAX || columns > CANDIDATES_MAX)
        return;
    double likeness[CANDIDATES_MAX * CANDIDATES_MAX];
    arena_reset(&joining->words);
    compare(joining, way, likeness);
    for (size_t i = 0; i < rows; i++) {
        size_t k = find_clear(likeness + i * columns, columns, 1);
        if (k < columns && find_clear(likeness + k, rows, columns) == i)
            join(way->leaving.at[i], way->arriving.at[k]);
    }
}

static void join_way(struct joining *joining, const struct way *way)
{
    if (way->leaving.len == 1 && way->arriving.len == 1)
        join(way->leaving.at[0], way->arriving.at[0]);
    else if (way->leaving.len && way->arriving.len)
        join_alike(joining, way);
}

void jumps_join(struct archive *archive)
{
    struct joining joining = {.pages.archive = archive};
    for (size_t i = 0; i < archive->pages.len; i++) {
        const struct archive_page *page = archive->pages.at[i];
        const struct page_facts *facts = &page->page->facts;
        for (size_t k = 0; facts->number.len && facts->date.day && k < page->entries_len; k++)
            note_jumps(&joining, &page->entries[k]);
    }
    for (size_t i = 0; i < joining.ways.len; i++)
        join_way(&joining, joining.ways.at[i]);
    arena_clear(&joining.words);
    pages_at_hand_clear(&joining.pages);
    arena_clear(&joining.scratch);
}
