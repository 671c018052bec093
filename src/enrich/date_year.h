/* SPDX-License-Identifier: MIT */
/*
 * The year that clues speak for, by scores that add up.
 *
 * Each clue raises the year that it names and lowers those that it speaks against: a year told of
 * as past cannot lie ahead, a plan is hardly late. The best year is taken if it has enough for it
 * and leads by enough; else nothing is said.
 */
#ifndef ENRICH_DATE_YEAR_H
#define ENRICH_DATE_YEAR_H

#include "enrich/date_clues.h"

enum { YEAR_FIRST = 1949, YEAR_LAST = 2060, YEARS = YEAR_LAST - YEAR_FIRST + 1 };

/* How much speaks for each year; a candidate year of 2 may be taken. */
struct year_scores {
    double at[YEARS];
};

struct year_choice {
    uint16_t year;  /* 0: none is sure */
    uint16_t rival; /* where two have enough and neither leads: the second, and the first is … */
    uint16_t best;
    double score; /* of the best */
};

void year_scores_add(struct year_scores *scores, const struct clue *clue);
struct year_choice year_choose(const struct year_scores *scores);

/* What a year is worth; 0 for one that is no candidate. */
double year_score(const struct year_scores *scores, uint16_t year);

/* What CLUE gives to YEAR. */
double clue_gain(const struct clue *clue, uint16_t year);

#endif
