/* SPDX-License-Identifier: MIT */
#include "archive/printings.h"

#include "base/utf8.h"
#include "page/variants.h"

#include <stdlib.h>

enum {
    RUN = 8,      /* letters */
    CLASSES = 32, /* a power of two */
    LEAST_RUNS = 100,
    LEAST_ALIKE = 6, /* classes: fewer may be by chance */
};

/* So much of the shorter text, at least, stands in the longer one. Of texts that stand whole in
   others of twice their length all are found so, three times four of five, five times one of two:
   where the longer one's sketch has the least hashes of most classes, they are not of the shorter.
 */
static const double least_held = 0.7;

struct sketch {
    const struct entry *entry;
    size_t runs;
    uint32_t least[CLASSES]; /* UINT32_MAX: no run is of the class */
    size_t group;            /* the first sketch of its group, by the way of other ones */
};

struct sketches VEC_OF(struct sketch);

static const uint64_t base = 0x9e3779b97f4a7c15; /* odd, of no structure */

/* Spreads a number over all its bits (the last steps of MurmurHash3). */
static uint64_t spread(uint64_t x)
{
    x = (x ^ x >> 33) * 0xff51afd7ed558ccd;
    x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53;
    return x ^ x >> 33;
}

/* A sum over the last letters, of which the oldest is taken out again. */
struct rolling {
    uint64_t hash, oldest; /* BASE to the power of RUN */
    uint32_t last[RUN];
    size_t letters;
};

static void roll(struct rolling *rolling, uint32_t code)
{
    size_t at = rolling->letters++ % RUN;
    uint64_t out = rolling->letters > RUN ? rolling->last[at] * rolling->oldest : 0;
    rolling->last[at] = code;
    rolling->hash = rolling->hash * base + code - out;
}

static void add_text(struct sketch *sketch, struct str text)
{
    struct rolling rolling = {.oldest = 1};
    for (size_t i = 0; i < RUN; i++)
        rolling.oldest *= base;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (!utf8_is_han(c.code) && !utf8_is_alnum(c.code))
            continue;
        roll(&rolling, character_simplified(c.code));
        if (rolling.letters < RUN)
            continue;
        uint64_t hash = spread(rolling.hash);
        uint32_t *least = &sketch->least[hash % CLASSES], value = (uint32_t)(hash >> 32);
        *least = value < *least ? value : *least;
        sketch->runs++;
    }
}

/* Numbers of four bytes, the lowest first. */
enum { NUMBER_BYTES = 4, SKETCH_BYTES = CLASSES * NUMBER_BYTES };

void printings_sketch(struct arena *keep, struct story *story)
{
    struct sketch sketch = {0};
    memset(sketch.least, 0xff, sizeof sketch.least);
    for (size_t i = 0; i < story->blocks.len; i++)
        if (story->blocks.at[i].role == ROLE_PARAGRAPH)
            add_text(&sketch, story->blocks.at[i].text);
    story->counts->runs = (uint32_t)sketch.runs;
    if (sketch.runs < LEAST_RUNS)
        return;
    char *bytes = arena_array(keep, SKETCH_BYTES, 1);
    for (size_t i = 0; i < SKETCH_BYTES; i++)
        bytes[i] = (char)(sketch.least[i / NUMBER_BYTES] >> 8 * (i % NUMBER_BYTES) & 0xff);
    story->counts->sketch = (struct str){bytes, SKETCH_BYTES};
}

static struct sketch sketch_of(const struct entry *entry)
{
    struct str bytes = entry->story->counts->sketch;
    struct sketch sketch = {.entry = entry, .runs = entry->story->counts->runs};
    for (size_t i = 0; i < SKETCH_BYTES; i++)
        sketch.least[i / NUMBER_BYTES] |= (uint32_t)(unsigned char)bytes.ptr[i]
                                          << 8 * (i % NUMBER_BYTES);
    return sketch;
}

/* ---- groups */

static size_t group_of(struct sketches *sketches, size_t i)
{
    while (sketches->at[i].group != i)
        i = sketches->at[i].group = sketches->at[sketches->at[i].group].group;
    return i;
}

/* Whether so much of the one stands in the other: the share of classes alike is that of the runs
   that both have among the runs that either has. */
static bool are_alike(const struct sketch *a, const struct sketch *b)
{
    size_t alike = 0, either = 0;
    for (size_t i = 0; i < CLASSES; i++) {
        bool none = a->least[i] == UINT32_MAX && b->least[i] == UINT32_MAX;
        either += !none;
        alike += !none && a->least[i] == b->least[i];
    }
    if (alike < LEAST_ALIKE)
        return false;
    double share = (double)alike / (double)either;
    double both = share / (1 + share) * (double)(a->runs + b->runs);
    return both >= least_held * (double)(a->runs < b->runs ? a->runs : b->runs);
}

static void join(struct sketches *sketches, size_t i, size_t k)
{
    const struct sketch *a = &sketches->at[i], *b = &sketches->at[k];
    size_t first = group_of(sketches, i), second = group_of(sketches, k);
    if (first == second || a->entry->page == b->entry->page || !are_alike(a, b))
        return;
    sketches->at[first < second ? second : first].group = first < second ? first : second;
}

/* A sketch by two of its numbers. */
struct key {
    uint64_t numbers;
    size_t sketch;
};

static int by_numbers(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    if (x->numbers != y->numbers)
        return x->numbers < y->numbers ? -1 : 1;
    return (x->sketch > y->sketch) - (x->sketch < y->sketch);
}

/* Compares those of one pair of numbers, each with the one before it and with the first. */
static void join_by_class(struct sketches *sketches, struct key *keys, size_t class)
{
    size_t len = 0;
    for (size_t i = 0; i < sketches->len; i++) {
        const uint32_t *least = sketches->at[i].least;
        if (least[class] != UINT32_MAX && least[class + 1] != UINT32_MAX)
            keys[len++] = (struct key){(uint64_t)least[class] << 32 | least[class + 1], i};
    }
    if (len)
        qsort(keys, len, sizeof *keys, by_numbers);
    for (size_t i = 1, first = 0; i < len; i++) {
        if (keys[i].numbers != keys[first].numbers) {
            first = i;
            continue;
        }
        join(sketches, keys[i - 1].sketch, keys[i].sketch);
        join(sketches, keys[first].sketch, keys[i].sketch);
    }
}

/* ---- the archive */

static struct entry *entry_to_change(const struct entry *entry)
{
    return &entry->page->entries[entry->place];
}

/* What is not known of a date is taken for late. */
static uint32_t late_number(const struct story_date *date)
{
    static const uint32_t unknown = 9999;
    struct date d = date->value;
    return (d.year ? d.year : unknown) * 10000u + (d.month ? d.month : 99u) * 100u +
           (d.day ? d.day : 99u);
}

static const struct entry *first_of(const struct entries *printings)
{
    const struct entry *first = printings->at[0];
    for (size_t i = 1; i < printings->len; i++)
        if (late_number(&printings->at[i]->story->date) < late_number(&first->story->date))
            first = printings->at[i];
    return first;
}

/* Gives each group of several its list, in the order of the archive. */
static void list_groups(struct archive *archive, struct sketches *sketches)
{
    struct entries **lists = ARENA_ARRAY(archive->keep, struct entries *, sketches->len);
    for (size_t i = 0; i < sketches->len; i++) {
        size_t group = group_of(sketches, i);
        if (group == i)
            continue;
        if (!lists[group]) {
            lists[group] = ARENA_NEW(archive->keep, struct entries);
            vec_push(archive->keep, lists[group], sketches->at[group].entry);
        }
        vec_push(archive->keep, lists[group], sketches->at[i].entry);
    }
    for (size_t group = 0; group < sketches->len; group++) {
        const struct entries *list = lists[group];
        const struct entry *first = list ? first_of(list) : NULL;
        for (size_t i = 0; list && i < list->len; i++) {
            entry_to_change(list->at[i])->printings = list;
            entry_to_change(list->at[i])->first_printing = first;
        }
    }
}

void printings_join(struct archive *archive)
{
    struct arena scratch = {0};
    struct sketches sketches = {0};
    for (size_t i = 0; i < archive->entries.len; i++) {
        const struct entry *entry = archive->entries.at[i];
        if (entry->story->counts->sketch.len != SKETCH_BYTES)
            continue;
        struct sketch sketch = sketch_of(entry);
        sketch.group = sketches.len;
        vec_push(&scratch, &sketches, sketch);
    }
    struct key *keys = ARENA_ARRAY(&scratch, struct key, sketches.len);
    for (size_t class = 0; class < CLASSES; class += 2)
        join_by_class(&sketches, keys, class);
    list_groups(archive, &sketches);
    arena_clear(&scratch);
}
