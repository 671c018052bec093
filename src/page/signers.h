/* SPDX-License-Identifier: MIT */
/* Lists of people and bodies who sign (署名), with the labels that say as what: 记者 甲 通讯员 乙.
 */
#ifndef PAGE_SIGNERS_H
#define PAGE_SIGNERS_H

#include "page/page.h"

/* What a run of text holds, taken as a list of people who sign. */
struct people {
    size_t names, bodies;
    size_t labels, text_labels, photo_labels;
    size_t team;      /* labels of others who had a hand in it: 策划 */
    bool photo_first; /* a photo label begins it */
    bool name_last;   /* a name ends it */
    size_t titles;    /* 县医院医师 */
    size_t likely;    /* names that begin with one of the commonest surnames */
    size_t numbers;   /* 12月11日16时 */
    size_t common;    /* names that are common words too */
    bool other;       /* it holds what is no name and no label */
};

/* Reads S as a list of people. */
struct people people_read(struct str s);

/* LINE without what its text is called: 文/王刚 in 记者手记 文/王刚. */
struct str after_genre(struct str line);

/* LINE without where those who sign were: 本报记者 王刚 in 本报记者 王刚 发自北京. */
struct str without_origin(struct str line);

/* Whether TEXT ends with a word that comes after the names of photographers: 摄, 摄影报道, 供图. */
bool ends_like_credit(struct str text);

#endif
