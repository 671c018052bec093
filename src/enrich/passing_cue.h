/* SPDX-License-Identifier: MIT */
/* Words beside a place's name that tell that the story is about another place. */
#ifndef ENRICH_PASSING_CUE_H
#define ENRICH_PASSING_CUE_H

#include "base/str.h"

/* By how much less the name at [AT, END) of TEXT counts: 0.25 where its clause says before it that
   somebody or something comes from there, goes there or is better than there (来自, 赴, 销往, 战胜,
   老家), right after it that people of there are meant (客商, 籍), or that it is one end of a road;
   else 1. */
double passing_cue(struct str text, size_t at, size_t end);

#endif
