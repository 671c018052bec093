/* SPDX-License-Identifier: MIT */
/* Headlines of several lines, and which heading of a group is the kicker, the headline, the
   subtitle (引题, 主题, 副题). */
#ifndef PAGE_HEADLINES_H
#define PAGE_HEADLINES_H

#include "page/page.h"

/* Whether blanks stand between all letters of a line. */
bool is_spaced_out(struct str text);

/* Whether a phrase cannot end where TEXT does: 将, 着, 的. */
bool ends_open(struct str text);

/* 我县, 全市, 河湾县……: whether a heading says near its start whose deed it tells. */
bool names_doer(struct str text);

/* The usual gap between the page's blocks, 0 or 1: the median of those that follow another. */
uint32_t headlines_usual_gap(const struct blocks *blocks);

/* Makes headlines of the lines above subtitles and bylines that were taken for a column's. */
void headlines_crown(struct blocks *blocks);

/* Whether of two lines, each a byline or part of one, the second begins another. */
bool byline_begins(struct str above, struct str below);

/* Puts the lines of each headline, subtitle and byline together. */
void headlines_join(struct arena *keep, struct blocks *blocks);

/* Whether of two headings, one right below the other, the second is the lesser: a subtitle. Else
   the first is a kicker. */
bool headlines_second_is_lesser(struct str first, struct str second);

/* Gives kickers and subtitles their roles in each group of headlines right above a text. */
void headlines_rank(struct blocks *blocks);

#endif
