/* SPDX-License-Identifier: MIT */
#include "story/links.h"

#include <math.h>

#include "base/assign.h"
#include "story/candidates.h"
#include "story/cuts.h"
#include "story/evidence.h"

#define APART_MOST 2.0
#define BELOW_IS_RARE 3.0 /* against headlines that stand below their texts, in nats */
#define CIRCLES_MOST 12
#define OTHERS_MOST 96 /* pictures and doubtful passages in a window */
#define HEADS_MOST 64  /* headlines in a window */
#define HOPELESS -10.0 /* nats: a link that is not weighed again */

/* ---- candidates */

/* What an end and a start are to each other. */
struct pairing {
    bool candidate;
    double common, chars, near_common; /* evidence.h */
};

/* What rounds of links_again() share, where the row is one window. */
struct rounds {
    const struct seams *seams;
    bool *hopeless; /* links, ends in rows, starts in columns … */
    bool first;     /* … once this round is over */
};

/* What is linked together: passages and headlines from FROM to TO with passages from FROM to LAST.
 */
struct window {
    const struct passages *passages;
    const struct links *links;
    struct rounds *rounds; /* or NULL */
    size_t from, to, last;
    bool below; /* headlines are taken to stand below their texts, not above */
    const struct seams *seams;
    size_t *ends, *heads, *starts; /* passages, headings, passages */
    size_t ends_len, heads_len, starts_len;
    struct pairing *pairings;            /* ends in rows, starts in columns */
    double *best_of_end, *best_of_start; /* common */
    double *weight;                      /* of ends in rows, starts in columns */
    struct usual *usual;
    const struct answer *answers; /* headlines in rows, starts in columns */
    double *claimed;              /* by start: evidence.h */
};

/* What neighbours on the page have in common, and what is usual. */
struct usual {
    const double *common; /* by start */
    double mean, deviation;
};

static double within(double value, double limit)
{
    return fmax(-limit, fmin(limit, value));
}

/* What an end speaks of, spread out. */
struct spoken {
    struct weights around, alone; /* words and characters around it; its own words */
};

static struct spoken spoken_room(struct arena *scratch, const struct passages *passages)
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

/* Holds headlines against starts. */
static void answer_all(struct arena *work, struct window *window)
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

/* The link of row R, ends and then headlines, to column C. */
static struct link link_of(const struct window *window, size_t r, size_t c)
{
    return r < window->ends_len ? link_of_end(window, r, c)
                                : link_of_head(window, r - window->ends_len, c);
}

static bool may_link(const struct window *window, size_t r, size_t c)
{
    size_t at = r * window->starts_len + c;
    const struct rounds *rounds = window->rounds;
    return r >= window->ends_len ||
           (window->pairings[at].candidate && !(rounds && rounds->hopeless[at]));
}

/* Fills in what is linked in a window. */
static void open_window(struct arena *work, struct window *window, struct spoken *spoken)
{
    const struct passages *passages = window->passages;
    double first = (double)window->from - 0.5, end = (double)window->to - 0.5;
    if (window->to == passages->row)
        end += 1.0;
    window->ends = ARENA_ARRAY(work, size_t, window->to - window->from + OTHERS_MOST);
    window->starts = ARENA_ARRAY(work, size_t, window->last - window->from + OTHERS_MOST);
    window->heads = ARENA_ARRAY(work, size_t, HEADS_MOST);
    for (size_t i = window->from; i < window->to; i++)
        window->ends[window->ends_len++] = i;
    for (size_t i = window->from; i < window->last; i++)
        if (!window->links->follows[i] && window->links->head[i] == HEADING_NONE)
            window->starts[window->starts_len++] = i;
    size_t others = 0;
    for (size_t i = passages->row; i < passages->len && others < OTHERS_MOST; i++) {
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
    window->seams = window->rounds ? window->rounds->seams
                                   : seams_of(work, passages, window->from, window->last);
    window->usual = usual_of(work, window);
    compare_all(work, window, spoken);
    answer_all(work, window);
    claim_all(work, window);
}

static struct window window_at(const struct passages *passages, const struct links *links,
                               size_t from)
{
    struct window window = {.passages = passages, .links = links, .from = from};
    size_t most = passages->row > PASSAGES_WHOLE ? LINKS_NEAR : LINKS_TOGETHER;
    window.to = passages->row - from > most ? from + most : passages->row;
    window.last = passages->row - window.to > most / 2 ? window.to + most / 2 : passages->row;
    return window;
}

/* ---- assignment */

/* Whether reading on from START leads to END. */
static bool leads_to(const struct links *links, size_t start, size_t end)
{
    while (start != PASSAGE_NONE && start != end)
        start = links->next[start];
    return start == end;
}

static void choose(const struct window *window, size_t r, size_t start, struct links *links)
{
    if (r >= window->ends_len) {
        links->head[start] = window->heads[r - window->ends_len];
        return;
    }
    size_t end = window->ends[r];
    if (leads_to(links, start, end))
        return;
    links->next[end] = start;
    links->follows[start] = true;
}

/* The row of the passage that row R goes on in, or ASSIGN_NONE. */
static size_t row_after(const struct window *window, const struct assignment *found, size_t r)
{
    if (r >= window->ends_len || found->col[r] == ASSIGN_NONE)
        return ASSIGN_NONE;
    size_t start = window->starts[found->col[r]];
    return start >= window->from && start < window->to ? start - window->from : ASSIGN_NONE;
}

/* Of the links on the circle through row R the one with the least weight. */
static size_t weakest_row(const struct window *window, const struct assignment *found,
                          const double *weight, size_t r)
{
    size_t weakest = r, cols = window->starts_len;
    for (size_t at = row_after(window, found, r); at != r; at = row_after(window, found, at))
        if (weight[at * cols + found->col[at]] < weight[weakest * cols + found->col[weakest]])
            weakest = at;
    return weakest;
}

/* Takes a link out of each circle, on which reading would never end, by leaving it no WEIGHT.
   Returns whether there was one. */
static bool break_circles(struct arena *work, const struct window *window,
                          const struct assignment *found, double *weight)
{
    size_t *seen = ARENA_ARRAY(work, size_t, window->ends_len + 1); /* by which walk, from 1 */
    bool broken = false;
    for (size_t r = 0; r < window->ends_len; r++) {
        size_t at = r;
        while (at != ASSIGN_NONE && !seen[at]) {
            seen[at] = r + 1;
            at = row_after(window, found, at);
        }
        if (at == ASSIGN_NONE || seen[at] != r + 1)
            continue;
        size_t weakest = weakest_row(window, found, weight, at);
        weight[weakest * window->starts_len + found->col[weakest]] = 0.0;
        broken = true;
    }
    return broken;
}

/* Weighs the links of the rows FROM to TO. */
static void weigh(const struct window *window, size_t from, size_t to, double *weight)
{
    for (size_t r = from; r < to; r++)
        for (size_t c = 0; c < window->starts_len; c++)
            if (may_link(window, r, c)) {
                struct link link = link_of(window, r, c);
                weight[r * window->starts_len + c] = link_evidence(&link);
            }
}

/* Weighs the links of all ends. */
static void weigh_ends(struct arena *work, struct window *window)
{
    size_t cells = window->ends_len * window->starts_len;
    window->weight = ARENA_ARRAY(work, double, cells);
    weigh(window, 0, window->ends_len, window->weight);
    for (size_t i = 0; window->rounds && window->rounds->first && i < cells; i++)
        window->rounds->hopeless[i] = window->weight[i] < HOPELESS;
}

/* The best assignment of a window, and its weight. Circles are taken out one link at a time
   (subtour elimination); what is left after CIRCLES_MOST rounds is broken where it is met. */
static struct assignment assign_window(struct arena *work, const struct window *window, double *sum)
{
    size_t rows = window->ends_len + window->heads_len, cols = window->starts_len;
    double *weight = ARENA_ARRAY(work, double, rows *cols);
    if (window->ends_len && cols)
        memcpy(weight, window->weight, window->ends_len * cols * sizeof *weight);
    weigh(window, window->ends_len, rows, weight);
    struct assignment found = assign_best(work, weight, rows, cols);
    for (int round = 0; round < CIRCLES_MOST && break_circles(work, window, &found, weight);
         round++)
        found = assign_best(work, weight, rows, cols);
    *sum = 0.0;
    for (size_t r = 0; r < rows; r++)
        *sum += found.col[r] != ASSIGN_NONE ? weight[r * cols + found.col[r]] : 0.0;
    return found;
}

/* Whether the page's headlines may stand below their texts: the last does, and the first text has
   none above it. */
static bool may_stand_below(const struct window *window)
{
    const struct passages *passages = window->passages;
    if (window->heads_len < 2 || passages->at[window->from].before.headline)
        return false;
    const struct heading *last = &passages->headings.at[window->heads[window->heads_len - 1]];
    return last->above == PASSAGE_NONE && last->below != PASSAGE_NONE;
}

static void link_window(struct arena *work, struct window *window, struct links *links)
{
    double sum;
    weigh_ends(work, window);
    struct assignment found = assign_window(work, window, &sum);
    if (may_stand_below(window)) {
        double other;
        window->below = true;
        answer_all(work, window);
        struct assignment below = assign_window(work, window, &other);
        if (other > sum + BELOW_IS_RARE)
            found = below;
    }
    for (size_t r = 0; r < window->ends_len + window->heads_len; r++)
        if (found.col[r] != ASSIGN_NONE)
            choose(window, r, window->starts[found.col[r]], links);
    for (size_t r = 0; r < window->ends_len; r++)
        links->end_sure[window->ends[r]] = found.row_sure[r];
    for (size_t c = 0; c < window->starts_len; c++)
        links->start_sure[window->starts[c]] = found.col_sure[c];
}

static struct links links_none(struct arena *scratch, const struct passages *passages)
{
    struct links links = {.next = ARENA_ARRAY(scratch, size_t, passages->len),
                          .follows = ARENA_ARRAY(scratch, bool, passages->len),
                          .head = ARENA_ARRAY(scratch, size_t, passages->len),
                          .end_sure = ARENA_ARRAY(scratch, double, passages->len),
                          .start_sure = ARENA_ARRAY(scratch, double, passages->len)};
    for (size_t i = 0; i < passages->len; i++) {
        links.next[i] = PASSAGE_NONE;
        links.head[i] = HEADING_NONE;
    }
    return links;
}

/* ROUNDS: or NULL. */
static struct links find_links(struct arena *scratch, const struct passages *passages,
                               struct rounds *rounds)
{
    struct links links = links_none(scratch, passages);
    struct arena work = {0}, room = {0};
    struct spoken spoken = spoken_room(&room, passages);
    for (size_t from = 0; from < passages->row;) {
        struct window window = window_at(passages, &links, from);
        window.rounds = rounds;
        open_window(&work, &window, &spoken);
        link_window(&work, &window, &links);
        from = window.to;
        arena_reset(&work);
    }
    arena_clear(&room);
    arena_clear(&work);
    return links;
}

struct links links_find(struct arena *scratch, const struct passages *passages)
{
    return find_links(scratch, passages, NULL);
}

static struct rounds *rounds_of(struct arena *scratch, const struct passages *passages)
{
    if (passages->row > LINKS_TOGETHER)
        return NULL; /* a window has other starts each time */
    struct rounds *rounds = ARENA_NEW(scratch, struct rounds);
    size_t most = passages->row + OTHERS_MOST;
    *rounds = (struct rounds){.seams = seams_of(scratch, passages, 0, passages->row),
                              .hopeless = ARENA_ARRAY(scratch, bool, most *most),
                              .first = true};
    return rounds;
}

struct links links_again(struct arena *scratch, struct passages *passages,
                         const struct links *links)
{
    struct arena work = {0};
    struct rounds *rounds = rounds_of(&work, passages);
    struct links now = *links;
    for (int round = 1; round <= LINKS_ROUNDS; round++) {
        const size_t *before = now.next;
        now = find_links(scratch, passages, rounds);
        if (round == LINKS_ROUNDS || !memcmp(now.next, before, passages->len * sizeof *before))
            break;
        passages_regroup(scratch, passages, now.next);
        if (rounds)
            rounds->first = false;
    }
    arena_clear(&work);
    return now;
}

/* ---- for fitting */

static void dump_link(struct buf *out, const struct page *page, const struct link *link)
{
    const struct block *end = link->head ? &page->blocks.at[link->head->at] : link->end->block;
    buf_fmt(out, "link %u %u %d", end->spans.at[end->spans.len - 1].end,
            link->start->block->spans.at[0].start,
            link->end->doubtful ? BEFORE_STARTS : (int)link->kind);
    link_dump(out, link);
}

/* The links of the first window, as PASSAGES are grouped. */
static void dump_window(struct arena *work, struct buf *out, const struct page *page,
                        const struct passages *passages)
{
    struct links none = links_none(work, passages);
    struct spoken spoken = spoken_room(work, passages);
    struct window window = window_at(passages, &none, 0);
    buf_fmt(out, "link from to after");
    link_dump(out, NULL);
    open_window(work, &window, &spoken);
    for (size_t r = 0; r < window.ends_len + window.heads_len; r++)
        for (size_t c = 0; c < window.starts_len; c++)
            if (may_link(&window, r, c)) {
                struct link link = link_of(&window, r, c);
                link_read_seam(&link);
                dump_link(out, page, &link);
            }
}

void links_dump(struct buf *out, const struct page *page)
{
    struct arena work = {0};
    const struct cohesion *cohesion = cohesion_of(&work, page);
    struct passages passages = passages_of(&work, &work,
                                           &(struct source){.page = page,
                                                            .cohesion = cohesion,
                                                            .readings = readings_of(&work, page),
                                                            .cut = CUT_BOLD});
    /* texts must not be parted where it is to be learned that they are two */
    for (size_t i = 0; i < passages.len; i++)
        passages.at[i].shift = (struct shift){0};
    struct links links = links_find(&work, &passages);
    passages_regroup(&work, &passages, links.next);
    dump_window(&work, out, page, &passages);
    passages_regroup(&work, &passages, links_again(&work, &passages, &links).next);
    dump_window(&work, out, page, &passages);
    cuts_dump_names(out);
    for (size_t i = 0; i < page->blocks.len; i++)
        if (page->blocks.at[i].role == ROLE_PARAGRAPH && page->blocks.at[i].column)
            cuts_dump(out, page, cohesion, &page->blocks.at[i]);
    arena_clear(&work);
}
