/* SPDX-License-Identifier: MIT */
/* Words that are too common to be somebody's name. */
#ifndef PAGE_COMMON_WORDS_H
#define PAGE_COMMON_WORDS_H

#include "base/str.h"

/* The level of WORD in the lexicon (page/lexicon.h); 0: it is in none, or no word of up to four Han
   characters. */
unsigned word_level(struct str word);

/* Whether a run of up to four Han characters is a common word or falls into such: 通报, 粮食丰收,
   共三年. */
bool is_common_words(struct str run);

#endif
