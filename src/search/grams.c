/* SPDX-License-Identifier: MIT */
#include "search/grams.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { FIRST_BITS = 10, IN_HEADLINE = 1, DENSE = 2, FLAGS = 2, VARINT = 7 };

struct bytes VEC_OF(unsigned char);

/* A pair, and its documents so far but the last: for each how much its number is more than that of
   the one before, and flags, in bytes of seven bits. */
struct gram {
    uint64_t pair;
    struct bytes docs;
    uint32_t len;   /* documents, the last too */
    uint32_t last;  /* the last one's number … */
    uint32_t times; /* … how often it has the pair … */
    bool headline;  /* … and whether in its headline */
    uint32_t told;  /* the number of the last one in DOCS, plus 1 */
};

static uint64_t pair_of(uint32_t first, uint32_t second)
{
    return (uint64_t)first << 32 | second;
}

struct grams grams_new(struct arena *keep, const struct fold *fold)
{
    struct grams grams = {.keep = keep, .fold = fold, .bits = FIRST_BITS};
    grams.slots = ARENA_ARRAY(keep, uint32_t, (size_t)1 << grams.bits);
    return grams;
}

static uint32_t *slot_of(const struct grams *grams, uint64_t pair)
{
    size_t mask = ((size_t)1 << grams->bits) - 1;
    size_t at =
        (size_t)((pair >> 32 ^ pair << 17) * UINT64_C(0x9e3779b97f4a7c15) >> (64 - grams->bits));
    while (grams->slots[at] && grams->at[grams->slots[at] - 1].pair != pair)
        at = (at + 1) & mask;
    return &grams->slots[at];
}

static void widen(struct grams *grams)
{
    grams->bits++;
    grams->slots = ARENA_ARRAY(grams->keep, uint32_t, (size_t)1 << grams->bits);
    for (size_t i = 0; i < grams->len; i++)
        *slot_of(grams, grams->at[i].pair) = (uint32_t)i + 1;
}

static struct gram *gram_of(struct grams *grams, uint64_t pair)
{
    uint32_t *slot = slot_of(grams, pair);
    if (!*slot) {
        if (2 * (grams->len + 1) > (size_t)1 << grams->bits) {
            widen(grams);
            slot = slot_of(grams, pair);
        }
        vec_push(grams->keep, grams, (struct gram){.pair = pair});
        *slot = (uint32_t)grams->len;
    }
    return &grams->at[*slot - 1];
}

/* Puts the last document of a pair to the others. */
static void tell_last(struct grams *grams, struct gram *gram)
{
    uint64_t value = (uint64_t)(gram->last + 1 - gram->told) << FLAGS |
                     (gram->headline ? IN_HEADLINE : 0) | (gram->times >= GRAM_DENSE ? DENSE : 0);
    for (; value >> VARINT; value >>= VARINT)
        vec_push(grams->keep, &gram->docs, (unsigned char)(value | 1 << VARINT));
    vec_push(grams->keep, &gram->docs, (unsigned char)value);
    gram->told = gram->last + 1;
}

static void add_pair(struct grams *grams, uint32_t doc, uint64_t pair, bool headline)
{
    struct gram *gram = gram_of(grams, pair);
    if (gram->len == 0 || gram->last != doc) {
        if (gram->len > 0)
            tell_last(grams, gram);
        gram->last = doc;
        gram->times = 0;
        gram->headline = false;
        gram->len++;
    }
    gram->times++;
    gram->headline |= headline;
}

/* Where blanks end that begin at C of TEXT after the folded BEFORE, if they only set a word wide:
   刘 静; else C. */
static struct utf8 skip_wide(const struct grams *grams, struct str text, struct utf8 c,
                             uint32_t before)
{
    struct utf8 end = c;
    if (!fold_sets_wide(before)) /* so of a run of blanks the first alone is asked for */
        return c;
    while (end.len && fold_code(grams->fold, end.code) == ' ')
        end = utf8_next(text, end);
    return end.len && fold_sets_wide(fold_code(grams->fold, end.code)) ? end : c;
}

void grams_add(struct grams *grams, uint32_t doc, struct str text, bool headline)
{
    uint32_t before = 0; /* 0: none, a word begins */
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        c = skip_wide(grams, text, c, before);
        uint32_t code = fold_code(grams->fold, c.code);
        bool separates = fold_separates(grams->fold, code);
        if (before)
            add_pair(grams, doc, pair_of(before, separates ? GRAM_END : code), headline);
        before = separates ? 0 : code;
    }
    if (before)
        add_pair(grams, doc, pair_of(before, GRAM_END), headline);
}

static int by_pair(const void *a, const void *b)
{
    uint64_t x = ((const struct gram *)a)->pair, y = ((const struct gram *)b)->pair;
    return (x > y) - (x < y);
}

void grams_sort(struct grams *grams)
{
    for (size_t i = 0; i < grams->len; i++)
        tell_last(grams, &grams->at[i]);
    if (grams->len > 0)
        qsort(grams->at, grams->len, sizeof *grams->at, by_pair);
}

uint32_t gram_first(const struct grams *grams, size_t i)
{
    return (uint32_t)(grams->at[i].pair >> 32);
}

uint32_t gram_second(const struct grams *grams, size_t i)
{
    return (uint32_t)grams->at[i].pair;
}

size_t gram_size(const struct grams *grams, size_t i)
{
    return grams->at[i].docs.len * VARINT + 2 * VARINT;
}

/* The next document at *AT; its flags. */
static unsigned next_doc(const struct gram *gram, size_t *at, uint32_t *more)
{
    uint64_t value = 0;
    unsigned shift = 0;
    unsigned char byte;
    do {
        byte = gram->docs.at[(*at)++];
        value |= (uint64_t)(byte & ((1u << VARINT) - 1)) << shift;
        shift += VARINT;
    } while (byte >> VARINT);
    *more = (uint32_t)(value >> FLAGS);
    return (unsigned)(value & (IN_HEADLINE | DENSE));
}

/* Writes which of a pair's documents have FLAG, by their places among them. */
static void write_flagged(const struct gram *gram, unsigned flag, struct bits *bits)
{
    uint32_t count = 0, more, before = 0;
    size_t at = 0;
    while (at < gram->docs.len)
        count += (next_doc(gram, &at, &more) & flag) != 0;
    bits_gamma(bits, count + 1);
    unsigned shift = rice_shift(count, gram->len);
    at = 0;
    for (uint32_t i = 0; count > 0 && i < gram->len; i++) {
        if (!(next_doc(gram, &at, &more) & flag))
            continue;
        bits_rice(bits, i - before, shift);
        before = i + 1;
    }
}

void gram_write(const struct grams *grams, size_t i, uint32_t docs, struct bits *bits)
{
    const struct gram *gram = &grams->at[i];
    unsigned shift = rice_shift(gram->len, docs);
    bits_gamma(bits, gram->len);
    for (size_t at = 0; at < gram->docs.len;) {
        uint32_t more;
        next_doc(gram, &at, &more);
        bits_rice(bits, more - 1, shift);
    }
    write_flagged(gram, IN_HEADLINE, bits);
    write_flagged(gram, DENSE, bits);
}
