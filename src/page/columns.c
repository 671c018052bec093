/* SPDX-License-Identifier: MIT */
#include "page/columns.h"

#include <math.h>

#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/roles.h"

#define WIDTHS_MAX 24 /* columns of different widths that are tried on one page */
#define WIDTH_LEAST 8 /* characters; verse is narrower */
#define WIDTH_MOST 100
#define WIDTH_EVIDENCE 4 /* for a candidate: lines of its width count 2, nearly as wide ones 1 */
#define WINDOW 32768     /* lines that are looked at together */
#define PASSES 2
#define STOP_EVERY 11.0f /* characters of running text, on average, to a comma or stop */
#define GAPS 4           /* 0, 1, 2, more */
#define INDENT_LEAST 2   /* half widths: less is noise */
#define PLACES 4         /* in a column: first, middle, last, only */
#define STATES (1 + WIDTHS_MAX * PLACES)
#define IMPOSSIBLE 6.0f /* against all other evidence but not beyond it */

/* How a line follows the one before. */
enum step { STEP_JOIN, STEP_BREAK, STEP_OTHER, STEPS };

/* What a page was seen to do, as costs (negative logarithms of probabilities). */
struct custom {
    float gap[STEPS][GAPS];
    float indent[1 + PLACES][2]; /* by place: without an indent, with one */
};

/* A line's evidence. */
struct facts {
    float width;    /* in characters */
    uint8_t gap;    /* 0 … GAPS-1 */
    bool ends;      /* with a sentence's end, a signature or a jump notice */
    bool jumps;     /* with a jump notice: nothing of the paragraph can follow */
    bool bad_start; /* with a character that may not start a line */
    bool bad_end;
    bool justified, indented;
    bool report; /* starts a report */
    bool apart;  /* a byline, furniture … that stands in no paragraph */
    bool phrase; /* without a comma or stop, all quotations closed: like a heading */
    bool parted; /* a blank stands between two Han characters: 甲乙丙 丁戊己 */
};

struct model {
    struct custom custom;
    uint32_t widths[WIDTHS_MAX]; /* candidates, rising */
    size_t widths_len;
};

/* ---- evidence */

/* Width in characters. A blank beside a wide character is thin: it only parts digits from Han. */
static float set_width(struct str text)
{
    uint32_t width = 0, before = 0;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        bool thin = c.code == ' ' && (is_wide(before) || is_wide(utf8_next(text, c).code));
        width += thin ? 0 : is_wide(c.code) ? 2 : 1;
        before = c.code;
    }
    return (float)width / 2.0f;
}

/* Whether S reads as one phrase, as headings do. */
static bool is_phrase(struct str s)
{
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (is_stop(c.code) || is_sentence_end(c.code))
            return false;
    return quotes_open(s) == 0;
}

static bool has_parted_han(struct str s)
{
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (c.code == ' ' && utf8_is_han(before) && utf8_is_han(utf8_next(s, c).code))
            return true;
        before = c.code;
    }
    return false;
}

static struct facts facts_of(const struct set_line *set)
{
    const struct line *line = set->line;
    struct str text = line->text;
    return (struct facts){
        .width = set_width(text),
        .gap = (uint8_t)(set->gap < GAPS - 1 ? set->gap : GAPS - 1),
        .ends = ends_sentence(text) || jumps_away(text) || sign_off_of(text),
        .jumps = jumps_away(text),
        .bad_start = may_not_start(utf8_first(text).code),
        .bad_end = may_not_end(utf8_last(text).code),
        .justified = line->justified,
        .indented = line->indent >= INDENT_LEAST,
        .report = starts_report(text),
        .apart = line->doubled || stands_apart(text),
        .phrase = is_phrase(text),
        .parted = !line->justified && !starts_report(text) && has_parted_han(text),
    };
}

/* Cost of a full line's width being OFF characters more than the column's. */
static float full_width_cost(float off, bool justified)
{
    if (off > 1.25f)
        return 8.0f;
    if (justified && off < -0.5f)
        return off > -5.0f ? 2.0f : 6.0f;
    if (off > 0.5f)
        return 2.1f;
    if (off >= -0.5f)
        return 0.7f;
    if (off >= -1.0f)
        return 1.6f;
    if (off >= -2.0f)
        return 2.6f;
    return off >= -3.5f ? 4.5f : 8.0f;
}

/* Cost of a line's width, given its place in a column of WIDTH. */
static float width_cost(const struct facts *facts, enum line_place place, float width)
{
    float off = facts->width - width;
    switch (place) {
    case PLACE_FIRST: {
        float indented = full_width_cost(off + 2.0f, facts->justified);
        float flush = full_width_cost(off, facts->justified) + 2.5f;
        return indented < flush ? indented : flush;
    }
    case PLACE_MIDDLE:
        return full_width_cost(off, facts->justified);
    case PLACE_LAST:
        return off > 1.25f ? 8.0f : logf(width + 1.0f) + (facts->justified ? 3.0f : 0.0f);
    case PLACE_ONLY:
        return off > 0.25f ? 8.0f : logf(width) + (facts->justified ? 4.0f : 0.0f);
    case PLACE_ALONE:
        break;
    }
    bool heading = facts->phrase && facts->width >= 4.0f && facts->width <= 40.0f;
    return (heading ? 3.2f : logf(60.0f + facts->width)) + (facts->justified ? 2.0f : 0.0f);
}

/* Cost of a line's characters, given its place. */
static float text_cost(const struct facts *facts, enum line_place place)
{
    bool starts = place == PLACE_FIRST || place == PLACE_ONLY || place == PLACE_ALONE;
    bool ends = place == PLACE_LAST || place == PLACE_ONLY || place == PLACE_ALONE;
    float cost = 0.0f;
    if (place == PLACE_ALONE)
        cost += 0.7f + (facts->phrase ? 0.5f : 0.9f);
    else if (ends)
        cost += facts->ends ? 0.04f : 3.4f;
    else
        cost += facts->ends ? 2.8f : 0.06f;
    if (place == PLACE_FIRST || place == PLACE_MIDDLE)
        cost += facts->phrase ? facts->width / STOP_EVERY : 0.3f;
    if (place != PLACE_ALONE && facts->parted)
        cost += 2.5f;
    cost += !ends && facts->jumps ? IMPOSSIBLE : 0.0f;
    cost += starts && facts->bad_start ? IMPOSSIBLE : 0.0f;
    cost += ends && facts->bad_end ? IMPOSSIBLE : 0.0f;
    cost += !starts && facts->report ? IMPOSSIBLE : 0.0f;
    cost += place != PLACE_ALONE && facts->apart ? IMPOSSIBLE + 2.0f : 0.0f;
    return cost;
}

/* ---- candidates for widths */

/* Fills MODEL with the widths that most lines have. */
static void widths_find(struct model *model, const struct facts *facts, size_t len)
{
    uint32_t lines[WIDTH_MOST + 3] = {0}, count[WIDTH_MOST + 2] = {0};
    for (size_t i = 0; i < len; i++) {
        uint32_t width = (uint32_t)(facts[i].width + 0.5f);
        if (width <= WIDTH_MOST + 1)
            lines[width]++;
    }
    for (uint32_t w = WIDTH_LEAST; w <= WIDTH_MOST; w++)
        count[w] = 2 * lines[w] + lines[w - 1] + lines[w + 1];
    model->widths_len = 0;
    while (model->widths_len < WIDTHS_MAX) {
        uint32_t best = 0;
        for (uint32_t w = WIDTH_LEAST; w <= WIDTH_MOST; w++)
            if (lines[w] && count[w] >= WIDTH_EVIDENCE && (!best || count[w] > count[best]))
                best = w;
        if (!best)
            break;
        model->widths[model->widths_len++] = best;
        count[best] = 0;
    }
    for (size_t i = 1; i < model->widths_len; i++)
        for (size_t k = i; k > 0 && model->widths[k - 1] > model->widths[k]; k--) {
            uint32_t swap = model->widths[k];
            model->widths[k] = model->widths[k - 1];
            model->widths[k - 1] = swap;
        }
}

/* ---- states: 0 alone, then four places for each width */

static enum line_place state_place(size_t state)
{
    return state == 0 ? PLACE_ALONE : (enum line_place)(PLACE_FIRST + (state - 1) % PLACES);
}

static size_t state_width(size_t state)
{
    return (state - 1) / PLACES;
}

static size_t state_of(size_t width, enum line_place place)
{
    return 1 + width * PLACES + (size_t)(place - PLACE_FIRST);
}

static bool is_open(enum line_place place)
{
    return place == PLACE_FIRST || place == PLACE_MIDDLE;
}

/* The best states of the line before, by what can follow them. */
struct before {
    const float *cost;
    size_t closed, open; /* the cheapest last or only line, and the cheapest first or middle */
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

static void choose(struct choice *choice, size_t from, float cost)
{
    if (cost < choice->cost)
        *choice = (struct choice){from, cost};
}

/* What it costs that a paragraph in a column begins with this place. */
static float opening_cost(enum line_place place)
{
    switch (place) {
    case PLACE_FIRST:
        return 0.2f;
    case PLACE_ONLY:
        return 1.8f;
    case PLACE_MIDDLE:
        return 5.5f;
    default:
        return 6.5f;
    }
}

/* The cheapest way into PLACE of column W. */
static struct choice enter_column(const struct model *model, const struct before *before, size_t w,
                                  enum line_place place, uint8_t gap)
{
    struct choice choice = {0, INFINITY};
    const float *cost = before->cost, *gaps = model->custom.gap[STEP_JOIN];
    if (place == PLACE_MIDDLE || place == PLACE_LAST) {
        float join = gaps[gap] + (place == PLACE_MIDDLE ? 0.2f : 1.5f);
        for (size_t v = w ? w - 1 : 0; v <= w + 1 && v < model->widths_len; v++) {
            if (model->widths[v] + 1 < model->widths[w] || model->widths[v] > model->widths[w] + 1)
                continue;
            float drift = v == w ? 0.0f : 2.5f;
            choose(&choice, state_of(v, PLACE_FIRST),
                   cost[state_of(v, PLACE_FIRST)] + join + drift);
            choose(&choice, state_of(v, PLACE_MIDDLE),
                   cost[state_of(v, PLACE_MIDDLE)] + join + drift);
        }
    }
    float opening = opening_cost(place);
    gaps = model->custom.gap[STEP_BREAK];
    if (place == PLACE_FIRST || place == PLACE_ONLY) {
        choose(&choice, state_of(w, PLACE_LAST),
               cost[state_of(w, PLACE_LAST)] + opening + gaps[gap]);
        choose(&choice, state_of(w, PLACE_ONLY),
               cost[state_of(w, PLACE_ONLY)] + opening + gaps[gap]);
        choose(&choice, state_of(w, PLACE_MIDDLE),
               cost[state_of(w, PLACE_MIDDLE)] + opening + 5.0f + gaps[gap]);
    }
    opening += 3.0f + model->custom.gap[STEP_OTHER][gap];
    choose(&choice, 0, cost[0] + opening);
    if (before->closed)
        choose(&choice, before->closed, cost[before->closed] + opening + 1.0f);
    if (before->open)
        choose(&choice, before->open, cost[before->open] + opening + 5.0f);
    return choice;
}

static struct choice enter_alone(const struct model *model, const struct before *before,
                                 uint8_t gap)
{
    float other = model->custom.gap[STEP_OTHER][gap];
    struct choice choice = {0, before->cost[0] + other + 0.5f};
    if (before->closed)
        choose(&choice, before->closed, before->cost[before->closed] + other + 2.0f);
    if (before->open)
        choose(&choice, before->open, before->cost[before->open] + other + 5.5f);
    return choice;
}

/* ---- Viterbi */

static float line_cost(const struct model *model, const struct facts *facts, size_t state)
{
    enum line_place place = state_place(state);
    float width = state ? (float)model->widths[state_width(state)] : 0.0f;
    return width_cost(facts, place, width) + text_cost(facts, place) +
           model->custom.indent[place][facts->indented];
}

/* One step over the states; BACK[s] becomes the state before s on the cheapest way to it. */
static void advance(const struct model *model, const struct facts *facts, const float *cost,
                    float *next, uint8_t *back)
{
    size_t states = 1 + model->widths_len * PLACES;
    struct before before = before_of(cost, states);
    for (size_t s = 0; s < states; s++) {
        struct choice choice =
            s == 0 ? enter_alone(model, &before, facts->gap)
                   : enter_column(model, &before, state_width(s), state_place(s), facts->gap);
        next[s] = choice.cost + line_cost(model, facts, s);
        back[s] = (uint8_t)choice.from;
    }
}

/* Whether the step between two states joins two lines of one paragraph. */
static bool is_join(const struct model *model, size_t from, size_t to)
{
    if (!from || !to || !is_open(state_place(from)))
        return false;
    enum line_place place = state_place(to);
    uint32_t a = model->widths[state_width(from)], b = model->widths[state_width(to)];
    return (place == PLACE_MIDDLE || place == PLACE_LAST) && a <= b + 1 && b <= a + 1;
}

/* Writes the cheapest sequence of states into PATH, one for each line. */
static void viterbi(const struct model *model, const struct facts *facts, size_t len, uint8_t *back,
                    uint8_t *path)
{
    size_t states = 1 + model->widths_len * PLACES;
    float a[STATES], b[STATES], *cost = a, *next = b;
    for (size_t s = 0; s < states; s++)
        cost[s] = s ? opening_cost(state_place(s)) + 2.0f : 0.0f;
    for (size_t s = 0; s < states; s++)
        cost[s] += line_cost(model, &facts[0], s);
    for (size_t i = 1; i < len; i++) {
        advance(model, &facts[i], cost, next, back + i * states);
        float *swap = cost;
        cost = next;
        next = swap;
    }
    size_t best = 0;
    for (size_t s = 1; s < states; s++)
        if (cost[s] + (is_open(state_place(s)) ? 3.0f : 0.0f) <
            cost[best] + (is_open(state_place(best)) ? 3.0f : 0.0f))
            best = s;
    for (size_t i = len; i-- > 0;) {
        path[i] = (uint8_t)best;
        if (i)
            best = back[i * states + best];
    }
}

/* ---- what the page does */

static enum step step_of(const struct model *model, size_t from, size_t to)
{
    if (is_join(model, from, to))
        return STEP_JOIN;
    return from && to && state_width(from) == state_width(to) ? STEP_BREAK : STEP_OTHER;
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

/* What pages do as a rule, counted as if some lines of it had been seen. */
static const float gap_prior[STEPS][GAPS] = {
    [STEP_JOIN] = {2.0f, 2.0f, 0.06f, 0.02f},
    [STEP_BREAK] = {1.2f, 2.0f, 0.4f, 0.4f},
    [STEP_OTHER] = {1.5f, 4.0f, 1.0f, 1.5f},
};
static const float indent_prior[1 + PLACES][2] = {
    {1.0f, 1.0f}, {1.0f, 1.0f}, {6.0f, 0.15f}, {6.0f, 0.15f}, {1.0f, 1.0f}};

/* Learns the page's custom from its lines' states; from none, the rule. */
static void custom_learn(struct model *model, const struct facts *facts, const uint8_t *path,
                         size_t len)
{
    float gap[STEPS][GAPS], indent[1 + PLACES][2];
    memcpy(gap, gap_prior, sizeof gap);
    memcpy(indent, indent_prior, sizeof indent);
    for (size_t i = 0; i < len; i++) {
        if (i)
            gap[step_of(model, path[i - 1], path[i])][facts[i].gap] += 1.0f;
        indent[state_place(path[i])][facts[i].indented] += 1.0f;
    }
    for (size_t s = 0; s < STEPS; s++)
        costs_from(gap[s], model->custom.gap[s], GAPS);
    for (size_t p = 0; p < 1 + PLACES; p++)
        costs_from(indent[p], model->custom.indent[p], 2);
}

/* ---- lines */

static struct set_lines lines_that_are_not_blank(struct arena *scratch, const struct page *page)
{
    struct set_lines lines = {0};
    uint32_t gap = 0;
    for (size_t i = 0; i < page->lines.len; i++) {
        const struct line *line = &page->lines.at[i];
        if (!line->chars) {
            gap++;
            continue;
        }
        vec_push(scratch, &lines, (struct set_line){.line = line, .gap = gap});
        gap = 0;
    }
    return lines;
}

static void place_lines(struct arena *scratch, struct set_line *lines, size_t len)
{
    struct model model = {0};
    struct facts *facts = ARENA_ARRAY(scratch, struct facts, len);
    uint8_t *path = ARENA_ARRAY(scratch, uint8_t, len);
    for (size_t i = 0; i < len; i++)
        facts[i] = facts_of(&lines[i]);
    widths_find(&model, facts, len);
    uint8_t *back = ARENA_ARRAY(scratch, uint8_t, len * (1 + model.widths_len * PLACES));
    custom_learn(&model, facts, path, 0);
    for (int pass = 0; pass < PASSES; pass++) {
        viterbi(&model, facts, len, back, path);
        custom_learn(&model, facts, path, len);
    }
    for (size_t i = 0; i < len; i++) {
        lines[i].place = state_place(path[i]);
        lines[i].column = path[i] ? model.widths[state_width(path[i])] : 0;
        lines[i].joined = i && is_join(&model, path[i - 1], path[i]);
    }
}

struct set_lines columns_find(struct arena *scratch, const struct page *page)
{
    struct set_lines lines = lines_that_are_not_blank(scratch, page);
    for (size_t at = 0; at < lines.len; at += WINDOW)
        place_lines(scratch, lines.at + at, lines.len - at < WINDOW ? lines.len - at : WINDOW);
    return lines;
}
