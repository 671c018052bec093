/* SPDX-License-Identifier: MIT */
#include "story/heads.h"

#include <math.h>

#include "base/assign.h"
#include "story/pairing.h"

#define LEAD_UNITS 2      /* a body's first units count as its lead */
#define BODY_UNITS 40     /* a body's units that are read at most */
#define AFTER_IS_RARE 2.0 /* against headlines that stand after their bodies, in nats */

/* ---- words of bodies */

struct body_words {
    struct pairs lead, all;
};

static struct body_words *words_of_bodies(struct arena *scratch, const struct units *units,
                                          const struct bodies *bodies)
{
    struct body_words *words = ARENA_ARRAY(scratch, struct body_words, bodies->len);
    size_t *seen = ARENA_ARRAY(scratch, size_t, bodies->len);
    for (size_t u = 0; u < units->len; u++) {
        const struct unit *unit = &units->at[u];
        struct body_words *body = &words[unit->body];
        if (seen[unit->body]++ >= BODY_UNITS)
            continue;
        if (seen[unit->body] <= LEAD_UNITS)
            body->lead = pairs_union(scratch, &body->lead, &unit->words);
        body->all = pairs_union(scratch, &body->all, &unit->words);
    }
    return words;
}

/* ---- runs of headlines */

/* Headlines that are assigned together, and the bodies that they are tried with. */
struct run {
    const struct units *units;
    const struct bodies *bodies;
    const size_t *heads; /* indexes of satellites */
    size_t heads_len;
    size_t first_body, bodies_len;
    struct pairing *pairings; /* row by row, a row for each headline */
};

static const struct satellite *run_head(const struct run *run, size_t h)
{
    return &run->units->satellites.at[run->heads[h]];
}

static void compare_all(const struct run *run, const struct body_words *words)
{
    for (size_t h = 0; h < run->heads_len; h++) {
        const struct satellite *head = run_head(run, h);
        struct pairing *row = run->pairings + h * run->bodies_len;
        double best_lead = 0.0, best_all = 0.0;
        for (size_t b = 0; b < run->bodies_len; b++) {
            size_t body = run->first_body + b;
            row[b].position = position_of(run->units, run->bodies, head, body);
            row[b].lead = pairs_covered(&head->words, &words[body].lead);
            row[b].all = pairs_covered(&head->words, &words[body].all);
            row[b].photo = run->bodies->at[body].photo;
            best_lead = fmax(best_lead, row[b].lead);
            best_all = fmax(best_all, row[b].all);
        }
        for (size_t b = 0; b < run->bodies_len; b++) {
            row[b].best_lead = best_lead;
            row[b].best_all = best_all;
        }
    }
}

static struct placing placing_of(const struct run *run, enum position side)
{
    size_t count = 0;
    for (size_t i = 0; i < run->heads_len * run->bodies_len; i++)
        count += run->pairings[i].position == side;
    return (struct placing){side, (double)count / (double)run->heads_len};
}

/* ---- assignment */

/* An assignment and the evidence for it. */
struct solution {
    size_t *chosen; /* by headline: a body of the run, or ASSIGN_NONE */
    double *weight; /* row by row */
    double sum;
};

/* The best assignment if this page's headlines stand on SIDE of their bodies. */
static struct solution solve(struct arena *scratch, const struct run *run, enum position side)
{
    struct placing placing = placing_of(run, side);
    size_t cells = run->heads_len * run->bodies_len;
    struct solution solution = {.weight = ARENA_ARRAY(scratch, double, cells)};
    for (size_t i = 0; i < cells; i++)
        solution.weight[i] = pairing_evidence(&run->pairings[i], &placing);
    solution.chosen = assign_best(scratch, solution.weight, run->heads_len, run->bodies_len);
    for (size_t h = 0; h < run->heads_len; h++)
        if (solution.chosen[h] != ASSIGN_NONE)
            solution.sum += solution.weight[h * run->bodies_len + solution.chosen[h]];
    return solution;
}

static void assign_run(struct arena *scratch, const struct run *run, struct heads *heads)
{
    struct solution before = solve(scratch, run, POSITION_BEFORE);
    struct solution after = solve(scratch, run, POSITION_AFTER);
    const struct solution *best = after.sum > before.sum + AFTER_IS_RARE ? &after : &before;
    for (size_t h = 0; h < run->heads_len; h++) {
        if (best->chosen[h] == ASSIGN_NONE)
            continue;
        heads->body[run->heads[h]] = run->first_body + best->chosen[h];
        heads->sure[run->heads[h]] = best->weight[h * run->bodies_len + best->chosen[h]];
    }
}

/* All bodies on ordinary pages; else those from the one after the run's first headline on. */
static void choose_bodies(struct run *run)
{
    size_t after = run_head(run, 0)->after;
    run->bodies_len = run->bodies->len;
    if (run->bodies_len <= 2 * HEADS_TOGETHER)
        return;
    run->first_body = after == UNIT_NONE ? 0 : run->units->at[after].body;
    run->bodies_len -= run->first_body;
    if (run->bodies_len > 2 * HEADS_TOGETHER)
        run->bodies_len = 2 * HEADS_TOGETHER;
}

/* A byline alone goes with the text that it stands before, else with the one after which it stands.
 */
static size_t body_of_byline(const struct units *units, const struct bodies *bodies,
                             const struct satellite *byline)
{
    if (byline->after != UNIT_NONE && byline->at_start) {
        size_t after = units->at[byline->after].body;
        if (bodies->at[after].first == byline->after)
            return after;
    }
    return byline->before == UNIT_NONE ? BODY_NONE : units->at[byline->before].body;
}

struct heads heads_assign(struct arena *scratch, const struct units *units,
                          const struct bodies *bodies)
{
    const struct satellites *satellites = &units->satellites;
    struct heads heads = {ARENA_ARRAY(scratch, size_t, satellites->len),
                          ARENA_ARRAY(scratch, double, satellites->len)};
    size_t *headlines = ARENA_ARRAY(scratch, size_t, satellites->len), len = 0;
    for (size_t s = 0; s < satellites->len; s++) {
        bool byline = satellites->at[s].part == PART_HEAD && !satellites->at[s].headline;
        heads.body[s] = byline ? body_of_byline(units, bodies, &satellites->at[s]) : BODY_NONE;
        if (satellites->at[s].headline)
            headlines[len++] = s;
    }
    const struct body_words *words = words_of_bodies(scratch, units, bodies);
    for (size_t h = 0; h < len && bodies->len; h += HEADS_TOGETHER) {
        struct arena work = {0};
        struct run run = {.units = units, .bodies = bodies, .heads = headlines + h};
        run.heads_len = len - h < HEADS_TOGETHER ? len - h : HEADS_TOGETHER;
        choose_bodies(&run);
        run.pairings = ARENA_ARRAY(&work, struct pairing, run.heads_len * run.bodies_len);
        compare_all(&run, words);
        assign_run(&work, &run, &heads);
        arena_clear(&work);
    }
    return heads;
}
