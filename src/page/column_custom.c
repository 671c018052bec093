/* SPDX-License-Identifier: MIT */
/* What a page does: the widths of its columns, and how it uses gaps and indents. */
#include <math.h>

#include "page/column_model.h"

#define WIDTH_LEAST 8 /* characters; verse is narrower */
#define WIDTH_MOST 100
/* Evidence for a width: lines of it count 2, nearly as wide ones, and those that an indent is
   missing from, 1. So much makes it a candidate, where the page has columns beyond doubt less will
   do. */
#define EVIDENCE_OF_WIDTH 4
#define EVIDENCE_OF_COLUMNS 24
#define EVIDENCE_LEAST 2
#define LONG_WIDTH 44.0f   /* lines as wide as this are whole paragraphs, or captions */
#define LONG_SHARE 0.3f    /* of a page's text that may be in such lines where there are columns */
#define UNBROKEN_COST 9.0f /* against columns where all of it is */

#define INSET_RULE 4.0f   /* first lines, as if seen, that lost an indent … */
#define FLUSH_RULE 0.075f /* … and that never had one */

/* ---- widths */

/* How much evidence there is for columns of each width. */
struct widths {
    uint32_t lines[WIDTH_MOST + 2], evidence[WIDTH_MOST + 2];
};

static void widths_count(struct widths *widths, const struct line_facts *facts, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        uint32_t width = (uint32_t)(facts[i].width + 0.5f);
        if (width < WIDTH_MOST + 2)
            widths->lines[width]++;
    }
    for (uint32_t w = WIDTH_LEAST; w <= WIDTH_MOST; w++)
        widths->evidence[w] = 2 * widths->lines[w] + widths->lines[w - 1] + widths->lines[w + 1] +
                              widths->lines[w - 2];
}

/* The width with most evidence, and at least LEAST, that is not taken yet; 0: none. Where there is
   no doubt of columns, no line need be full. */
static uint32_t widths_best(const struct widths *widths, const bool *taken, uint32_t least)
{
    uint32_t best = 0;
    for (uint32_t w = WIDTH_LEAST; w <= WIDTH_MOST; w++)
        if (!taken[w] && (widths->lines[w] || least < EVIDENCE_OF_WIDTH) &&
            widths->evidence[w] >= (best ? widths->evidence[best] + 1 : least))
            best = w;
    return best;
}

/* Evidence against columns: a page whose text stands in long lines was not broken by any. */
static float unbroken_cost(const struct line_facts *facts, size_t len)
{
    float all = 1.0f, wide = 0.0f;
    for (size_t i = 0; i < len; i++) {
        all += facts[i].width;
        wide += facts[i].width >= LONG_WIDTH ? facts[i].width : 0.0f;
    }
    return UNBROKEN_COST * fmaxf(0.0f, wide / all - LONG_SHARE) / (1.0f - LONG_SHARE);
}

static void choose_widths(struct column_model *model, const struct line_facts *facts, size_t len)
{
    struct widths widths = {0};
    bool taken[WIDTH_MOST + 1] = {0};
    uint32_t total = 0;
    widths_count(&widths, facts, len);
    uint32_t most = widths.evidence[widths_best(&widths, taken, EVIDENCE_OF_WIDTH)];
    uint32_t least = most >= EVIDENCE_OF_COLUMNS ? EVIDENCE_LEAST : EVIDENCE_OF_WIDTH;
    for (size_t i = 0; i < WIDTHS_MAX; i++) {
        uint32_t best = widths_best(&widths, taken, least);
        taken[best] = best > 0;
        total += best ? widths.evidence[best] : 0;
    }
    float unbroken = unbroken_cost(facts, len);
    for (uint32_t w = WIDTH_LEAST; w <= WIDTH_MOST; w++) {
        if (!taken[w])
            continue;
        model->widths[model->widths_len] = w;
        model->last[model->widths_len] = logf((float)w + 1.0f);
        model->only[model->widths_len] = logf((float)w);
        model->rarity[model->widths_len++] =
            0.7f + unbroken - logf((float)widths.evidence[w] / (float)total);
    }
}

/* ---- gaps and indents */

/* What pages do as a rule, counted as if some lines of this one had been seen. */
static const float gap_rule[STEPS][FACTS_GAPS] = {
    [STEP_JOIN] = {2.0f, 2.0f, 0.06f, 0.02f},
    [STEP_BREAK] = {1.2f, 2.0f, 0.4f, 0.4f},
    [STEP_OTHER] = {1.5f, 4.0f, 1.0f, 1.5f},
};
static const float indent_rule[1 + PLACES][2] = {
    [PLACE_ALONE] = {1.0f, 1.0f}, [PLACE_FIRST] = {1.0f, 1.0f}, [PLACE_MIDDLE] = {6.0f, 0.15f},
    [PLACE_LAST] = {6.0f, 0.15f}, [PLACE_ONLY] = {1.0f, 1.0f},
};

static const float off_rule[OFFS] = {[OFF_WIDER] = 3.7f, [OFF_NONE] = 14.9f, [OFF_ONE] = 6.1f,
                                     [OFF_TWO] = 2.2f,   [OFF_FEW] = 0.33f,  [OFF_MORE] = 2.8f};
static const float opening_rule[1 + PLACES] = {
    [PLACE_FIRST] = 4.1f, [PLACE_MIDDLE] = 0.15f, [PLACE_LAST] = 0.033f, [PLACE_ONLY] = 0.82f};

static enum step step_of(const struct column_model *model, size_t from, size_t to)
{
    if (model_joins(model, from, to))
        return STEP_JOIN;
    return from && to && state_column(model, from) == state_column(model, to) ? STEP_BREAK
                                                                              : STEP_OTHER;
}

/* Turns counts into costs. */
static void costs_from(const float *count, float *cost, size_t len)
{
    float sum = 0.0f;
    for (size_t i = 0; i < len; i++)
        sum += count[i];
    for (size_t i = 0; i < len; i++)
        cost[i] = -logf(count[i] / sum);
}

/* Counts the first lines that are as wide as their columns, and those that an indent is missing
   from. Where the latter prevail a flush line is one that goes on with a text elsewhere. */
static void learn_first_lines(struct column_model *model, const struct line_facts *facts,
                              const uint8_t *path, size_t len)
{
    float count[2] = {INSET_RULE, FLUSH_RULE}, cost[2];
    for (size_t i = 0; i < len; i++) {
        if (state_place(path[i]) != PLACE_FIRST)
            continue;
        float off = facts[i].width - (float)state_column(model, path[i]);
        if (off > -3.0f)
            count[off > -1.25f] += 1.0f;
    }
    if (count[0] > count[1]) {
        count[0] = INSET_RULE;
        count[1] = FLUSH_RULE;
    }
    costs_from(count, cost, 2);
    model->inset = cost[0];
    model->flush = cost[1];
}

/* Counts where in a paragraph a text begins that enters a column: after a line alone, and after a
   text in another. A step to a column nearly as wide counts too: where there are many such steps
   texts may have been torn at any of them. */
static void learn_openings(struct column_model *model, const uint8_t *path, size_t len)
{
    float opening[2][1 + PLACES];
    memcpy(opening[0], opening_rule, sizeof opening_rule);
    memcpy(opening[1], opening_rule, sizeof opening_rule);
    for (size_t i = 1; i < len; i++)
        if (path[i] && state_column(model, path[i - 1]) != state_column(model, path[i]))
            opening[path[i - 1] != 0][state_place(path[i])] += 1.0f;
    for (size_t after = 0; after < 2; after++)
        costs_from(opening[after] + PLACE_FIRST, model->opening[after] + PLACE_FIRST, PLACES);
}

/* Counts how far middle lines are from the width of their column; justified ones show nothing. */
static void learn_widths(struct column_model *model, const struct line_facts *facts,
                         const uint8_t *path, size_t len)
{
    float count[OFFS];
    memcpy(count, off_rule, sizeof count);
    for (size_t i = 0; i < len; i++)
        if (state_place(path[i]) == PLACE_MIDDLE && !facts[i].justified)
            count[off_step(facts[i].width - (float)state_column(model, path[i]))] += 1.0f;
    costs_from(count, model->off, OFFS);
}

/* Counts gaps and indents; those of first lines and of only ones are of one custom. */
static void learn_setting(struct column_model *model, const struct line_facts *facts,
                          const uint8_t *path, size_t len)
{
    float gap[STEPS][FACTS_GAPS], indent[1 + PLACES][2];
    memcpy(gap, gap_rule, sizeof gap);
    memcpy(indent, indent_rule, sizeof indent);
    for (size_t i = 0; i < len; i++) {
        enum line_place place = state_place(path[i]);
        if (i)
            gap[step_of(model, path[i - 1], path[i])][facts[i].gap] += 1.0f;
        indent[place == PLACE_ONLY ? PLACE_FIRST : place][facts[i].indented] += 1.0f;
    }
    memcpy(indent[PLACE_ONLY], indent[PLACE_FIRST], sizeof indent[PLACE_FIRST]);
    for (size_t s = 0; s < STEPS; s++)
        costs_from(gap[s], model->gap[s], FACTS_GAPS);
    for (size_t p = 0; p < 1 + PLACES; p++)
        costs_from(indent[p], model->indent[p], 2);
}

void model_learn(struct column_model *model, const struct line_facts *facts, const uint8_t *path,
                 size_t len)
{
    learn_setting(model, facts, path, len);
    learn_first_lines(model, facts, path, len);
    learn_openings(model, path, len);
    learn_widths(model, facts, path, len);
}

struct column_model model_new(const struct line_facts *facts, size_t len)
{
    struct column_model model = {0};
    choose_widths(&model, facts, len);
    model_learn(&model, facts, NULL, 0);
    return model;
}
