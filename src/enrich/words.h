/* SPDX-License-Identifier: MIT */
/* Many words, looked for in a text at once. */
#ifndef ENRICH_WORDS_H
#define ENRICH_WORDS_H

#include "base/arena.h"
#include "base/utf8.h"

/* A word must have so many characters: the index goes by them. */
#define WORD_MIN_CHARS 2

struct word {
    struct str text;
    const void *value; /* the owner's */
    struct word *next; /* with the same first two characters, as long or shorter */
    uint32_t third;    /* the code of its third character; 0: it has two */
};

#define WORDS_FILTER_BITS 18

/* A place of the table that is open where FIRST is NULL. The table is not base/map.h's, whose keys
   are bytes that are hashed: by codes that takes a fourth of the time. */
struct word_slot {
    uint64_t head;      /* the codes of the first two characters */
    struct word *first; /* the longest that begins with them */
};

/* All zero: none. */
struct words {
    struct word_slot *slots;
    size_t len;
    unsigned bits; /* there are 2^bits slots; 0: none */
    /* A bit for each hash of the first three characters of a word, or of both that it has: most of
       a text begins no word, and to learn that from the slots would miss the cache each time. */
    unsigned char filter[1 << WORDS_FILTER_BITS >> 3];
};

/* Three characters that follow each other. A text is walked over by them, so that each is read
   once: for (struct word_head h = word_head_at(text, 0); h.first.len; h = word_head_next(text, h))
 */
struct word_head {
    struct utf8 first, second, third;
};

static inline struct word_head word_head_at(struct str text, size_t at)
{
    struct utf8 first = utf8_at(text, at), second = utf8_next(text, first);
    return (struct word_head){first, second, utf8_next(text, second)};
}

static inline struct word_head word_head_next(struct str text, struct word_head head)
{
    return (struct word_head){head.second, head.third, utf8_next(text, head.third)};
}

/* The number of HEAD's first two characters among 2^BITS, and that of all three.
   data/pack-townships.py counts the same. */
static inline size_t word_pair_hash(struct word_head head, unsigned bits)
{
    uint64_t key = (uint64_t)head.first.code << 16 ^ head.second.code;
    return (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - bits));
}

static inline size_t word_head_hash(struct word_head head, unsigned bits)
{
    uint64_t key = (uint64_t)head.first.code << 32 ^ (uint64_t)head.second.code << 16;
    return (size_t)((key ^ head.third.code) * UINT64_C(0x9e3779b97f4a7c15) >> (64 - bits));
}

static inline bool word_filter_has(const unsigned char *filter, size_t bit)
{
    return filter[bit >> 3] >> (bit & 7) & 1;
}

/* Adds a word of at least WORD_MIN_CHARS characters; a text may be added with several values. TEXT
   must outlive WORDS. */
void words_add(struct arena *keep, struct words *words, struct str text, const void *value);

static inline bool words_may_begin(const struct words *words, struct word_head head)
{
    return word_filter_has(words->filter, word_pair_hash(head, WORDS_FILTER_BITS)) ||
           word_filter_has(words->filter, word_head_hash(head, WORDS_FILTER_BITS));
}

/* What words_at() does where a word may begin. */
const struct word *words_found(const struct words *words, struct str text, struct word_head head);

/* The words that begin at HEAD in TEXT, the longest first, those of one length in the order in
   which they were added: for (w = words_at(words, text, h); w; w = word_next(w, text, h)). */
static inline const struct word *words_at(const struct words *words, struct str text,
                                          struct word_head head)
{
    return words_may_begin(words, head) ? words_found(words, text, head) : NULL;
}

/* HEAD, or the first after it where a word may begin; first.len is 0 where none may. */
static inline struct word_head words_seek(const struct words *words, struct str text,
                                          struct word_head head)
{
    while (head.first.len && !words_may_begin(words, head))
        head = word_head_next(text, head);
    return head;
}

const struct word *word_next(const struct word *word, struct str text, struct word_head head);

#endif
