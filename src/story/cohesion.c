/* SPDX-License-Identifier: MIT */
#include "story/cohesion.h"

#include <math.h>

#include "base/search.h"
#include "base/utf8.h"
#include "page/lexicon.h"
#include "page/pairs.h"

#define SINGLE 1                  /* the first of a pair that is one character alone */
#define PLACE (UINT64_C(1) << 63) /* of a key that stands for a place's name */
#define COMMON_LEVEL 16.0         /* logarithm of the count of a word that says nothing */
#define LEAST_WEIGHT 0.2
#define PLACE_LEVEL 4 /* a word that is more common ends no place's name */

/* What is known of a pair, by its number. */
struct known {
    double weight;  /* 0: not yet looked up */
    float odds;     /* against it in the language: 1 / its share of all pairs; 0: likewise */
    uint32_t count; /* in the text that is being read */
};

/* The pairs of the page's texts. */
struct words {
    struct arena *keep;
    struct pair_counts counts; /* in how many blocks */
    struct known *known;
    uint64_t *read,
        *reads; /* bits: pairs of the text that is being read; which of READ are not 0 */
    size_t cap; /* pairs that there is room for */
};

/* Pairs of a text in its order, by their numbers. */
struct row {
    uint32_t *at;
    size_t len;
};

/* The pairs or characters of a block, which are weighed when they are first asked for. */
struct told {
    struct row row;
    struct pairs pairs;
};

struct cohesion {
    struct words *words;
    const struct block *first; /* of the page's LEN blocks, and what stands in each */
    size_t len;
    struct told *words_of_blocks, *chars_of_blocks;
};

/* Room for the row of a text; a Han character takes three bytes or more. */
static struct row row_room(struct arena *scratch, struct str text)
{
    size_t bytes = text.len < PAIRS_MAX_BYTES ? text.len : PAIRS_MAX_BYTES;
    return (struct row){.at = ARENA_ROOM(scratch, uint32_t, bytes / 3 + 2)};
}

static void row_add(struct words *words, struct row *row, uint64_t pair)
{
    row->at[row->len++] = pairs_number(words->keep, &words->counts, pair);
}

static struct row read_pairs(struct arena *scratch, struct words *words, struct str text)
{
    struct row row = row_room(scratch, text);
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES;
         c = utf8_next(text, c)) {
        if (utf8_is_han(before) && utf8_is_han(c.code))
            row_add(words, &row, pair_of(before, c.code));
        before = c.code;
    }
    return row;
}

static struct row read_chars(struct arena *scratch, struct words *words, struct str text)
{
    struct row row = row_room(scratch, text);
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES; c = utf8_next(text, c))
        if (utf8_is_han(c.code))
            row_add(words, &row, pair_of(SINGLE, c.code));
    return row;
}

static struct row counted(struct words *words, struct row row, uint32_t group)
{
    for (size_t i = 0; i < row.len; i++)
        pair_entry_count(&words->counts.at[row.at[i]], group);
    return row;
}

const struct cohesion *cohesion_of(struct arena *scratch, const struct page *page)
{
    struct cohesion *cohesion = ARENA_NEW(scratch, struct cohesion);
    struct words *words = ARENA_NEW(scratch, struct words);
    size_t len = page->blocks.len;
    words->keep = scratch;
    *cohesion = (struct cohesion){
        .words = words,
        .first = page->blocks.at,
        .len = len,
        .words_of_blocks = ARENA_ARRAY(scratch, struct told, len),
        .chars_of_blocks = ARENA_ARRAY(scratch, struct told, len),
    };
    for (size_t i = 0; i < len; i++) {
        struct str text = page->blocks.at[i].text;
        uint32_t group = (uint32_t)i + 1;
        cohesion->words_of_blocks[i].row = counted(words, read_pairs(scratch, words, text), group);
        cohesion->chars_of_blocks[i].row = counted(words, read_chars(scratch, words, text), group);
    }
    return cohesion;
}

size_t cohesion_blocks_with(const struct cohesion *cohesion, uint32_t first, uint32_t second)
{
    return pairs_groups(&cohesion->words->counts, pair_of(first, second));
}

/* The rarer on the page, and the rarer in the language, the more it says. */
static double weight_of(const struct cohesion *cohesion, const struct pair_entry *entry)
{
    if (entry->pair & PLACE)
        return 1.0;
    double here = log(((double)cohesion->len + 1.0) / ((double)entry->groups + 0.5));
    uint32_t chars[] = {(uint32_t)(entry->pair >> 32), (uint32_t)entry->pair};
    unsigned level = chars[0] == SINGLE ? lexicon_level(chars + 1, 1) : lexicon_level(chars, 2);
    return here * fmax(LEAST_WEIGHT, 1.0 - (double)level / COMMON_LEVEL);
}

static double rarity_of(uint64_t pair)
{
    uint32_t first = (uint32_t)(pair >> 32), second = (uint32_t)pair;
    return first == SINGLE ? lexicon_rarity_of_char(second) : lexicon_rarity_of_pair(first, second);
}

static double odds_of(const struct cohesion *cohesion, uint32_t number)
{
    struct known *known = &cohesion->words->known[number];
    if (known->odds == 0.0F)
        known->odds = (float)exp(rarity_of(cohesion->words->counts.at[number].pair));
    return (double)known->odds;
}

double cohesion_share(const struct cohesion *cohesion, uint32_t number)
{
    return 1.0 / odds_of(cohesion, number);
}

/* ---- pairs of a text */

/* Makes room for all pairs that have numbers. */
static void words_room(struct words *words)
{
    size_t cap = words->counts.cap, blocks = cap / 64 + 1;
    if (cap == words->cap)
        return;
    struct known *known = ARENA_ARRAY(words->keep, struct known, cap);
    if (words->cap)
        memcpy(known, words->known, words->cap * sizeof *known);
    words->known = known;
    words->read = ARENA_ARRAY(words->keep, uint64_t, blocks);
    words->reads = ARENA_ARRAY(words->keep, uint64_t, blocks / 64 + 1);
    words->cap = cap;
}

/* Counts the pairs of ROW. Returns how many different ones there are. */
static size_t count_row(struct words *words, const struct row *row)
{
    size_t len = 0;
    for (size_t i = 0; i < row->len; i++) {
        uint32_t number = row->at[i];
        len += words->known[number].count++ == 0;
        words->read[number / 64] |= UINT64_C(1) << number % 64;
        words->reads[number / 4096] |= UINT64_C(1) << number / 64 % 64;
    }
    return len;
}

/* Moves a pair that was counted into PAIRS. */
static void take_pair(const struct cohesion *cohesion, uint32_t number, struct pairs *pairs)
{
    struct known *known = &cohesion->words->known[number];
    if (known->weight == 0.0)
        known->weight = weight_of(cohesion, &cohesion->words->counts.at[number]);
    pairs->at[pairs->len++] = (struct pair){number, (float)known->count, known->weight};
    pairs->weight += known->weight;
    known->count = 0;
}

/* The lowest bit of *BITS, which is taken away. */
static size_t cut_bit(uint64_t *bits)
{
    size_t bit = (size_t)__builtin_ctzll(*bits);
    *bits &= *bits - 1;
    return bit;
}

/* The pairs of ROW, one of each, in order and weighed. */
static struct pairs pairs_of_row(struct arena *scratch, const struct cohesion *cohesion,
                                 const struct row *row)
{
    struct words *words = cohesion->words;
    struct pairs pairs = {.count = (uint32_t)row->len, .page = cohesion};
    if (!row->len)
        return pairs;
    words_room(words);
    pairs.at = ARENA_ARRAY(scratch, struct pair, count_row(words, row));
    for (size_t i = 0; i <= words->cap / 4096; i++)
        while (words->reads[i]) {
            size_t block = i * 64 + cut_bit(&words->reads[i]);
            while (words->read[block])
                take_pair(cohesion, (uint32_t)(block * 64 + cut_bit(&words->read[block])), &pairs);
        }
    return pairs;
}

struct pairs pairs_of(struct arena *scratch, const struct cohesion *cohesion, struct str text)
{
    struct row row = read_pairs(scratch, cohesion->words, text);
    return pairs_of_row(scratch, cohesion, &row);
}

/* What of TOLD, by blocks, stands in BLOCK of the page; NULL: it is none of the page's. */
static struct told *told_of(const struct cohesion *cohesion, struct told *told,
                            const struct block *block)
{
    uintptr_t at = (uintptr_t)block - (uintptr_t)cohesion->first;
    return at < cohesion->len * sizeof *block ? &told[at / sizeof *block] : NULL;
}

static struct pairs told_pairs(const struct cohesion *cohesion, struct told *told)
{
    if (!told->pairs.page)
        told->pairs = pairs_of_row(cohesion->words->keep, cohesion, &told->row);
    return told->pairs;
}

struct pairs pairs_of_block(struct arena *scratch, const struct cohesion *cohesion,
                            const struct block *block)
{
    struct told *told = told_of(cohesion, cohesion->words_of_blocks, block);
    return told ? told_pairs(cohesion, told) : pairs_of(scratch, cohesion, block->text);
}

struct pairs chars_of_block(struct arena *scratch, const struct cohesion *cohesion,
                            const struct block *block)
{
    struct told *told = told_of(cohesion, cohesion->chars_of_blocks, block);
    if (told)
        return told_pairs(cohesion, told);
    struct row row = read_chars(scratch, cohesion->words, block->text);
    return pairs_of_row(scratch, cohesion, &row);
}

/* ---- places */

/* 农村, 社区, 全县: words, and no place's name. */
static bool is_word(uint32_t before, uint32_t suffix)
{
    uint32_t word[] = {before, suffix};
    return lexicon_level(word, 2) > PLACE_LEVEL;
}

static bool is_place_suffix(uint32_t code)
{
    static const uint32_t suffixes[] = U"省市县縣区區旗州镇鎮乡鄉村庄";
    for (size_t i = 0; suffixes[i]; i++)
        if (suffixes[i] == code)
            return true;
    return false;
}

/* Takes CODE for the last character of three. Returns whether a place's name ends with them. */
static bool ends_place(uint32_t last[3], uint32_t code)
{
    last[0] = last[1];
    last[1] = last[2];
    last[2] = code;
    return is_place_suffix(code) && utf8_is_han(last[1]) && !is_place_suffix(last[1]) &&
           !is_word(last[1], code);
}

bool names_place(struct str text)
{
    uint32_t last[3] = {0};
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (ends_place(last, c.code))
            return true;
    return false;
}

struct pairs places_of(struct arena *scratch, const struct cohesion *cohesion, struct str text)
{
    struct row row = row_room(scratch, text);
    uint32_t last[3] = {0};
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES; c = utf8_next(text, c))
        if (ends_place(last, c.code))
            row_add(cohesion->words, &row,
                    PLACE | (uint64_t)last[0] << 42 | (uint64_t)last[1] << 21 | last[2]);
    return pairs_of_row(scratch, cohesion, &row);
}

struct pairs pairs_union(struct arena *scratch, const struct pairs *a, const struct pairs *b)
{
    struct pairs both = {.at = ARENA_ROOM(scratch, struct pair, (size_t)a->len + b->len),
                         .count = a->count + b->count,
                         .page = a->page ? a->page : b->page};
    for (size_t i = 0, k = 0; i < a->len || k < b->len;) {
        bool first = k == b->len || (i < a->len && a->at[i].number <= b->at[k].number);
        struct pair next = first ? a->at[i] : b->at[k];
        bool in_both = first && k < b->len && b->at[k].number == next.number;
        next.count += in_both ? b->at[k].count : 0.0F;
        k += !first || in_both;
        i += first;
        both.at[both.len++] = next;
        both.weight += next.weight;
    }
    return both;
}

/* ---- likeness */

double pairs_shared(const struct pairs *a, const struct pairs *b)
{
    double sum = 0.0;
    for (size_t i = 0, k = 0; i < a->len && k < b->len;) {
        uint32_t x = a->at[i].number, y = b->at[k].number;
        sum += x == y ? a->at[i].weight : 0.0;
        i += x <= y;
        k += y <= x;
    }
    return sum;
}

static double common_of(const struct pairs *a, const struct pairs *b, double shared)
{
    double norm = sqrt(a->weight * b->weight);
    return norm > 0.0 ? shared / norm : 0.0;
}

double pairs_common(const struct pairs *a, const struct pairs *b)
{
    return common_of(a, b, pairs_shared(a, b));
}

double pairs_covered(const struct pairs *a, const struct pairs *b)
{
    return a->weight > 0.0 ? pairs_shared(a, b) / a->weight : 0.0;
}

static uint32_t number_at(const void *pairs, size_t i)
{
    return ((const struct pair *)pairs)[i].number;
}

double pairs_told(const struct pairs *a, const struct pairs *b)
{
    double sum = 0.0;
    for (size_t i = 0, k = 0; i < a->len; i++) { /* A is a headline: a few among many */
        uint32_t number = a->at[i].number;
        k = first_not_below(b->at, k, b->len, number, number_at);
        if (k < b->len && b->at[k].number == number)
            sum += log1p((double)b->at[k].count / (double)b->count * odds_of(a->page, number));
    }
    return sum;
}

/* ---- many against one */

struct weights weights_room(struct arena *scratch, const struct cohesion *cohesion)
{
    return (struct weights){ARENA_ARRAY(scratch, double, cohesion->words->counts.len)};
}

void weights_add(struct weights *weights, const struct pairs *pairs)
{
    for (size_t i = 0; i < pairs->len; i++)
        weights->at[pairs->at[i].number] = pairs->at[i].weight;
}

void weights_remove(struct weights *weights, const struct pairs *pairs)
{
    for (size_t i = 0; i < pairs->len; i++)
        weights->at[pairs->at[i].number] = 0.0;
}

double weights_common(const struct weights *weights, const struct pairs *a, const struct pairs *b)
{
    const double *at = weights->at;
    const struct pair *pair = b->at;
    double even = 0.0, odd = 0.0; /* side by side, so that neither waits for the other */
    size_t i = 0;
    for (; i + 4 <= b->len; i += 4) {
        even += at[pair[i].number];
        odd += at[pair[i + 1].number];
        even += at[pair[i + 2].number];
        odd += at[pair[i + 3].number];
    }
    for (; i < b->len; i++)
        even += at[pair[i].number];
    return common_of(a, b, even + odd);
}
