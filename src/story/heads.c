/* SPDX-License-Identifier: MIT */
#include "story/heads.h"

#include <math.h>

#include "base/assign.h"
#include "page/wordlist.h"

#define LEAD_UNITS 2      /* a body's first units count as its lead */
#define BODY_UNITS 40     /* a body's units that are read at most */
#define AFTER_IS_RARE 2.0 /* against headlines that stand after their bodies, in nats */

bool head_has_headline(const struct satellite *satellite)
{
    if (satellite->part != PART_HEAD)
        return false;
    for (size_t i = 0; i < satellite->fragment->len; i++)
        if (satellite->fragment->at[i].role != ROLE_BYLINE)
            return true;
    return false;
}

struct pairs head_words(struct arena *scratch, const struct satellite *satellite)
{
    struct pairs words = {0};
    for (size_t i = 0; i < satellite->fragment->len; i++) {
        const struct block *block = &satellite->fragment->at[i];
        if (block->role == ROLE_BYLINE)
            continue;
        struct pairs pairs = pairs_of(scratch, block->text);
        words = pairs_union(scratch, &words, &pairs);
    }
    return words;
}

/* ---- what is compared */

struct body_words {
    struct pairs lead, all;
};

struct heading {
    const struct satellite *satellite;
    size_t index; /* among the satellites */
    struct pairs words;
    double best_lead, best_all; /* how much of it the body that fits best covers */
};

struct headings VEC_OF(struct heading);

struct page_heads {
    const struct cohesion *cohesion;
    const struct units *units;
    const struct bodies *bodies;
    const struct body_words *words; /* by body */
    struct headings headings;
    bool after;   /* this page's headlines stand after their bodies */
    double usual; /* share of the headlines that stand there, by a body's edge */
};

/* A headline and a body that it may head. */
struct pairing {
    const struct page_heads *page;
    const struct heading *heading;
    size_t body;
    double lead, all; /* how much of the headline the body covers */
};

/* Whether a headline stands at index S of the satellites, before or after the same units as HEAD.
 */
static bool is_neighbour(const struct units *units, const struct satellite *head, size_t s)
{
    return s < units->satellites_len && head_has_headline(&units->satellites[s]) &&
           units->satellites[s].before == head->before && units->satellites[s].after == head->after;
}

static bool stands_before(const struct page_heads *page, const struct satellite *head, size_t body)
{
    size_t s = (size_t)(head - page->units->satellites);
    return head->after != UNIT_NONE && head->at_start &&
           page->bodies->at[body].first == head->after && !is_neighbour(page->units, head, s + 1);
}

static bool stands_after(const struct page_heads *page, const struct satellite *head, size_t body)
{
    size_t s = (size_t)(head - page->units->satellites);
    return head->before != UNIT_NONE && head->at_end &&
           page->bodies->at[body].last == head->before && !is_neighbour(page->units, head, s - 1);
}

static struct pairing pairing_of(const struct page_heads *page, const struct heading *heading,
                                 size_t body)
{
    const struct body_words *words = &page->words[body];
    return (struct pairing){page, heading, body,
                            cohesion_covered(page->cohesion, &heading->words, &words->lead),
                            cohesion_covered(page->cohesion, &heading->words, &words->all)};
}

/* ---- evidence */

static double measure_one(const struct pairing *pairing)
{
    (void)pairing;
    return 1.0;
}

static double measure_before(const struct pairing *pairing)
{
    return !pairing->page->after &&
           stands_before(pairing->page, pairing->heading->satellite, pairing->body);
}

/* … and that is how this page does it. */
static double measure_before_as_usual(const struct pairing *pairing)
{
    return measure_before(pairing) * pairing->page->usual;
}

static double measure_after(const struct pairing *pairing)
{
    return pairing->page->after &&
           stands_after(pairing->page, pairing->heading->satellite, pairing->body);
}

static double measure_after_as_usual(const struct pairing *pairing)
{
    return measure_after(pairing) * pairing->page->usual;
}

static double measure_wrong_side(const struct pairing *pairing)
{
    const struct satellite *head = pairing->heading->satellite;
    return pairing->page->after ? stands_before(pairing->page, head, pairing->body)
                                : stands_after(pairing->page, head, pairing->body);
}

static double measure_lead(const struct pairing *pairing)
{
    return pairing->lead;
}

static double measure_all(const struct pairing *pairing)
{
    return pairing->all;
}

static double measure_lead_share(const struct pairing *pairing)
{
    double best = pairing->heading->best_lead;
    return best > 0.0 ? pairing->lead / best : 0.0;
}

static double measure_all_share(const struct pairing *pairing)
{
    double best = pairing->heading->best_all;
    return best > 0.0 ? pairing->all / best : 0.0;
}

static double measure_photo(const struct pairing *pairing)
{
    return pairing->page->bodies->at[pairing->body].photo;
}

/* Weights in nats. */
static const struct {
    double weight;
    double (*measure)(const struct pairing *pairing);
} evidence[] = {
    {-3.0, measure_one},
    {2.4, measure_before},
    {4.5, measure_before_as_usual},
    {2.4, measure_after},
    {4.5, measure_after_as_usual},
    {0.3, measure_wrong_side},
    {3.5, measure_lead},
    {0.3, measure_all},
    {0.4, measure_lead_share},
    {4.1, measure_all_share},
    {0.3, measure_photo},
};

static double pairing_evidence(const struct pairing *pairing)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++)
        sum += evidence[i].weight * evidence[i].measure(pairing);
    return sum;
}

/* ---- the page */

static struct body_words *words_of_bodies(struct arena *scratch, const struct units *units,
                                          const struct bodies *bodies)
{
    struct body_words *words = ARENA_ARRAY(scratch, struct body_words, bodies->len);
    size_t *seen = ARENA_ARRAY(scratch, size_t, bodies->len);
    for (size_t u = 0; u < units->len; u++) {
        size_t b = units->at[u].body;
        if (seen[b]++ >= BODY_UNITS)
            continue;
        struct pairs pairs = pairs_of(scratch, units->at[u].block->text);
        if (seen[b] <= LEAD_UNITS)
            words[b].lead = pairs_union(scratch, &words[b].lead, &pairs);
        words[b].all = pairs_union(scratch, &words[b].all, &pairs);
    }
    return words;
}

static double share_at_edge(const struct page_heads *page)
{
    size_t count = 0;
    for (size_t h = 0; h < page->headings.len; h++) {
        const struct satellite *head = page->headings.at[h].satellite;
        size_t unit = page->after ? head->before : head->after;
        if (unit != UNIT_NONE)
            count += page->after ? stands_after(page, head, page->units->at[unit].body)
                                 : stands_before(page, head, page->units->at[unit].body);
    }
    return page->headings.len ? (double)count / (double)page->headings.len : 0.0;
}

static struct page_heads page_heads_of(struct arena *scratch, const struct cohesion *cohesion,
                                       const struct units *units, const struct bodies *bodies)
{
    struct page_heads page = {cohesion, units, bodies, words_of_bodies(scratch, units, bodies),
                              {0},      false, 0.0};
    for (size_t s = 0; s < units->satellites_len; s++)
        if (head_has_headline(&units->satellites[s]))
            vec_push(scratch, &page.headings,
                     (struct heading){.satellite = &units->satellites[s],
                                      .index = s,
                                      .words = head_words(scratch, &units->satellites[s])});
    page.usual = share_at_edge(&page);
    return page;
}

/* ---- assignment */

/* A run of headings and the bodies that they are tried with. */
struct run {
    size_t heading, headings, body, bodies;
};

/* All at once on ordinary pages; else by runs of headings, with the bodies from the first one on.
 */
static struct run run_from(const struct page_heads *page, size_t heading)
{
    struct run run = {
        .heading = heading, .headings = page->headings.len - heading, .bodies = page->bodies->len};
    if (page->headings.len <= HEADS_TOGETHER && page->bodies->len <= 2 * HEADS_TOGETHER)
        return run;
    size_t near = page->headings.at[heading].satellite->after;
    run.body = near == UNIT_NONE ? 0 : page->units->at[near].body;
    if (run.headings > HEADS_TOGETHER)
        run.headings = HEADS_TOGETHER;
    run.bodies = page->bodies->len - run.body;
    if (run.bodies > 2 * HEADS_TOGETHER)
        run.bodies = 2 * HEADS_TOGETHER;
    return run;
}

static void find_best_covers(struct page_heads *page, const struct run *run)
{
    for (size_t h = 0; h < run->headings; h++) {
        struct heading *heading = &page->headings.at[run->heading + h];
        for (size_t b = 0; b < run->bodies; b++) {
            struct pairing pairing = pairing_of(page, heading, run->body + b);
            heading->best_lead = fmax(heading->best_lead, pairing.lead);
            heading->best_all = fmax(heading->best_all, pairing.all);
        }
    }
}

/* An assignment of a run's headings, and the evidence for it. */
struct solution {
    size_t *chosen; /* by heading: a body of the run, or ASSIGN_NONE */
    double *sure;   /* by heading */
    double sum;
};

/* The best assignment if this page's headlines stand before, or AFTER, their bodies. */
static struct solution solve(struct arena *scratch, struct page_heads *page, const struct run *run,
                             bool after)
{
    struct solution solution = {.sure = ARENA_ARRAY(scratch, double, run->headings)};
    double *weight = ARENA_ARRAY(scratch, double, run->headings * run->bodies);
    page->after = after;
    page->usual = share_at_edge(page);
    for (size_t h = 0; h < run->headings; h++)
        for (size_t b = 0; b < run->bodies; b++) {
            struct pairing pairing =
                pairing_of(page, &page->headings.at[run->heading + h], run->body + b);
            weight[h * run->bodies + b] = pairing_evidence(&pairing);
        }
    solution.chosen = assign_best(scratch, weight, run->headings, run->bodies);
    for (size_t h = 0; h < run->headings; h++) {
        if (solution.chosen[h] == ASSIGN_NONE)
            continue;
        solution.sure[h] = weight[h * run->bodies + solution.chosen[h]];
        solution.sum += solution.sure[h];
    }
    return solution;
}

static void assign_run(struct arena *scratch, struct page_heads *page, const struct run *run,
                       size_t *body_of, double *sure)
{
    find_best_covers(page, run);
    struct solution before = solve(scratch, page, run, false);
    struct solution after = solve(scratch, page, run, true);
    const struct solution *best = after.sum > before.sum + AFTER_IS_RARE ? &after : &before;
    for (size_t h = 0; h < run->headings; h++) {
        if (best->chosen[h] == ASSIGN_NONE)
            continue;
        size_t satellite = page->headings.at[run->heading + h].index;
        body_of[satellite] = run->body + best->chosen[h];
        sure[satellite] = best->sure[h];
    }
}

/* A byline alone goes with the text that it stands before, else with the one after which it stands.
 */
static size_t body_of_byline(const struct page_heads *page, const struct satellite *byline)
{
    if (byline->after != UNIT_NONE) {
        size_t after = page->units->at[byline->after].body;
        if (stands_before(page, byline, after))
            return after;
    }
    return byline->before == UNIT_NONE ? BODY_NONE : page->units->at[byline->before].body;
}

size_t *heads_assign(struct arena *scratch, const struct cohesion *cohesion,
                     const struct units *units, const struct bodies *bodies, double *sure)
{
    size_t *body_of = ARENA_ARRAY(scratch, size_t, units->satellites_len);
    struct page_heads page = page_heads_of(scratch, cohesion, units, bodies);
    for (size_t s = 0; s < units->satellites_len; s++) {
        const struct satellite *satellite = &units->satellites[s];
        bool byline = satellite->part == PART_HEAD && !head_has_headline(satellite);
        body_of[s] = byline ? body_of_byline(&page, satellite) : BODY_NONE;
    }
    struct run run = {0};
    for (size_t h = 0; h < page.headings.len; h += run.headings) {
        struct arena work = {0};
        run = run_from(&page, h);
        assign_run(&work, &page, &run, body_of, sure);
        arena_clear(&work);
    }
    return body_of;
}

/* ---- headlines without a body */

#define ASK_BASE 1.0        /* of the text that answers best to a headline */
#define ASK_LEAD 3.5        /* of a headline that its start covers wholly */
#define ASK_UNITS_MOST 4096 /* on longer pages nothing is asked */

/* The unit at which a body for a headline is likeliest to begin, with the evidence; UNIT_NONE: no.
 */
static size_t best_start(const struct cohesion *cohesion, const struct units *units,
                         const struct pairs *words, double *gain)
{
    struct arena work = {0};
    size_t best = UNIT_NONE;
    *gain = 0.0;
    for (size_t u = 1; u < units->len; u++) {
        const struct unit *unit = &units->at[u];
        if (unit->photo || unit->sure > 0.0)
            continue;
        struct pairs lead = pairs_of(&work, unit->block->text);
        if (u + 1 < units->len && units->at[u + 1].body == unit->body) {
            struct pairs next = pairs_of(&work, units->at[u + 1].block->text);
            lead = pairs_union(&work, &lead, &next);
        }
        double ask = ASK_BASE + ASK_LEAD * cohesion_covered(cohesion, words, &lead);
        if (unit->sure + ask > *gain) {
            *gain = unit->sure + ask;
            best = u;
        }
        arena_reset(&work);
    }
    arena_clear(&work);
    return best;
}

bool heads_ask(const struct cohesion *cohesion, struct units *units, const size_t *body_of)
{
    bool asked = false;
    struct arena work = {0};
    if (units->len > ASK_UNITS_MOST)
        return false;
    for (size_t s = 0; s < units->satellites_len; s++) {
        const struct satellite *satellite = &units->satellites[s];
        if (!head_has_headline(satellite) || body_of[s] != BODY_NONE)
            continue;
        struct pairs words = head_words(&work, satellite);
        double gain;
        size_t unit = best_start(cohesion, units, &words, &gain);
        if (unit == UNIT_NONE)
            continue;
        units->at[unit].asked += gain - units->at[unit].sure;
        units->at[unit].sure = gain;
        asked = true;
    }
    arena_clear(&work);
    return asked;
}
