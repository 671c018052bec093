/* SPDX-License-Identifier: MIT */
/*
 * Which documents have a pair of letters (倒排表): for each how much its number is more than that
 * of the one before, and whether it has the pair in its headline, or often, in bytes of seven bits.
 * They are written for search.html bit by bit; kept for the next build, which adds what is new, as
 * they are.
 */
#ifndef SEARCH_POSTINGS_H
#define SEARCH_POSTINGS_H

#include "base/buf.h"
#include "search/bits.h"

enum { POSTING_HEADLINE = 1, POSTING_DENSE = 2 };

struct postings {
    uint32_t first, second; /* the letters */
    uint32_t len;           /* documents */
    struct str docs;        /* their bytes, borrowed */
};

/* Letters as one number, in the order of pairs. */
static inline uint64_t postings_pair(const struct postings *postings)
{
    return (uint64_t)postings->first << 32 | postings->second;
}

/* The bytes of one document, MORE than the one before it (than -1, if it is the first), with FLAGS;
   returns how many. */
enum { POSTING_BYTES = 5 };
size_t posting_bytes(unsigned char bytes[POSTING_BYTES], uint32_t more, unsigned flags);

/* About how many bits they take. */
size_t postings_size(const struct postings *postings);

/* Writes the documents, of DOCS in all: how many, and which; which of these have the pair in the
   headline; and which of them have it often. */
void postings_write(const struct postings *postings, uint32_t docs, struct bits *bits);

/* There and back. False: nothing more, or nothing that was packed so. */
void postings_pack(struct buf *out, const struct postings *postings);
bool postings_unpack(struct str *rest, struct postings *postings);

/* What became of a document that is no more. */
#define POSTING_GONE UINT32_MAX

/* Those of OLD by the numbers that they have now, in NOW for each of its LEN documents, in rising
   order or POSTING_GONE, and those of MORE (NULL: none), no document in both; the bytes are in
   ROOM, which it empties before. Documents from LEN on are left out. */
struct postings postings_merge(const struct postings *old, const uint32_t *now, size_t len,
                               const struct postings *more, struct buf *room);

#endif
