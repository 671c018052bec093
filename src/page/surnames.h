/* SPDX-License-Identifier: MIT */
/* What a person's name looks like. */
#ifndef PAGE_SURNAMES_H
#define PAGE_SURNAMES_H

#include "base/str.h"

/* Whether WORD begins with one of the surnames that four people in five have. */
bool has_usual_surname(struct str word);

/* Whether WORD begins with one of those or of some three hundred others: 富志丹. */
bool has_surname(struct str word);

/* Whether WORD begins with any character of data/surnames.tsv: 拓文先. */
bool has_any_surname(struct str word);

/* A common surname and one or two characters after it, blanks between them or not: 王洋, 雷 小 方.
   No word of the dictionary: 方案. */
bool looks_like_name(struct str word);

/* 白 雪: two characters set wide, a usual surname and one of those that many given names are made
   of, though they be a word. */
bool is_wide_name(struct str word);

/* looks_like_name(), but words too; *WORD_TOO: the dictionary has it, as it has those of the
 * famous. */
bool may_be_name(struct str word, bool *word_too);

#endif
