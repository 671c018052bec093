/* SPDX-License-Identifier: MIT */
#include "story/heads.h"

#include <math.h>

#include "base/assign.h"

#define LEAD_UNITS 2    /* a body's first units count as its lead */
#define BODY_UNITS 40   /* a body's units that are read at most */
#define TOGETHER 128    /* heads, and bodies, that are assigned together */
#define LEAD_WEIGHT 7.0 /* of a headline that its lead covers wholly */
#define BODY_WEIGHT 5.0
#define BEFORE_WEIGHT 4.0 /* of a headline right before its body */
#define AFTER_WEIGHT 2.0
#define FAR_WEIGHT (-1.2) /* of a headline that is somewhere else */

struct topic_words {
    struct pairs lead, all;
};

static struct topic_words *words_of_bodies(struct arena *scratch, const struct units *units,
                                           const struct bodies *bodies)
{
    struct topic_words *words = ARENA_ARRAY(scratch, struct topic_words, bodies->len);
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

static bool has_headline(const struct satellite *satellite)
{
    if (satellite->part != PART_HEAD)
        return false;
    for (size_t i = 0; i < satellite->fragment->len; i++)
        if (satellite->fragment->at[i].role != ROLE_BYLINE)
            return true;
    return false;
}

static struct pairs words_of_head(struct arena *scratch, const struct satellite *satellite)
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

/* ---- evidence */

static bool stands_before(const struct satellite *head, const struct units *units,
                          const struct bodies *bodies, size_t body)
{
    return head->after != UNIT_NONE && head->at_start && units->at[head->after].body == body &&
           bodies->at[body].first == head->after;
}

static bool stands_after(const struct satellite *head, const struct units *units,
                         const struct bodies *bodies, size_t body)
{
    return head->before != UNIT_NONE && head->at_end && units->at[head->before].body == body &&
           bodies->at[body].last == head->before;
}

struct heading {
    const struct satellite *satellite;
    size_t index; /* among the satellites */
    struct pairs words;
};

struct headings VEC_OF(struct heading);

struct page_words {
    const struct cohesion *cohesion;
    const struct units *units;
    const struct bodies *bodies;
    const struct topic_words *words; /* by body */
    double before, after;            /* what standing before or after is worth */
};

static double common_words(const struct page_words *page, const struct heading *heading,
                           size_t body)
{
    return LEAD_WEIGHT *
               cohesion_covered(page->cohesion, &heading->words, &page->words[body].lead) +
           BODY_WEIGHT * cohesion_covered(page->cohesion, &heading->words, &page->words[body].all);
}

static double head_evidence(const struct page_words *page, const struct heading *heading,
                            size_t body)
{
    double sum = common_words(page, heading, body);
    if (stands_before(heading->satellite, page->units, page->bodies, body))
        return sum + page->before;
    if (stands_after(heading->satellite, page->units, page->bodies, body))
        return sum + page->after;
    return sum + FAR_WEIGHT;
}

/* Whether this page's headlines stand after their bodies: then the two weights change places. */
static void learn_order(struct page_words *page, const struct headings *headings)
{
    double before = 0.0, after = 0.0;
    page->before = BEFORE_WEIGHT;
    page->after = AFTER_WEIGHT;
    for (size_t h = 0; h < headings->len; h++) {
        const struct satellite *head = headings->at[h].satellite;
        if (head->before == UNIT_NONE || !head->at_end)
            continue;
        after += common_words(page, &headings->at[h], page->units->at[head->before].body);
        if (head->after != UNIT_NONE && head->at_start)
            before += common_words(page, &headings->at[h], page->units->at[head->after].body);
    }
    if (after > 1.3 * before + 2.0) {
        page->before = AFTER_WEIGHT;
        page->after = BEFORE_WEIGHT;
    }
}

/* ---- assignment */

static void assign_run(struct arena *scratch, const struct page_words *page,
                       const struct headings *headings, size_t first_head, size_t heads,
                       size_t first_body, size_t len, size_t *body_of, double *sure)
{
    double *weight = ARENA_ARRAY(scratch, double, heads *len);
    for (size_t h = 0; h < heads; h++)
        for (size_t b = 0; b < len; b++)
            weight[h * len + b] =
                head_evidence(page, &headings->at[first_head + h], first_body + b);
    size_t *chosen = assign_best(scratch, weight, heads, len);
    for (size_t h = 0; h < heads; h++) {
        if (chosen[h] == ASSIGN_NONE)
            continue;
        size_t satellite = headings->at[first_head + h].index;
        body_of[satellite] = first_body + chosen[h];
        sure[satellite] = weight[h * len + chosen[h]];
    }
}

/* A byline alone goes with the text that it stands before, else with the one after which it stands.
 */
static size_t body_of_byline(const struct satellite *byline, const struct units *units,
                             const struct bodies *bodies)
{
    if (byline->after != UNIT_NONE && byline->at_start &&
        stands_before(byline, units, bodies, units->at[byline->after].body))
        return units->at[byline->after].body;
    return byline->before == UNIT_NONE ? BODY_NONE : units->at[byline->before].body;
}

size_t *heads_assign(struct arena *scratch, const struct cohesion *cohesion,
                     const struct units *units, const struct bodies *bodies, double *sure)
{
    size_t *body_of = ARENA_ARRAY(scratch, size_t, units->satellites_len);
    struct headings headings = {0};
    for (size_t s = 0; s < units->satellites_len; s++) {
        const struct satellite *satellite = &units->satellites[s];
        body_of[s] = BODY_NONE;
        if (has_headline(satellite))
            vec_push(scratch, &headings,
                     (struct heading){satellite, s, words_of_head(scratch, satellite)});
        else if (satellite->part == PART_HEAD)
            body_of[s] = body_of_byline(satellite, units, bodies);
    }
    struct page_words page = {cohesion, units, bodies, words_of_bodies(scratch, units, bodies),
                              0,        0};
    learn_order(&page, &headings);
    for (size_t h = 0; h < headings.len; h += TOGETHER) {
        struct arena work = {0};
        size_t heads = headings.len - h < TOGETHER ? headings.len - h : TOGETHER;
        size_t nearest = headings.at[h].satellite->after;
        size_t first =
            headings.len <= TOGETHER || nearest == UNIT_NONE ? 0 : units->at[nearest].body;
        size_t len = bodies->len - first;
        if (len > 2 * TOGETHER)
            len = 2 * TOGETHER;
        assign_run(&work, &page, &headings, h, heads, first, len, body_of, sure);
        arena_clear(&work);
    }
    return body_of;
}
