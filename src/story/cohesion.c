/* SPDX-License-Identifier: MIT */
#include "story/cohesion.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "page/lexicon.h"
#include "page/pairs.h"

#define SINGLE 1          /* the first of a pair that is one character alone */
#define COMMON_LEVEL 16.0 /* logarithm of the count of a word that says nothing */
#define LEAST_WEIGHT 0.2
#define PLACE_LEVEL 4 /* a word that is more common ends no place's name */

struct cohesion {
    struct pair_counts counts; /* in how many blocks */
    double blocks;
};

static void count_chars(struct arena *scratch, struct cohesion *cohesion, struct str text,
                        uint32_t group)
{
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES; c = utf8_next(text, c))
        if (utf8_is_han(c.code))
            pairs_add(scratch, &cohesion->counts, pair_of(SINGLE, c.code), group);
}

const struct cohesion *cohesion_of(struct arena *scratch, const struct page *page)
{
    struct cohesion *cohesion = ARENA_NEW(scratch, struct cohesion);
    for (size_t i = 0; i < page->blocks.len; i++)
        pairs_count(scratch, &cohesion->counts, page->blocks.at[i].text, (uint32_t)i + 1);
    for (size_t i = 0; i < page->blocks.len; i++)
        count_chars(scratch, cohesion, page->blocks.at[i].text, (uint32_t)i + 1);
    cohesion->blocks = (double)page->blocks.len;
    return cohesion;
}

size_t cohesion_blocks_with(const struct cohesion *cohesion, uint32_t first, uint32_t second)
{
    return pairs_groups(&cohesion->counts, pair_of(first, second));
}

/* The rarer on the page, and the rarer in the language, the more it says. */
static double weight_of(const struct cohesion *cohesion, uint64_t pair)
{
    double here =
        log((cohesion->blocks + 1.0) / ((double)pairs_groups(&cohesion->counts, pair) + 0.5));
    uint32_t chars[] = {(uint32_t)(pair >> 32), (uint32_t)pair};
    unsigned level = chars[0] == SINGLE ? lexicon_level(chars + 1, 1) : lexicon_level(chars, 2);
    return here * fmax(LEAST_WEIGHT, 1.0 - (double)level / COMMON_LEVEL);
}

/* ---- pairs of a text */

static int compare_pairs(const void *a, const void *b)
{
    uint64_t x = ((const struct pair *)a)->pair, y = ((const struct pair *)b)->pair;
    return (x > y) - (x < y);
}

static void leave_one_of_each(struct pairs *pairs)
{
    if (pairs->len)
        qsort(pairs->at, pairs->len, sizeof *pairs->at, compare_pairs);
    size_t len = 0;
    pairs->count = (double)pairs->len;
    for (size_t i = 0; i < pairs->len; i++)
        if (!len || pairs->at[len - 1].pair != pairs->at[i].pair) {
            pairs->at[len] = pairs->at[i];
            pairs->at[len++].count = 1.0F;
        } else {
            pairs->at[len - 1].count += 1.0F;
        }
    pairs->len = len;
}

static double rarity_of(uint64_t pair)
{
    uint32_t first = (uint32_t)(pair >> 32), second = (uint32_t)pair;
    return first == SINGLE ? lexicon_rarity_of_char(second) : lexicon_rarity_of_pair(first, second);
}

/* Leaves one of each, and weighs them. */
static void weigh(const struct cohesion *cohesion, struct pairs *pairs)
{
    leave_one_of_each(pairs);
    for (size_t i = 0; i < pairs->len; i++) {
        pairs->at[i].weight = weight_of(cohesion, pairs->at[i].pair);
        pairs->at[i].odds = (float)exp(rarity_of(pairs->at[i].pair));
        pairs->weight += pairs->at[i].weight;
    }
}

/* Room for the pairs of a text: a Han character takes three bytes or more. */
static struct pairs pairs_for(struct arena *scratch, struct str text)
{
    size_t most = (text.len < PAIRS_MAX_BYTES ? text.len : PAIRS_MAX_BYTES) / 3 + 2;
    return (struct pairs){.at = ARENA_ARRAY(scratch, struct pair, most), .cap = most};
}

struct pairs pairs_of(struct arena *scratch, const struct cohesion *cohesion, struct str text)
{
    struct pairs pairs = pairs_for(scratch, text);
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES;
         c = utf8_next(text, c)) {
        if (utf8_is_han(before) && utf8_is_han(c.code))
            pairs.at[pairs.len++] = (struct pair){.pair = pair_of(before, c.code)};
        before = c.code;
    }
    weigh(cohesion, &pairs);
    return pairs;
}

struct pairs chars_of(struct arena *scratch, const struct cohesion *cohesion, struct str text)
{
    struct pairs chars = pairs_for(scratch, text);
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES; c = utf8_next(text, c))
        if (utf8_is_han(c.code))
            chars.at[chars.len++] = (struct pair){.pair = pair_of(SINGLE, c.code)};
    weigh(cohesion, &chars);
    return chars;
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

/* Whether a place's name ends at C, which LAST two characters stand before. */
static bool ends_place(struct utf8 c, const uint32_t last[2])
{
    return is_place_suffix(c.code) && utf8_is_han(last[1]) && !is_place_suffix(last[1]) &&
           !is_word(last[1], c.code);
}

bool names_place(struct str text)
{
    uint32_t last[2] = {0};
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (ends_place(c, last))
            return true;
        last[0] = last[1];
        last[1] = c.code;
    }
    return false;
}

struct pairs places_of(struct arena *scratch, struct str text)
{
    struct pairs places = {0};
    uint32_t last[2] = {0};
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES;
         c = utf8_next(text, c)) {
        if (ends_place(c, last))
            vec_push(scratch, &places,
                     (struct pair){(uint64_t)last[0] << 42 | (uint64_t)last[1] << 21 | c.code, 1.0,
                                   1.0F, 0.0F});
        last[0] = last[1];
        last[1] = c.code;
    }
    leave_one_of_each(&places);
    places.weight = (double)places.len;
    return places;
}

struct pairs pairs_union(struct arena *scratch, const struct pairs *a, const struct pairs *b)
{
    struct pairs both = {.at = ARENA_ARRAY(scratch, struct pair, a->len + b->len)};
    for (size_t i = 0, k = 0; i < a->len || k < b->len;) {
        bool first = k == b->len || (i < a->len && a->at[i].pair <= b->at[k].pair);
        struct pair next = first ? a->at[i] : b->at[k];
        bool in_both = first && k < b->len && b->at[k].pair == next.pair;
        next.count += in_both ? b->at[k].count : 0.0F;
        k += !first || in_both;
        i += first;
        both.at[both.len++] = next;
        both.weight += next.weight;
    }
    both.cap = a->len + b->len;
    both.count = a->count + b->count;
    return both;
}

/* ---- likeness */

double pairs_shared(const struct pairs *a, const struct pairs *b)
{
    double sum = 0.0;
    for (size_t i = 0, k = 0; i < a->len && k < b->len;) {
        uint64_t x = a->at[i].pair, y = b->at[k].pair;
        sum += x == y ? a->at[i].weight : 0.0;
        i += x <= y;
        k += y <= x;
    }
    return sum;
}

double pairs_common(const struct pairs *a, const struct pairs *b)
{
    double norm = sqrt(a->weight * b->weight);
    return norm > 0.0 ? pairs_shared(a, b) / norm : 0.0;
}

double pairs_covered(const struct pairs *a, const struct pairs *b)
{
    return a->weight > 0.0 ? pairs_shared(a, b) / a->weight : 0.0;
}

double pairs_told(const struct pairs *a, const struct pairs *b)
{
    double sum = 0.0;
    for (size_t i = 0, k = 0; i < a->len && k < b->len;) {
        uint64_t x = a->at[i].pair, y = b->at[k].pair;
        if (x == y)
            sum += log1p((double)b->at[k].count / b->count * (double)a->at[i].odds);
        i += x <= y;
        k += y <= x;
    }
    return sum;
}
