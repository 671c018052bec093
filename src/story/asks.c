/* SPDX-License-Identifier: MIT */
/* Headlines without a body. */
#include "story/heads.h"

#define ASK_BASE 1.5    /* evidence that the text which answers best to a headline is its own … */
#define ASK_LEAD 3.5    /* … and more, as far as its start covers the headline */
#define UNITS_MOST 4096 /* on longer pages nothing is asked */

/* How much of a headline a body that began with unit U would cover with its lead. */
static double lead_covers(struct arena *work, const struct units *units, size_t u,
                          const struct pairs *words)
{
    struct pairs lead = units->at[u].words;
    if (u + 1 < units->len && units->at[u + 1].body == units->at[u].body)
        lead = pairs_union(work, &lead, &units->at[u + 1].words);
    return pairs_covered(words, &lead);
}

/* The unit with which a body for a headline is likeliest to begin, and the evidence; UNIT_NONE: no.
 */
static size_t best_start(const struct units *units, const struct pairs *words, double *evidence)
{
    struct arena work = {0};
    size_t best = UNIT_NONE;
    *evidence = 0.0;
    for (size_t u = 1; u < units->len; u++) {
        const struct unit *unit = &units->at[u];
        if (unit->photo || unit->sure > 0.0)
            continue;
        double sum = unit->sure + ASK_BASE + ASK_LEAD * lead_covers(&work, units, u, words);
        if (sum > *evidence) {
            *evidence = sum;
            best = u;
        }
        arena_reset(&work);
    }
    arena_clear(&work);
    return best;
}

bool heads_ask(const struct heads *heads, struct units *units)
{
    bool asked = false;
    if (units->len > UNITS_MOST)
        return false;
    for (size_t s = 0; s < units->satellites.len; s++) {
        const struct satellite *satellite = &units->satellites.at[s];
        if (!satellite->headline || heads->body[s] != BODY_NONE)
            continue;
        double evidence;
        size_t unit = best_start(units, &satellite->words, &evidence);
        if (unit == UNIT_NONE)
            continue;
        units->at[unit].asked += evidence - units->at[unit].sure;
        units->at[unit].sure = evidence;
        asked = true;
    }
    return asked;
}
