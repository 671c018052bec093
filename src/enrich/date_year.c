/* SPDX-License-Identifier: MIT */
#include "enrich/date_year.h"

static const double enough = 2; /* for a year to be taken, and for its lead */

/* What a clue counts for its year and for those before and after it. */
static const struct {
    double is, before, after;
} weights[CLUES] = {
    [CLUE_NOW] = {6, -2, -2},     [CLUE_ONE_OF] = {1, -3, -3}, [CLUE_JUBILEE] = {3, -1, -1},
    [CLUE_SOON] = {2, 0, -4},     [CLUE_WEAK] = {2, -1, 0},    [CLUE_SIGNED] = {3, -1, -1},
    [CLUE_TITLE] = {2, -2, 0},    [CLUE_COUNTED] = {2, -3, 0}, [CLUE_NAMED] = {1, -3, 0},
    [CLUE_HISTORY] = {.5, -3, 0}, [CLUE_PAST] = {.25, -3, 0},  [CLUE_SINCE] = {0, -4, 0},
    [CLUE_BEFORE] = {0, 0, -4},   [CLUE_AHEAD] = {0, 0, -1.5},
};

double clue_gain(const struct clue *clue, uint16_t year)
{
    uint16_t last = clue->date.year, first = clue->first ? clue->first : last;
    return year < first  ? weights[clue->kind].before
           : year > last ? weights[clue->kind].after
                         : weights[clue->kind].is;
}

void year_scores_add(struct year_scores *scores, const struct clue *clue)
{
    for (uint16_t i = 0; i < YEARS; i++)
        scores->at[i] += clue_gain(clue, (uint16_t)(YEAR_FIRST + i));
}

double year_score(const struct year_scores *scores, uint16_t year)
{
    return year >= YEAR_FIRST && year <= YEAR_LAST ? scores->at[year - YEAR_FIRST] : 0;
}

struct year_choice year_choose(const struct year_scores *scores)
{
    size_t best = 0, second = YEARS - 1;
    for (size_t i = 1; i < YEARS; i++) {
        if (scores->at[i] > scores->at[best]) {
            second = best;
            best = i;
        } else if (second == YEARS - 1 || scores->at[i] > scores->at[second]) {
            second = i;
        }
    }
    double lead = scores->at[best] - scores->at[second];
    struct year_choice choice = {.score = scores->at[best], .best = (uint16_t)(YEAR_FIRST + best)};
    if (choice.score >= enough && lead >= enough)
        choice.year = choice.best;
    else if (scores->at[second] >= enough)
        choice.rival = (uint16_t)(YEAR_FIRST + second);
    return choice;
}
