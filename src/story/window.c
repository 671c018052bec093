/* SPDX-License-Identifier: MIT */
#include "story/window.h"

#include <math.h>

#include "story/candidates.h"

#define APART_MOST 2.0
#define HEADS_MOST 64 /* headlines in a window */

/* What neighbours on the page have in common, and what is usual. */
struct usual {
    const double *common; /* by start */
    double mean, deviation;
};

static double within(double value, double limit)
{
    return fmax(-limit, fmin(limit, value));
}

struct spoken spoken_room(struct arena *scratch, const struct passages *passages)
{
    return (struct spoken){weights_room(scratch, passages->cohesion),
                           weights_room(scratch, passages->cohesion)};
}

static void speak(struct spoken *spoken, const struct passage *end)
{
    weights_add(&spoken->around, &end->back->words);
    weights_add(&spoken->around, &end->back->chars);
    weights_add(&spoken->alone, &end->own.words);
}

static void fall_silent(struct spoken *spoken, const struct passage *end)
{
    weights_remove(&spoken->around, &end->back->words);
    weights_remove(&spoken->around, &end->back->chars);
    weights_remove(&spoken->alone, &end->own.words);
}

static void compare(const struct spoken *spoken, const struct passage *end,
                    const struct passage *start, struct pairing *pairing)
{
    pairing->common = weights_common(&spoken->around, &end->back->words, &start->forth->words);
    pairing->chars = weights_common(&spoken->around, &end->back->chars, &start->forth->chars);
    pairing->near_common = weights_common(&spoken->alone, &end->own.words, &start->own.words);
}

static void compare_ends(const struct window *window, struct spoken *spoken, size_t r)
{
    const struct passage *at = window->passages->at, *end = &at[window->ends[r]];
    speak(spoken, end);
    for (size_t c = 0; c < window->starts_len; c++) {
        struct pairing *pairing = &window->pairings[r * window->starts_len + c];
        pairing->candidate = may_follow(window->passages, window->ends[r], window->starts[c]);
        if (!pairing->candidate)
            continue;
        compare(spoken, end, &at[window->starts[c]], pairing);
        window->best_of_end[r] = fmax(window->best_of_end[r], pairing->common);
        window->best_of_start[c] = fmax(window->best_of_start[c], pairing->common);
    }
    fall_silent(spoken, end);
}

static void compare_all(struct arena *work, struct window *window, struct spoken *spoken)
{
    window->pairings = ARENA_ARRAY(work, struct pairing, window->ends_len * window->starts_len);
    window->best_of_end = ARENA_ARRAY(work, double, window->ends_len);
    window->best_of_start = ARENA_ARRAY(work, double, window->starts_len);
    for (size_t r = 0; r < window->ends_len; r++)
        compare_ends(window, spoken, r);
}

void window_answer(struct arena *work, struct window *window)
{
    window->answers = answers_of(work, window->passages, window->heads, window->heads_len,
                                 window->starts, window->starts_len, window->below);
}

/* How much of each start the headline has that has most of it, as they stand above their texts. */
static void claim_all(struct arena *work, struct window *window)
{
    window->claimed = ARENA_ARRAY(work, double, window->starts_len);
    for (size_t h = 0; h < window->heads_len; h++)
        for (size_t c = 0; c < window->starts_len; c++) {
            double share = exp(window->answers[h * window->starts_len + c].mutual);
            window->claimed[c] = fmax(window->claimed[c], share);
        }
}

static struct usual *usual_of(struct arena *work, const struct window *window)
{
    const struct passage *at = window->passages->at;
    double *common = ARENA_ARRAY(work, double, window->last - window->from + 2);
    double sum = 0.0, squares = 0.0, n = 0.0;
    for (size_t i = window->from + 1; i < window->last; i++) {
        double value = pairs_common(&at[i - 1].back->words, &at[i].forth->words);
        common[i - window->from] = value;
        if (passage_may_begin(window->passages, i))
            continue;
        sum += value;
        squares += value * value;
        n += 1.0;
    }
    struct usual *usual = ARENA_NEW(work, struct usual);
    usual->common = common;
    usual->mean = n > 0.0 ? sum / n : 0.0;
    usual->deviation = sqrt(fmax(n > 0.0 ? squares / n - usual->mean * usual->mean : 0.0, 1e-4));
    return usual;
}

/* Sets what sets the place between two neighbours apart from other places. */
static void compare_neighbours(const struct window *window, size_t start, struct link *link)
{
    const struct usual *usual = window->usual;
    size_t i = start - window->from;
    double left = i > 1 ? usual->common[i - 1] : usual->mean;
    double right = start + 1 < window->last ? usual->common[i + 1] : usual->mean;
    link->apart = within((usual->mean - link->common) / usual->deviation, APART_MOST);
    link->depth = within((fmax(left, right) - link->common) / usual->deviation, APART_MOST);
    link->brief = passage_may_begin(window->passages, start - 1) ||
                  start + 1 >= window->passages->row ||
                  passage_may_begin(window->passages, start + 1);
}

static struct link link_of_head(const struct window *window, size_t h, size_t c)
{
    static const struct block no_block = {.role = ROLE_PARAGRAPH};
    static const struct passage nothing = {
        .block = &no_block, .back = &nothing.own, .forth = &nothing.own};
    const struct passages *passages = window->passages;
    const struct heading *head = &passages->headings.at[window->heads[h]];
    size_t near = window->below ? head->below : head->above;
    return (struct link){.passages = passages,
                         .seams = window->seams,
                         .kind = AFTER_HEAD,
                         .end = &nothing,
                         .start = &passages->at[window->starts[c]],
                         .head = head,
                         .near = near,
                         .next = near == window->starts[c],
                         .answer = window->answers[h * window->starts_len + c]};
}

static struct link link_of_end(const struct window *window, size_t r, size_t c)
{
    const struct passage *at = window->passages->at;
    const struct pairing *pairing = &window->pairings[r * window->starts_len + c];
    struct link link = {.passages = window->passages,
                        .seams = window->seams,
                        .end = &at[window->ends[r]],
                        .start = &at[window->starts[c]],
                        .common = pairing->common,
                        .chars = pairing->chars,
                        .near_common = pairing->near_common,
                        .best_of_end = window->best_of_end[r],
                        .best_of_start = window->best_of_start[c],
                        .claimed = window->claimed[c]};
    link.kind = link.end->open ? AFTER_OPEN : AFTER_CLOSED;
    if (link.end->open)
        link_read_seam(&link);
    link.next = is_next(link.end, link.start);
    if (link.next && !link.end->doubtful)
        compare_neighbours(window, window->starts[c], &link);
    return link;
}

struct link window_link(const struct window *window, size_t r, size_t c)
{
    return r < window->ends_len ? link_of_end(window, r, c)
                                : link_of_head(window, r - window->ends_len, c);
}

bool window_may_link(const struct window *window, size_t r, size_t c)
{
    size_t at = r * window->starts_len + c;
    return r >= window->ends_len ||
           (window->pairings[at].candidate && !(window->hopeless && window->hopeless[at]));
}

void window_open(struct arena *work, struct window *window, struct spoken *spoken)
{
    const struct passages *passages = window->passages;
    double first = (double)window->from - 0.5, end = (double)window->to - 0.5;
    if (window->to == passages->row)
        end += 1.0;
    window->ends = ARENA_ARRAY(work, size_t, window->to - window->from + WINDOW_OTHERS);
    window->starts = ARENA_ARRAY(work, size_t, window->last - window->from + WINDOW_OTHERS);
    window->heads = ARENA_ARRAY(work, size_t, HEADS_MOST);
    for (size_t i = window->from; i < window->to; i++)
        window->ends[window->ends_len++] = i;
    for (size_t i = window->from; i < window->last; i++)
        if (!window->links->follows[i] && window->links->head[i] == HEADING_NONE)
            window->starts[window->starts_len++] = i;
    size_t others = 0;
    for (size_t i = passages->row; i < passages->len && others < WINDOW_OTHERS; i++) {
        if (passages->at[i].place < first || passages->at[i].place >= end)
            continue;
        others++;
        if (passages->at[i].picture)
            window->starts[window->starts_len++] = i;
        else
            window->ends[window->ends_len++] = i;
    }
    for (size_t h = 0; h < passages->headings.len && window->heads_len < HEADS_MOST; h++) {
        double place = passages->headings.at[h].place;
        if (place >= first && place < end)
            window->heads[window->heads_len++] = h;
    }
    window->seams =
        passages->seams ? passages->seams : seams_of(work, passages, window->from, window->last);
    window->usual = usual_of(work, window);
    compare_all(work, window, spoken);
    window_answer(work, window);
    claim_all(work, window);
}

struct window window_at(const struct passages *passages, const struct links *links, size_t from)
{
    struct window window = {.passages = passages, .links = links, .from = from};
    size_t most = passages->row > PASSAGES_WHOLE ? LINKS_NEAR : PASSAGES_TOGETHER;
    window.to = passages->row - from > most ? from + most : passages->row;
    window.last = passages->row - window.to > most / 2 ? window.to + most / 2 : passages->row;
    return window;
}
