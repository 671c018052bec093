/* SPDX-License-Identifier: MIT */
/* Names that stand in a row, with or without blanks between and inside them. */
#ifndef ENRICH_NAME_ROW_H
#define ENRICH_NAME_ROW_H

#include "base/vec.h"
#include "enrich/surnames.h"

/*
 * The likeliest names of a row of WORDS, as blanks part them: 尹晓萍 王建李 平 → 尹晓萍, 王建,
 * 李平; 王刚李小红 → 王刚, 李小红; 王 刚 李四 → 王刚, 李四. A word that no name can be made of
 * stays as it is. The words are Han characters alone; the strings are in KEEP.
 *
 * A shortest path over the places between characters: a name costs the more the less it looks like
 * one, and so do blanks inside names and seams without a blank between them.
 */
struct strs row_names(struct arena *keep, const struct surnames *surnames,
                      const struct strs *words);

#endif
