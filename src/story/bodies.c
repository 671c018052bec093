/* SPDX-License-Identifier: MIT */
#include "story/bodies.h"

#include <math.h>

#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"

#define WINDOW 3 /* units on each side whose words are compared */
#define GAP_WIDE 3
#define PRIOR (-2.5)     /* a boundary is rare */
#define APART_WEIGHT 1.2 /* of a standard deviation of cohesion */
#define APART_MOST 2.0
#define SURE_OF_FIRST 6.0
#define SURE_OF_PHOTO 4.0

/* What stands between two texts on the page. */
struct between {
    bool headline, byline, sign_off, jump_to, jump_from;
    double lean; /* of the headline */
};

/* ---- what stands before each unit */

static void note_satellite(struct between *before, struct between *after,
                           const struct satellite *satellite)
{
    for (size_t i = 0; i < satellite->fragment->len; i++) {
        const struct block *block = &satellite->fragment->at[i];
        switch (block->role) {
        case ROLE_KICKER:
        case ROLE_HEADLINE:
            after->headline = true;
            after->lean = fmax(after->lean, block->lean);
            break;
        case ROLE_BYLINE:
            after->byline = true;
            break;
        case ROLE_CREDIT:
            before->sign_off = true;
            break;
        case ROLE_NOTICE:
            before->jump_to |= jump_line(block->text) == JUMP_TO;
            after->jump_from |= jump_line(block->text) == JUMP_FROM;
            break;
        default:
            break;
        }
    }
}

/* Two notes a unit: what stands right before its start, and right after its end. */
static void note_satellites(const struct units *units, struct between *starts, struct between *ends)
{
    struct between none = {0};
    for (size_t s = 0; s < units->satellites_len; s++) {
        const struct satellite *satellite = &units->satellites[s];
        struct between *before =
            satellite->before != UNIT_NONE && satellite->at_end ? &ends[satellite->before] : &none;
        struct between *after = satellite->after != UNIT_NONE && satellite->at_start
                                    ? &starts[satellite->after]
                                    : &none;
        note_satellite(before, after, satellite);
    }
}

/* ---- evidence for a boundary between the units A and B, in nats */

static double mark_evidence(const struct between *end, const struct between *start)
{
    double sum = 0.0;
    sum += start->headline ? 2.0 + fmin(start->lean, 4.0) : 0.0;
    sum += start->byline ? 5.0 : 0.0;
    sum += end->sign_off ? 5.0 : 0.0;
    sum += end->jump_to || start->jump_from ? 5.0 : 0.0;
    return sum;
}

static double text_evidence(const struct unit *a, const struct unit *b)
{
    const struct block *end = a->block, *start = b->block;
    double sum = b->opens ? 0.5 : -0.5;
    sum += starts_report(start->text) || start->role == ROLE_DATELINE ? 7.0 : 0.0;
    sum += starts_like_lead(start->text) ? 0.8 : 0.0;
    sum += jumps_in(start->text) ? 5.0 : 0.0;
    sum += jumps_away(end->text) ? 5.0 : 0.0;
    sum += sign_off_of(end->text) == SIGN_OFF_WRITER ? 5.0 : 0.0;
    sum += is_unfinished(end) ? 1.0 : 0.0;
    sum += start->continues ? 1.0 : 0.0;
    sum += start->gap >= GAP_WIDE ? 0.5 : 0.0;
    sum -= start->role == ROLE_SUBHEAD ? 1.0 + start->lean : 0.0;
    sum -= end->role == ROLE_SUBHEAD ? 6.0 : 0.0;
    if (end->column && start->column)
        sum += end->column > start->column + 1 || start->column > end->column + 1 ? 2.5 : -0.3;
    return sum;
}

static struct pairs window_pairs(struct arena *scratch, const struct pairs *pairs,
                                 const size_t *texts, size_t from, size_t to)
{
    struct pairs window = {0};
    for (size_t i = from; i < to; i++)
        window = pairs_union(scratch, &window, &pairs[texts[i]]);
    return window;
}

/* How much the texts before and after each boundary have in common. */
static double *cohesion_at(struct arena *scratch, const struct cohesion *cohesion,
                           const struct units *units, const size_t *texts, size_t len)
{
    struct arena work = {0};
    struct pairs *pairs = ARENA_ARRAY(scratch, struct pairs, units->len);
    for (size_t i = 0; i < len; i++)
        pairs[texts[i]] = pairs_of(scratch, units->at[texts[i]].block->text);
    double *at = ARENA_ARRAY(scratch, double, len);
    for (size_t i = 1; i < len; i++) {
        size_t from = i > WINDOW ? i - WINDOW : 0, to = i + WINDOW < len ? i + WINDOW : len;
        struct pairs a = window_pairs(&work, pairs, texts, from, i);
        struct pairs b = window_pairs(&work, pairs, texts, i, to);
        at[i] = cohesion_between(cohesion, &a, &b);
        arena_reset(&work);
    }
    arena_clear(&work);
    return at;
}

/* How far each value is below the others' mean, in standard deviations, kept within LIMIT. */
static void standardise(double *at, size_t len, double limit)
{
    double sum = 0.0, squares = 0.0, n = len > 1 ? (double)(len - 1) : 1.0;
    for (size_t i = 1; i < len; i++) {
        sum += at[i];
        squares += at[i] * at[i];
    }
    double mean = sum / n, deviation = sqrt(fmax(squares / n - mean * mean, 1e-6));
    for (size_t i = 1; i < len; i++)
        at[i] = fmax(-limit, fmin(limit, (mean - at[i]) / deviation));
}

/* ---- bodies */

static void begin_body(struct arena *scratch, struct bodies *bodies, size_t unit, bool photo,
                       double sure)
{
    vec_push(scratch, bodies,
             (struct body){.first = unit, .last = unit, .photo = photo, .sure = sure});
}

static void add_unit(struct bodies *bodies, struct units *units, size_t unit)
{
    units->at[unit].body = bodies->len - 1;
    bodies->at[bodies->len - 1].last = unit;
}

static void find_texts(struct arena *scratch, const struct cohesion *cohesion, struct units *units,
                       struct bodies *bodies)
{
    size_t *texts = ARENA_ARRAY(scratch, size_t, units->len + 1), len = 0;
    for (size_t u = 0; u < units->len; u++)
        if (!units->at[u].photo)
            texts[len++] = u;
    struct between *starts = ARENA_ARRAY(scratch, struct between, units->len);
    struct between *ends = ARENA_ARRAY(scratch, struct between, units->len);
    note_satellites(units, starts, ends);
    double *apart = cohesion_at(scratch, cohesion, units, texts, len);
    standardise(apart, len, APART_MOST);
    for (size_t i = 0; i < len; i++) {
        size_t u = texts[i];
        double sure = SURE_OF_FIRST;
        if (i)
            sure = PRIOR + mark_evidence(&ends[texts[i - 1]], &starts[u]) +
                   text_evidence(&units->at[texts[i - 1]], &units->at[u]) + APART_WEIGHT * apart[i];
        if (sure > 0.0)
            begin_body(scratch, bodies, u, false, sure);
        add_unit(bodies, units, u);
    }
}

static void find_photos(struct arena *scratch, struct units *units, struct bodies *bodies)
{
    for (size_t u = 0; u < units->len; u++) {
        if (!units->at[u].photo)
            continue;
        if (units->at[u].opens || units->at[u].block->role == ROLE_CAPTION)
            begin_body(scratch, bodies, u, true, SURE_OF_PHOTO);
        add_unit(bodies, units, u);
    }
}

struct bodies bodies_find(struct arena *scratch, const struct cohesion *cohesion,
                          struct units *units)
{
    struct bodies bodies = {0};
    find_texts(scratch, cohesion, units, &bodies);
    find_photos(scratch, units, &bodies);
    return bodies;
}
