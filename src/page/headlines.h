/* SPDX-License-Identifier: MIT */
/* Headlines of several lines, and which heading of a group is the kicker, the headline, the
   subtitle (引题, 主题, 副题). */
#ifndef PAGE_HEADLINES_H
#define PAGE_HEADLINES_H

#include "page/page.h"

/* Whether blanks stand between all letters of a line. */
bool is_spaced_out(struct str text);

/* The usual gap between the page's blocks, 0 or 1: the median of those that follow another. */
uint32_t headlines_usual_gap(const struct blocks *blocks);

/* Makes headlines of the lines above subtitles and bylines that were taken for a column's. */
void headlines_crown(struct blocks *blocks);

/* Whether of two lines, each a byline or part of one, the second begins another. */
bool byline_begins(struct str above, struct str below);

/* Puts the lines of each headline, subtitle and byline together. */
void headlines_join(struct arena *keep, struct blocks *blocks);

/* Evidence, in nats, that of two headings, one right below the other, the second is the lesser: a
   subtitle. Below 0 the first is a kicker. */
double headlines_lesser(struct str first, struct str second);

/* Gives kickers and subtitles their roles in each group of headlines right above a text. */
void headlines_rank(struct page *page);

#endif
