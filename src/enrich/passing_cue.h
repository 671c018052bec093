/* SPDX-License-Identifier: MIT */
/* Words beside a place's name that tell that the story is about another place. */
#ifndef ENRICH_PASSING_CUE_H
#define ENRICH_PASSING_CUE_H

#include "base/str.h"

/* A walk through texts in their order, so that no clause is read twice. Begins with {0}. */
struct cue_walk {
    struct str text;
    size_t at; /* where the last name began: the clause is read from there on, if it is the same */
    size_t cued; /* from here on a cue stands before; SIZE_MAX: none does in this clause */
};

/* By how much less the name at [AT, END) of TEXT counts, or the list of names that ends there: 0.25
   where its clause says before it that somebody or something comes from there, goes there or is
   better than there (来自, but not 视频来自, 赴, 销往, 战胜, 老家), after it or after the list that
   goes on there that people of there are meant (客商, 籍) or what lies that way (那边, 方向), that
   they came (从…搬来, …来我县考察) or that others went there to learn (取经), that it is one end of
   a road or the far end of a way (从绥宁到武冈可节省四十分钟), or that those of a wider place met
   there (地委在离石召开); not where it says right after it that somebody visits it (调研, 慰问);
   else 1. */
double passing_cue(struct cue_walk *walk, struct str text, size_t at, size_t end);

/* 崇义、大余来我县交流, 保康镇考察组: whether people come from the place whose name ends at END, or
   went there to learn. */
bool tells_visitors(struct str text, size_t end);

/* 宁波专家来山里, 宁波医疗队来县医院: whether those come to help who are from the place whose name
   ends at END, in a paper of another. */
bool tells_helpers(struct str text, size_t end);

/* Whether the name at [AT, END) of TEXT says where somebody is from, who may be anywhere:
   是彝良人。, 一位灵宝的姑娘. */
bool tells_native(struct str text, size_t at, size_t end);

/* Whether a product follows the name that ends at END of TEXT: 建水烧豆腐, 蔚县剪纸. */
bool names_product(struct str text, size_t end);

/* Whether a shop of such follows it, wherever that is: 平遥牛肉老店. */
bool names_shop(struct str text, size_t end);

/* Whether a product and 、 stand before the name at AT: 蔚县剪纸、怀安草编. */
bool follows_product(struct str text, size_t at);

#endif
