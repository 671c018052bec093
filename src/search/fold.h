/* SPDX-License-Identifier: MIT */
/*
 * What is alike to a search: full-width and half-width forms, capitals and small letters,
 * Traditional and Simplified characters, all kinds of quotation marks. Each character of the Basic
 * Multilingual Plane is folded to one, so that a text and its folded form have the same places;
 * those beyond it stand for themselves.
 */
#ifndef SEARCH_FOLD_H
#define SEARCH_FOLD_H

#include "base/arena.h"
#include "base/buf.h"

enum { FOLD_CODES = 0x10000 };

struct fold {
    uint16_t to[FOLD_CODES];
    unsigned char separates[FOLD_CODES / 8]; /* a bit for each folded character between words */
};

const struct fold *fold_new(struct arena *keep);

static inline uint32_t fold_code(const struct fold *fold, uint32_t code)
{
    return code < FOLD_CODES ? fold->to[code] : code;
}

/* Whether the folded CODE is no letter, digit or mark: a blank, punctuation, a symbol. */
static inline bool fold_separates(const struct fold *fold, uint32_t code)
{
    return code < FOLD_CODES && (fold->separates[code >> 3] >> (code & 7) & 1);
}

/* Whether blanks between two such characters only set a word wide, so that a search takes no notice
   of them: Han characters of the Basic Multilingual Plane, and the hexagrams among them. */
static inline bool fold_sets_wide(uint32_t code)
{
    return code >= 0x3400 && code <= 0x9fff;
}

/* The table as a script reads it: all characters that are folded, as one string; what they become,
   as another; first and last of each run of separators, as a third. */
void fold_write(struct buf *out, const struct fold *fold);

#endif
