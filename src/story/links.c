/* SPDX-License-Identifier: MIT */
#include "story/links.h"

#include "base/assign.h"
#include "story/cuts.h"
#include "story/sections.h"
#include "story/trail.h"
#include "story/window.h"

#define BELOW_IS_RARE 3.0 /* against headlines that stand below their texts, in nats */
#define CIRCLES_MOST 12
#define HOPELESS (-10.0) /* nats: a link that is not weighed again */

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
            if (window_may_link(window, r, c)) {
                struct link link = window_link(window, r, c);
                weight[r * window->starts_len + c] = link_evidence(&link);
            }
}

/* Weighs the links of all ends, and marks those that later rounds can leave out. */
static void weigh_ends(struct arena *work, struct window *window)
{
    size_t cells = window->ends_len * window->starts_len;
    window->weight = ARENA_ARRAY(work, double, cells);
    weigh(window, 0, window->ends_len, window->weight);
    for (size_t i = 0; window->hopeless && i < cells; i++)
        window->hopeless[i] |= window->weight[i] < HOPELESS;
}

/* What is chosen in a window. */
struct solution {
    struct assignment found;
    double sum;
    const double *weight; /* of all links, row by row; 0 for those that would make a circle */
};

/* The best assignment of a window. Circles are taken out one link at a time (subtour elimination);
   what is left after CIRCLES_MOST rounds is broken where it is met. */
static struct solution assign_window(struct arena *work, const struct window *window)
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
    double sum = 0.0;
    for (size_t r = 0; r < rows; r++)
        sum += found.col[r] != ASSIGN_NONE ? weight[r * cols + found.col[r]] : 0.0;
    return (struct solution){found, sum, weight};
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

/* The best that a window allows, with its headlines above their texts or below. */
static struct solution solve_window(struct arena *work, struct window *window)
{
    struct solution above = assign_window(work, window);
    if (!may_stand_below(window))
        return above;
    struct window other = *window;
    other.below = true;
    window_answer(work, &other);
    struct solution below = assign_window(work, &other);
    if (below.sum <= above.sum + BELOW_IS_RARE)
        return above;
    *window = other;
    return below;
}

static void link_window(struct arena *work, struct window *window, struct links *links)
{
    weigh_ends(work, window);
    struct solution solution = solve_window(work, window);
    struct assignment found = solution.found;
    if (window->passages->trail)
        trail_window_add(window->passages->trail, window, solution.weight, &found);
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

/* HOPELESS: what rounds of links_again() share (window.h), or NULL. */
static struct links find_links(struct arena *scratch, const struct passages *passages,
                               bool *hopeless)
{
    struct links links = links_none(scratch, passages);
    struct arena work = {0}, room = {0};
    struct spoken spoken = spoken_room(&room, passages);
    if (passages->trail)
        trail_choice_begin(passages->trail, passages);
    for (size_t from = 0; from < passages->row;) {
        struct window window = window_at(passages, &links, from);
        window.hopeless = hopeless;
        window_open(&work, &window, &spoken);
        link_window(&work, &window, &links);
        from = window.to;
        arena_reset(&work);
    }
    if (passages->trail)
        trail_choice_end(passages->trail, passages, &links);
    arena_clear(&room);
    arena_clear(&work);
    return links;
}

struct links links_find(struct arena *scratch, const struct passages *passages)
{
    return find_links(scratch, passages, NULL);
}

struct links links_again(struct arena *scratch, struct passages *passages,
                         const struct links *links)
{
    struct arena work = {0};
    size_t most = passages->row + WINDOW_OTHERS;
    bool *hopeless =
        passages->row <= PASSAGES_TOGETHER /* else a window has other starts each time */
            ? ARENA_ARRAY(&work, bool, most *most)
            : NULL;
    struct links now = *links;
    for (int round = 1; round <= LINKS_ROUNDS; round++) {
        const size_t *before = now.next;
        now = find_links(scratch, passages, hopeless);
        if (round == LINKS_ROUNDS || !memcmp(now.next, before, passages->len * sizeof *before))
            break;
        passages_regroup(scratch, passages, now.next);
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
    window_open(work, &window, &spoken);
    for (size_t r = 0; r < window.ends_len + window.heads_len; r++)
        for (size_t c = 0; c < window.starts_len; c++)
            if (window_may_link(&window, r, c)) {
                struct link link = window_link(&window, r, c);
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
    sections_dump(out, page);
    arena_clear(&work);
}
