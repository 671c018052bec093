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
    struct word *next; /* with the same first characters, as long or shorter */
};

#define WORDS_FILTER_BITS 16

/* A place of the table that is open where FIRST is NULL. The table is not base/map.h's, whose keys
   are bytes that are hashed: every third character of every story asks for one, and by codes that
   takes a fourth of the time. */
struct word_slot {
    uint64_t head;      /* the codes of the first two characters */
    struct word *first; /* the longest that begins with them */
};

/* All zero: none. */
struct words {
    struct word_slot *slots;
    size_t len;
    unsigned bits; /* there are 2^bits slots; 0: none */
    /* A bit for each hash of such characters: most of a text begins no word. */
    unsigned char filter[1 << WORDS_FILTER_BITS >> 3];
};

/* Two characters that follow each other. A text is walked over by them, so that each is read once:
   for (struct word_head h = word_head_at(text, 0); h.first.len; h = word_head_next(text, h)) */
struct word_head {
    struct utf8 first, second;
};

static inline struct word_head word_head_at(struct str text, size_t at)
{
    struct utf8 first = utf8_at(text, at);
    return (struct word_head){first, utf8_next(text, first)};
}

static inline struct word_head word_head_next(struct str text, struct word_head head)
{
    return (struct word_head){head.second, utf8_next(text, head.second)};
}

/* The number of HEAD among 2^BITS. data/pack-townships.py counts the same. */
static inline size_t word_head_hash(struct word_head head, unsigned bits)
{
    uint64_t key = (uint64_t)head.first.code << 16 ^ head.second.code;
    return (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - bits));
}

static inline bool word_head_in(const unsigned char *filter, unsigned bits, struct word_head head)
{
    size_t bit = word_head_hash(head, bits);
    return filter[bit >> 3] >> (bit & 7) & 1;
}

/* Adds a word of at least WORD_MIN_CHARS characters; a text may be added with several values. TEXT
   must outlive WORDS. */
void words_add(struct arena *keep, struct words *words, struct str text, const void *value);

/* What words_at() does where a word may begin. */
const struct word *words_found(const struct words *words, struct str text, struct word_head head);

/* The words that begin at HEAD in TEXT, the longest first, those of one length in the order in
   which they were added: for (w = words_at(words, text, h); w; w = word_next(w, text, h)). */
static inline const struct word *words_at(const struct words *words, struct str text,
                                          struct word_head head)
{
    bool may = word_head_in(words->filter, WORDS_FILTER_BITS, head);
    return may ? words_found(words, text, head) : NULL;
}

/* HEAD, or the first after it where a word may begin; first.len is 0 where none may. */
static inline struct word_head words_seek(const struct words *words, struct str text,
                                          struct word_head head)
{
    while (head.first.len && !word_head_in(words->filter, WORDS_FILTER_BITS, head))
        head = word_head_next(text, head);
    return head;
}

const struct word *word_next(const struct word *word, struct str text, struct word_head head);

#endif
