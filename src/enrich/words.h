/* SPDX-License-Identifier: MIT */
/* Many words, looked for in a text at once. */
#ifndef ENRICH_WORDS_H
#define ENRICH_WORDS_H

#include "base/map.h"

/* A word must have so many characters: the index goes by them. */
#define WORD_MIN_CHARS 2

struct word {
    struct str text;
    const void *value; /* the owner's */
    struct word *next; /* with the same first characters, as long or shorter */
};

#define WORDS_FILTER_BITS 16

struct words {
    struct map by_head; /* first WORD_MIN_CHARS characters → longest struct word */
    /* A bit for each hash of such characters: most of a text begins no word. */
    unsigned char filter[1 << WORDS_FILTER_BITS >> 3];
};

/* The first WORD_MIN_CHARS characters at byte AT of TEXT, or as many as there are. */
struct str word_head(struct str text, size_t at);

/* Adds a word of at least WORD_MIN_CHARS characters; a text may be added with several values. TEXT
   must outlive WORDS. */
void words_add(struct arena *keep, struct words *words, struct str text, const void *value);

/* The words that begin at byte AT of TEXT, the longest first, those of one length in the order in
   which they were added: for (w = words_at(words, text, at); w; w = word_next(w, text, at)). */
const struct word *words_at(const struct words *words, struct str text, size_t at);
const struct word *word_next(const struct word *word, struct str text, size_t at);

#endif
