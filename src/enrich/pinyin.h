/* SPDX-License-Identifier: MIT */
/* Han text → pinyin, without tones, ü as v. */
#ifndef ENRICH_PINYIN_H
#define ENRICH_PINYIN_H

#include "enrich/surnames.h"

struct pinyin;

/* The built-in readings, in KEEP. */
const struct pinyin *pinyin_builtin(struct arena *keep);

/*
 * TEXT with a syllable for each Han character, parted by spaces: "wang xiao ming". What is not Han
 * is kept as it is, as a word of its own; a Han character without a known reading too. IS_NAME: a
 * person's name, whose surname is read as a surname (单 shan); otherwise the names of places are
 * read as those places are (乐清 yue qing). Empty where TEXT has no Han character. In KEEP.
 */
struct str pinyin_of(struct arena *keep, const struct pinyin *pinyin, struct str text,
                     bool is_name);

#endif
