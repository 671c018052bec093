/* SPDX-License-Identifier: MIT */
#include "story/pairing.h"

#include "page/wordlist.h"

/* ---- position */

/* Whether the satellite at S is a headline too and stands between the same texts as HEAD. */
static bool is_neighbour(const struct units *units, const struct satellite *head, size_t s)
{
    if (s >= units->satellites.len)
        return false;
    const struct satellite *other = &units->satellites.at[s];
    return other->headline && other->before == head->before && other->after == head->after;
}

enum position position_of(const struct units *units, const struct bodies *bodies,
                          const struct satellite *head, size_t body)
{
    size_t s = (size_t)(head - units->satellites.at);
    const struct body *at = &bodies->at[body];
    if (head->after == at->first && head->at_start && !is_neighbour(units, head, s + 1))
        return POSITION_BEFORE;
    if (head->before == at->last && head->at_end && !is_neighbour(units, head, s - 1))
        return POSITION_AFTER;
    return POSITION_FAR;
}

/* ---- evidence */

static double measure_one(const struct pairing *pairing, const struct placing *placing)
{
    (void)pairing;
    (void)placing;
    return 1.0;
}

static double measure_right_side(const struct pairing *pairing, const struct placing *placing)
{
    return pairing->position == placing->side;
}

/* … and most of the page's headlines stand so. */
static double measure_as_usual(const struct pairing *pairing, const struct placing *placing)
{
    return pairing->position == placing->side ? placing->share : 0.0;
}

static double measure_wrong_side(const struct pairing *pairing, const struct placing *placing)
{
    return pairing->position != placing->side && pairing->position != POSITION_FAR;
}

static double measure_lead(const struct pairing *pairing, const struct placing *placing)
{
    (void)placing;
    return pairing->lead;
}

static double measure_all(const struct pairing *pairing, const struct placing *placing)
{
    (void)placing;
    return pairing->all;
}

static double measure_best_lead(const struct pairing *pairing, const struct placing *placing)
{
    (void)placing;
    return pairing->best_lead > 0.0 ? pairing->lead / pairing->best_lead : 0.0;
}

static double measure_best_all(const struct pairing *pairing, const struct placing *placing)
{
    (void)placing;
    return pairing->best_all > 0.0 ? pairing->all / pairing->best_all : 0.0;
}

static double measure_photo(const struct pairing *pairing, const struct placing *placing)
{
    (void)placing;
    return pairing->photo;
}

/* Weights in nats. */
static const struct {
    double weight;
    double (*measure)(const struct pairing *pairing, const struct placing *placing);
} evidence[] = {
    {-3.0, measure_one},       {2.4, measure_right_side}, {4.5, measure_as_usual},
    {0.3, measure_wrong_side}, {3.5, measure_lead},       {0.3, measure_all},
    {0.4, measure_best_lead},  {4.1, measure_best_all},   {0.3, measure_photo},
};

double pairing_evidence(const struct pairing *pairing, const struct placing *placing)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++)
        sum += evidence[i].weight * evidence[i].measure(pairing, placing);
    return sum;
}
