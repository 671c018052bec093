/* SPDX-License-Identifier: MIT */
#include "page/column_model.h"

#include <math.h>

#define NO_SENTENCE_END 5.0f   /* of a paragraph's last line */
#define IMPOSSIBLE 6.0f        /* hard, but not beyond other evidence */
#define NEVER 60.0f            /* beyond any other evidence */
#define FULL_STOP_AT_EDGE 2.8f /* a sentence that happens to end where a line does */
#define STOP_EVERY 11.0f       /* characters of running text, on average, to a comma or stop */
#define OPENS 0.6f /* of 同时 or a quotation where a paragraph begins after a sentence's end … */
#define OPENS_NOT 2.4f /* … and where it does not */
#define HANGING 1.25f  /* characters that a line may be wider than its column */
#define LIST_END 1.8f  /* … one that ends with a colon or semicolon */
#define CAPTION 2.5f   /* likewise of one */
#define ITEM 6.0f      /* of a list, taken for a paragraph's later line */
#define HEADS 3.0f     /* … of a heading right above a text */
#define DASH 3.0f      /* … of a line that may be a subtitle */
#define ROOM 4.0f      /* of a line that is short though the next word began with one character */
#define CUT 5.0f       /* a paragraph that breaks off: at a column's end, or for good */
#define DRIFT 2.5f     /* a column that becomes one character wider or narrower */

size_t model_states(const struct column_model *model)
{
    return 1 + model->widths_len * PLACES;
}

enum line_place state_place(size_t state)
{
    return state == 0 ? PLACE_ALONE : (enum line_place)(PLACE_FIRST + (state - 1) % PLACES);
}

/* The index of a state's width. */
static size_t state_width(size_t state)
{
    return (state - 1) / PLACES;
}

static size_t state_of(size_t width, enum line_place place)
{
    return 1 + width * PLACES + (size_t)(place - PLACE_FIRST);
}

uint32_t state_column(const struct column_model *model, size_t state)
{
    return state ? model->widths[state_width(state)] : 0;
}

/* Whether a paragraph is unfinished after a line in this place. */
static bool is_open(enum line_place place)
{
    return place == PLACE_FIRST || place == PLACE_MIDDLE;
}

/* ---- what a line costs in a state */

/* Cost of a line that is OFF characters wider than its column: a mark may hang out, no more. */
static float too_wide_cost(float off)
{
    return off > HANGING ? fminf(6.0f + 3.0f * off, 20.0f) : 0.0f;
}

enum off off_step(float off)
{
    static const float least[OFFS - 1] = {[OFF_WIDER] = 0.5f,
                                          [OFF_NONE] = -0.5f,
                                          [OFF_ONE] = -1.0f,
                                          [OFF_TWO] = -2.0f,
                                          [OFF_FEW] = -3.5f};
    enum off step = off > least[OFF_WIDER] ? OFF_WIDER : OFF_NONE;
    while (step != OFF_WIDER && step < OFF_MORE && off < least[step])
        step++;
    return step;
}

/* Cost of a full line that is OFF characters wider than its column, and no more than hangs out. */
static float usual_width_cost(const struct column_model *model, float off, bool justified)
{
    if (justified && off < -0.5f)
        return off > -5.0f ? 2.0f : 6.0f;
    enum off step = off_step(off);
    return step == OFF_MORE ? fminf(8.0f + 0.5f * (-3.5f - off), 14.0f) : model->off[step];
}

/* Cost of a full line that is OFF characters wider than its column. */
static float full_width_cost(const struct column_model *model, float off,
                             const struct line_facts *facts)
{
    if (off > HANGING)
        return too_wide_cost(off);
    return usual_width_cost(model, off, facts->justified) +
           (facts->room && off < -0.75f ? ROOM : 0.0f);
}

/* Costs of a line's width in each place in a column of the width W. */
static void width_costs(const struct column_model *model, const struct line_facts *facts, size_t w,
                        float *cost)
{
    float off = facts->width - (float)model->widths[w];
    float full = full_width_cost(model, off, facts);
    float inset = full_width_cost(model, off + 2.0f, facts) + model->inset;
    float flush = full + (facts->picture ? 0.0f : model->flush);
    cost[PLACE_FIRST] = inset < flush ? inset : flush;
    cost[PLACE_MIDDLE] = full;
    cost[PLACE_LAST] = too_wide_cost(off) + model->last[w] + (facts->justified ? 3.0f : 0.0f);
    cost[PLACE_ONLY] =
        too_wide_cost(off + 1.0f) + model->only[w] + (facts->justified ? 4.0f : 0.0f);
}

/* Cost of the width of a line alone. */
static float alone_width_cost(const struct line_facts *facts)
{
    bool heading = facts->phrase && facts->width >= 4.0f && facts->width <= 40.0f;
    return (heading ? 3.2f : logf(60.0f + facts->width)) + (facts->justified ? 2.0f : 0.0f);
}

/* Headings seldom end with a full stop, whole paragraphs nearly always do. */
static float alone_text_cost(const struct line_facts *facts)
{
    float cost = facts->phrase ? 0.5f : 0.9f;
    cost += facts->phrase == facts->ends ? 1.6f : 0.25f;
    return cost + (facts->bad_start || facts->bad_end ? IMPOSSIBLE : 0.0f);
}

/* Cost of a line's characters, given its place in a column. */
static float text_cost(const struct line_facts *facts, enum line_place place)
{
    if (place == PLACE_ALONE)
        return alone_text_cost(facts);
    bool starts = place == PLACE_FIRST || place == PLACE_ONLY, ends = !is_open(place);
    float cost = facts->phrase ? facts->width / STOP_EVERY : 0.3f;
    if (ends)
        cost += facts->ends ? 0.02f : facts->lists ? LIST_END : NO_SENTENCE_END;
    else
        cost += facts->ends ? FULL_STOP_AT_EDGE : 0.06f;
    cost += starts && facts->bad_start ? IMPOSSIBLE : 0.0f;
    cost += ends && facts->bad_end ? IMPOSSIBLE : 0.0f;
    cost += !ends && facts->jumps ? IMPOSSIBLE : 0.0f;
    cost += !starts && facts->begins ? 2.0f * IMPOSSIBLE : 0.0f;
    cost += facts->opens ? (starts ? OPENS : OPENS_NOT) : 0.0f;
    cost += !starts && facts->caption ? CAPTION : 0.0f;
    cost += !starts && facts->item ? ITEM : 0.0f;
    cost += !starts && facts->heads ? HEADS : 0.0f;
    cost += facts->dash ? (starts ? IMPOSSIBLE : DASH) : 0.0f;
    cost += facts->apart ? IMPOSSIBLE + 2.0f : 0.0f;
    cost += facts->parted ? 2.5f : 0.0f;
    cost += facts->row ? NEVER : 0.0f;
    return cost;
}

/* What a line costs in each place in a column whatever its width. */
struct place_costs {
    float text[1 + PLACES], indent[1 + PLACES];
};

static struct place_costs place_costs_of(const struct column_model *model,
                                         const struct line_facts *facts)
{
    struct place_costs costs;
    for (size_t place = 0; place < 1 + PLACES; place++) {
        costs.text[place] = text_cost(facts, (enum line_place)place);
        costs.indent[place] = model->indent[place][facts->indented];
    }
    return costs;
}

/* Costs of a line in all states. */
static void line_costs(const struct column_model *model, const struct line_facts *facts,
                       float *cost)
{
    struct place_costs places = place_costs_of(model, facts);
    cost[0] = alone_width_cost(facts) + places.text[PLACE_ALONE] + places.indent[PLACE_ALONE];
    for (size_t w = 0; w < model->widths_len; w++) {
        float width[1 + PLACES];
        width_costs(model, facts, w, width);
        for (enum line_place place = PLACE_FIRST; place <= PLACE_ONLY; place++)
            cost[state_of(w, place)] = width[place] + places.text[place] + places.indent[place];
    }
}

/* ---- what a step costs */

/* Costs of the ways in which one line follows another. */
struct step_costs {
    float by[STEPS];
};

static struct step_costs step_costs_of(const struct column_model *model,
                                       const struct line_facts *facts)
{
    struct step_costs costs;
    for (size_t step = 0; step < STEPS; step++) {
        float against = step == STEP_JOIN ? -facts->seam : facts->seam;
        costs.by[step] = model->gap[step][facts->gap] + fmaxf(against, 0.0f);
    }
    return costs;
}

/* The cheapest states of the line before, by what can follow them. */
struct before {
    const float *cost;
    size_t closed, open; /* a last or only line; a first or middle one; 0: none */
};

static struct before before_of(const float *cost, size_t states)
{
    struct before before = {cost, 0, 0};
    for (size_t s = 1; s < states; s++) {
        size_t *best = is_open(state_place(s)) ? &before.open : &before.closed;
        if (!*best || cost[s] < cost[*best])
            *best = s;
    }
    return before;
}

struct choice {
    size_t from;
    float cost;
};

static void choose(struct choice *choice, const struct before *before, size_t from, float cost)
{
    if (before->cost[from] + cost < choice->cost)
        *choice = (struct choice){from, before->cost[from] + cost};
}

/* Ways into a line that goes on with the one before, in a column as wide or nearly so. */
static void choose_joins(const struct column_model *model, const struct before *before, size_t w,
                         enum line_place place, float join, struct choice *choice)
{
    join += place == PLACE_MIDDLE ? 0.2f : 1.5f;
    for (size_t v = w ? w - 1 : 0; v <= w + 1 && v < model->widths_len; v++) {
        uint32_t a = model->widths[v], b = model->widths[w];
        if (a + 1 < b || b + 1 < a)
            continue;
        float cost = join + (v == w ? 0.0f : DRIFT);
        choose(choice, before, state_of(v, PLACE_FIRST), cost);
        choose(choice, before, state_of(v, PLACE_MIDDLE), cost);
    }
}

/* Ways into a line that begins a paragraph, after another in the same column. */
static void choose_breaks(const struct before *before, size_t w, float cost, struct choice *choice)
{
    choose(choice, before, state_of(w, PLACE_LAST), cost);
    choose(choice, before, state_of(w, PLACE_ONLY), cost);
    choose(choice, before, state_of(w, PLACE_MIDDLE), cost + CUT);
}

/* Ways into a line in another column than the line before, but for how rare the column is. */
static struct choice enter_other(const struct column_model *model, const struct before *before,
                                 enum line_place place, const struct step_costs *steps)
{
    struct choice choice = {0, INFINITY};
    float other = steps->by[STEP_OTHER];
    float after_alone = model->opening[0][place], after_text = model->opening[1][place];
    choose(&choice, before, 0, other + after_alone);
    if (before->closed)
        choose(&choice, before, before->closed, other + after_text + 1.0f);
    if (before->open)
        choose(&choice, before, before->open, other + after_text + CUT);
    return choice;
}

/* The cheapest way into a line in the column of width W; OTHER: from another column. */
static struct choice enter_column(const struct column_model *model, const struct before *before,
                                  size_t w, enum line_place place, const struct step_costs *steps,
                                  const struct choice *other)
{
    struct choice choice = {0, INFINITY};
    if (place == PLACE_MIDDLE || place == PLACE_LAST)
        choose_joins(model, before, w, place, steps->by[STEP_JOIN], &choice);
    else
        choose_breaks(before, w, model->opening[1][place] + steps->by[STEP_BREAK], &choice);
    if (other->cost + model->rarity[w] < choice.cost)
        choice = (struct choice){other->from, other->cost + model->rarity[w]};
    return choice;
}

static struct choice enter_alone(const struct before *before, const struct step_costs *steps)
{
    struct choice choice = {0, INFINITY};
    float other = steps->by[STEP_OTHER];
    choose(&choice, before, 0, other + 0.5f);
    if (before->closed)
        choose(&choice, before, before->closed, other + 2.0f);
    if (before->open)
        choose(&choice, before, before->open, other + CUT + 0.5f);
    return choice;
}

/* ---- Viterbi */

/* Takes a choice for state S; NEXT has the line's own cost. */
static void take(const struct choice *choice, size_t s, float *next, uint8_t *back)
{
    next[s] = choice->cost + next[s];
    back[s] = (uint8_t)choice->from;
}

/* One line on: BACK[s] becomes the state before s on the cheapest way to it. */
static void advance(const struct column_model *model, const struct line_facts *facts,
                    const float *cost, float *next, uint8_t *back)
{
    struct before before = before_of(cost, model_states(model));
    struct step_costs steps = step_costs_of(model, facts);
    struct choice choice = enter_alone(&before, &steps);
    line_costs(model, facts, next);
    take(&choice, 0, next, back);
    for (enum line_place place = PLACE_FIRST; place <= PLACE_ONLY; place++) {
        struct choice other = enter_other(model, &before, place, &steps);
        for (size_t w = 0; w < model->widths_len; w++) {
            choice = enter_column(model, &before, w, place, &steps, &other);
            take(&choice, state_of(w, place), next, back);
        }
    }
}

static size_t cheapest_end(const float *cost, size_t states)
{
    size_t best = 0;
    for (size_t s = 1; s < states; s++)
        if (cost[s] + (is_open(state_place(s)) ? CUT : 0.0f) <
            cost[best] + (is_open(state_place(best)) ? CUT : 0.0f))
            best = s;
    return best;
}

void model_decode(const struct column_model *model, const struct line_facts *facts, size_t len,
                  uint8_t *back, uint8_t *path)
{
    size_t states = model_states(model);
    float a[STATES_MAX], b[STATES_MAX], *cost = a, *next = b;
    line_costs(model, &facts[0], cost);
    for (size_t s = 1; s < states; s++)
        cost[s] += model->opening[0][state_place(s)] + model->rarity[state_width(s)];
    for (size_t i = 1; i < len; i++) {
        advance(model, &facts[i], cost, next, back + i * states);
        float *swap = cost;
        cost = next;
        next = swap;
    }
    size_t state = cheapest_end(cost, states);
    for (size_t i = len; i-- > 0;) {
        path[i] = (uint8_t)state;
        state = i ? back[i * states + state] : 0;
    }
}

bool model_joins(const struct column_model *model, size_t from, size_t to)
{
    if (!from || !to || !is_open(state_place(from)))
        return false;
    enum line_place place = state_place(to);
    uint32_t a = state_column(model, from), b = state_column(model, to);
    return (place == PLACE_MIDDLE || place == PLACE_LAST) && a <= b + 1 && b <= a + 1;
}
