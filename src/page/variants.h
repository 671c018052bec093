/* SPDX-License-Identifier: MIT */
/*
 * Traditional forms of characters (繁体字): papers of Taiwan, Hong Kong and of the years before
 * 1956 say 本報記者, 責任編輯, 下轉第二版. What is known of the language is known of Simplified
 * ones, so a page in Traditional characters is read in Simplified ones and written as it stands.
 * Both forms take three bytes of UTF-8.
 */
#ifndef PAGE_VARIANTS_H
#define PAGE_VARIANTS_H

#include "page/page.h"

/* Room for the longest line that cues are looked for in. */
#define FOLDED_MAX 512

struct folded {
    char bytes[FOLDED_MAX];
};

/* The Simplified form of CODE, which may be CODE itself. */
uint32_t character_simplified(uint32_t code);

/* S in Simplified characters, byte for byte as long: in *ROOM, or S itself where it has no other
   or does not fit. */
struct str text_fold(struct folded *room, struct str s);

/* S of any length in Simplified characters, byte for byte as long; in KEEP. */
struct str text_simplified(struct arena *keep, struct str s);

/* Sets page.traditional where more than one in ten of the Han characters on PAGE's lines has
   another Simplified form, and then the texts of the lines in Simplified characters, which live in
   KEEP. */
void variants_fold(struct arena *keep, struct page *page);

/* Gives BLOCK of a page in Traditional characters those back that its lines have. The text lives in
   KEEP. */
void variants_restore(struct arena *keep, const struct page *page, struct block *block);

/* LINE, of at most FOLDED_MAX bytes, without its blanks, in ROOM: the word that is set wide. */
struct str without_blanks(struct folded *room, struct str line);

#endif
