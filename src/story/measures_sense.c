/* SPDX-License-Identifier: MIT */
/* What the texts on both sides of a seam speak of. */
#include <math.h>

#include "story/measures.h"

#define SHIFT_CHARS 100.0    /* of fewer characters a shift says less */
#define SHIFT_LEAD_MOST 50.0 /* nats */

double measure_common(const struct link *link)
{
    return link->common;
}

double measure_log_common(const struct link *link)
{
    return log(link->common + 0.01);
}

double measure_chars(const struct link *link)
{
    return link->chars;
}

/* No headline stands here: how many starts of the page are like that, as a logarithm. */
double measure_wanted(const struct link *link)
{
    return link->head || link->start->before.headline ? 0.0 : link->passages->wanted;
}

double measure_wanted_common(const struct link *link)
{
    return measure_wanted(link) * link->common;
}

double measure_lead_common(const struct link *link)
{
    return link->start->lead ? log(link->common + 0.01) + 3.0 : 0.0;
}

/* How far the two differ in the form of their commas: full or half width. */
double measure_commas_differ(const struct link *link)
{
    const struct passage *a = link->end, *b = link->start;
    return (a->wide_commas && !a->narrow_commas && b->narrow_commas && !b->wide_commas) ||
           (a->narrow_commas && !a->wide_commas && b->wide_commas && !b->narrow_commas);
}

/* Places that both name. */
double measure_places_shared(const struct link *link)
{
    return fmin(3.0, pairs_shared(&link->end->back->places, &link->start->forth->places));
}

/* Both name places, and none is the same. */
double measure_places_apart(const struct link *link)
{
    const struct pairs *a = &link->end->back->places, *b = &link->start->forth->places;
    return pairs_shared(a, b) > 0.0 ? 0.0 : log(1.0 + fmin((double)a->len, (double)b->len));
}

/* The start's first clause names a place or a time of day … */
double measure_scene(const struct link *link)
{
    return link->start->scene;
}

/* … or a season. */
double measure_season(const struct link *link)
{
    return link->start->season;
}

double measure_closing(const struct link *link)
{
    return link->end->closing;
}

double measure_outlook(const struct link *link)
{
    return link->end->outlook;
}

/* What the two passages alone have in common. */
double measure_near_common(const struct link *link)
{
    return link->head ? 0.0 : log(link->near_common + 0.01);
}

double measure_best_of_end(const struct link *link)
{
    return link->best_of_end > 0.0 ? link->common / link->best_of_end : 0.0;
}

double measure_best_of_start(const struct link *link)
{
    return link->best_of_start > 0.0 ? link->common / link->best_of_start : 0.0;
}

double measure_apart(const struct link *link)
{
    return link->apart;
}

double measure_depth(const struct link *link)
{
    return link->depth;
}

double measure_brief(const struct link *link)
{
    return link->brief;
}

double measure_expect(const struct link *link)
{
    return link->passages->expected;
}

/* Between the end and the start, where they are neighbours in a text as it was last put together;
   under a headline, before the start. */
static const struct shift *shift_of(const struct link *link)
{
    static const struct shift none = {0};
    const struct passage *start = link->start;
    bool parts = link->head ||
                 (start->prior != PASSAGE_NONE && &link->passages->at[start->prior] == link->end);
    return parts ? &start->shift : &none;
}

double measure_shift(const struct link *link)
{
    const struct shift *shift = shift_of(link);
    return shift->nats / (shift->shorter + SHIFT_CHARS);
}

double measure_shift_lead(const struct link *link)
{
    return fmax(-SHIFT_LEAD_MOST, fmin(SHIFT_LEAD_MOST, shift_of(link)->lead)) / SHIFT_LEAD_MOST;
}

double measure_shift_shorter(const struct link *link)
{
    return log(shift_of(link)->shorter + 1.0);
}

/* How much of the start a headline has that does not stand above it: likely a story begins. */
double measure_claimed(const struct link *link)
{
    return link->start->before.headline ? 0.0 : link->claimed;
}

double measure_claimed_next(const struct link *link)
{
    return link->next ? measure_claimed(link) : 0.0;
}
