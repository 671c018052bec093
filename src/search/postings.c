/* SPDX-License-Identifier: MIT */
#include "search/postings.h"

#include "base/varint.h"

enum { FLAGS = 2 };

size_t posting_bytes(unsigned char bytes[POSTING_BYTES], uint32_t more, unsigned flags)
{
    return varint_bytes(bytes, (uint64_t)more << FLAGS | flags);
}

size_t postings_size(const struct postings *postings)
{
    return postings->docs.len * VARINT_BITS + 2 * VARINT_BITS;
}

/* A walk over the documents. */
struct walk {
    struct str rest;
    uint32_t next; /* the lowest number that the next may have */
    uint32_t doc;  /* of the one at hand … */
    unsigned flags;
};

static struct walk walk_begin(const struct postings *postings)
{
    return (struct walk){.rest = postings->docs};
}

/* Goes on to the next. False: there is none. */
static bool walk_on(struct walk *walk)
{
    uint64_t number;
    if (!walk->rest.len || !varint_cut(&walk->rest, &number))
        return false;
    uint64_t doc = walk->next + (number >> FLAGS) - 1;
    if (number >> FLAGS == 0 || number >> FLAGS > UINT32_MAX || doc >= UINT32_MAX)
        return false; /* none that was packed so */
    walk->doc = (uint32_t)doc;
    walk->next = walk->doc + 1;
    walk->flags = (unsigned)number & ((1u << FLAGS) - 1);
    return true;
}

/* Writes which of a pair's documents have FLAG, by their places among them. */
static void write_flagged(const struct postings *postings, unsigned flag, struct bits *bits)
{
    uint32_t count = 0, place = 0, before = 0;
    for (struct walk walk = walk_begin(postings); walk_on(&walk);)
        count += (walk.flags & flag) != 0;
    bits_gamma(bits, count + 1);
    unsigned shift = rice_shift(count, postings->len);
    for (struct walk walk = walk_begin(postings); count > 0 && walk_on(&walk); place++) {
        if (!(walk.flags & flag))
            continue;
        bits_rice(bits, place - before, shift);
        before = place + 1;
    }
}

void postings_write(const struct postings *postings, uint32_t docs, struct bits *bits)
{
    unsigned shift = rice_shift(postings->len, docs);
    uint32_t before = 0;
    bits_gamma(bits, postings->len);
    for (struct walk walk = walk_begin(postings); walk_on(&walk); before = walk.doc + 1)
        bits_rice(bits, walk.doc - before, shift);
    write_flagged(postings, POSTING_HEADLINE, bits);
    write_flagged(postings, POSTING_DENSE, bits);
}

void postings_pack(struct buf *out, const struct postings *postings)
{
    varint_put(out, postings->first);
    varint_put(out, postings->second);
    varint_put(out, postings->len);
    varint_put(out, postings->docs.len);
    buf_str(out, postings->docs);
}

static bool is_letter(uint64_t code)
{
    return code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
}

bool postings_unpack(struct str *rest, struct postings *postings)
{
    uint64_t first, second, len, bytes;
    if (!varint_cut(rest, &first) || !varint_cut(rest, &second) || !varint_cut(rest, &len) ||
        !varint_cut(rest, &bytes) || bytes > rest->len || !is_letter(first) || !is_letter(second))
        return false;
    *postings = (struct postings){(uint32_t)first, (uint32_t)second, (uint32_t)len,
                                  str_slice(*rest, 0, (size_t)bytes)};
    *rest = str_slice(*rest, (size_t)bytes, rest->len);
    return true;
}

/* The next that is still there, by its number of now. */
static bool walk_on_now(struct walk *walk, const uint32_t *now, size_t len, uint32_t *doc)
{
    while (walk_on(walk))
        if (walk->doc < len && now[walk->doc] != POSTING_GONE) {
            *doc = now[walk->doc];
            return true;
        }
    return false;
}

struct postings postings_merge(const struct postings *old, const uint32_t *now, size_t len,
                               const struct postings *more, struct buf *room)
{
    struct postings merged = {.first = old->first, .second = old->second};
    struct walk olds = walk_begin(old), news = more ? walk_begin(more) : (struct walk){0};
    uint32_t doc = 0, next = 0;
    bool has_old = walk_on_now(&olds, now, len, &doc), has_new = walk_on(&news);
    buf_reset(room);
    while (has_old || has_new) {
        bool takes_old = has_old && (!has_new || doc < news.doc);
        uint32_t taken = takes_old ? doc : news.doc;
        unsigned char bytes[POSTING_BYTES];
        buf_add(room, bytes,
                posting_bytes(bytes, taken + 1 - next, takes_old ? olds.flags : news.flags));
        next = taken + 1;
        merged.len++;
        if (takes_old)
            has_old = walk_on_now(&olds, now, len, &doc);
        else
            has_new = walk_on(&news);
    }
    merged.docs = buf_view(room);
    return merged;
}
