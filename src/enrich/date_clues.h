/* SPDX-License-Identifier: MIT */
/*
 * What a story's words say of the year in which it was written.
 *
 * A clue either says which year it is (今年（2023年）, 党的二十大召开之年), names one as past,
 * present or plan, or bounds it (学习贯彻党的二十大精神 is written from October 2022 on).
 */
#ifndef ENRICH_DATE_CLUES_H
#define ENRICH_DATE_CLUES_H

#include "enrich/date_words.h"
#include "enrich/events.h"
#include "story/story.h"

enum clue_kind {
    CLUE_NOW, /* this is the year: 去年，即2022年; “十四五”开局之年; 今年是建党100周年 */
    CLUE_ONE_OF,  /* this is one of several years: 脱贫攻坚决战之年 */
    CLUE_JUBILEE, /* 庆祝建党100周年: most likely this year */
    CLUE_SOON,    /* 喜迎党的二十大: this year or before */
    CLUE_WEAK,    /* “十二五”规划开局; a jubilee that is still to come */
    CLUE_SIGNED,  /* a date that the story itself bears */
    CLUE_TITLE,   /* of a programme for the year: 《2023年…方案》 */
    CLUE_COUNTED, /* 截至2023年9月: figures as they stand */
    CLUE_NAMED,   /* 2023年: not after the present, and perhaps it */
    CLUE_HISTORY, /* the same in a story that looks back */
    CLUE_PAST,    /* 2023年以来; 2023年荣获, told for years after */
    CLUE_SINCE,   /* not before */
    CLUE_BEFORE,  /* not after */
    CLUE_AHEAD,   /* 到2025年: hardly after */
    CLUES
};

struct clue {
    enum clue_kind kind;
    struct date date; /* the year; month and day where they are said */
    uint16_t first;   /* CLUE_ONE_OF: the first of the years that end with DATE's; else 0 */
    bool told;        /* as done: 已, 了 */
    const struct block *block;
    size_t at, end; /* bytes of its text: the words */
};

struct clues VEC_OF(struct clue);

/* Adds the clues of STORY's blocks, in their order, to CLUES in KEEP. */
void story_find_clues(struct arena *keep, const struct story *story, const struct events *events,
                      struct clues *clues);

#endif
