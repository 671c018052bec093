/* SPDX-License-Identifier: MIT */
#include "search/grams.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { FIRST_BITS = 10, FIRST_BYTES = 8, MOST_BYTES = 512 };

/* Bytes of documents (postings.h), in chunks of which each is twice as large as the one before it,
   so that none is ever moved. */
struct chunk {
    struct chunk *next;
    uint16_t len, room;
    unsigned char at[];
};

/* A pair, and its documents so far but the last. */
struct gram {
    uint64_t pair;
    struct chunk *first_chunk, *last_chunk;
    uint32_t len;   /* documents, the last too */
    uint32_t last;  /* the last one's number … */
    uint32_t times; /* … how often it has the pair … */
    bool headline;  /* … and whether in its headline */
    uint32_t told;  /* the number of the last one in the chunks, plus 1 */
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

static void put_byte(struct arena *keep, struct gram *gram, unsigned char byte)
{
    struct chunk *last = gram->last_chunk;
    if (!last || last->len == last->room) {
        size_t room = !last ? FIRST_BYTES : last->room < MOST_BYTES ? 2u * last->room : MOST_BYTES;
        struct chunk *chunk = arena_room(keep, sizeof *chunk + room);
        *chunk = (struct chunk){.room = (uint16_t)room};
        *(last ? &last->next : &gram->first_chunk) = chunk;
        gram->last_chunk = last = chunk;
    }
    last->at[last->len++] = byte;
}

/* Puts the last document of a pair to the others. */
static void tell_last(struct grams *grams, struct gram *gram)
{
    unsigned char bytes[POSTING_BYTES];
    unsigned flags =
        (gram->headline ? POSTING_HEADLINE : 0) | (gram->times >= GRAM_DENSE ? POSTING_DENSE : 0);
    size_t len = posting_bytes(bytes, gram->last + 1 - gram->told, flags);
    for (size_t i = 0; i < len; i++)
        put_byte(grams->keep, gram, bytes[i]);
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

uint64_t gram_pair(const struct grams *grams, size_t i)
{
    return grams->at[i].pair;
}

struct postings gram_postings(const struct grams *grams, size_t i, struct buf *room)
{
    const struct gram *gram = &grams->at[i];
    buf_reset(room);
    for (const struct chunk *chunk = gram->first_chunk; chunk; chunk = chunk->next)
        buf_add(room, chunk->at, chunk->len);
    return (struct postings){(uint32_t)(gram->pair >> 32), (uint32_t)gram->pair, gram->len,
                             buf_view(room)};
}
