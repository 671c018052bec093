/* SPDX-License-Identifier: MIT */
#include "story/trail.h"
#include "page/blocks.h"

static struct trail_part *last_part(struct trail *trail)
{
    return &trail->parts.at[trail->parts.len - 1];
}

void trail_part_begin(struct trail *trail, const struct page *page)
{
    trail->page = page;
    vec_push(&trail->keep, &trail->parts, (struct trail_part){0});
}

/* ---- what was chosen from */

void trail_choice_begin(struct trail *trail, const struct passages *passages)
{
    struct arena *keep = &trail->keep;
    struct trail_part *part = last_part(trail);
    *part = (struct trail_part){.heads_len = passages->headings.len};
    for (size_t i = 0; i < passages->len; i++) {
        const struct passage *at = &passages->at[i];
        vec_push(keep, &part->texts,
                 (struct trail_text){block_copy(keep, at->block), at->open, at->parted, at->picture,
                                     at->doubtful});
    }
    part->heads = ARENA_ARRAY(keep, struct block, part->heads_len);
    for (size_t h = 0; h < part->heads_len; h++)
        part->heads[h] = block_copy(keep, &trail->page->blocks.at[passages->headings.at[h].at]);
}

static size_t *copy_of(struct arena *keep, const size_t *at, size_t len)
{
    size_t *copy = ARENA_ARRAY(keep, size_t, len);
    for (size_t i = 0; i < len; i++)
        copy[i] = at[i];
    return copy;
}

static double *doubles_of(struct arena *keep, const double *at, size_t len)
{
    double *copy = ARENA_ARRAY(keep, double, len);
    for (size_t i = 0; i < len; i++)
        copy[i] = at[i];
    return copy;
}

void trail_window_add(struct trail *trail, const struct window *window, const double *weight,
                      const struct assignment *found)
{
    struct arena *keep = &trail->keep;
    size_t rows = window->ends_len + window->heads_len, cols = window->starts_len;
    struct trail_window added = {
        .ends = copy_of(keep, window->ends, window->ends_len),
        .heads = copy_of(keep, window->heads, window->heads_len),
        .starts = copy_of(keep, window->starts, cols),
        .ends_len = window->ends_len,
        .heads_len = window->heads_len,
        .starts_len = cols,
        .below = window->below,
        .links = ARENA_ARRAY(keep, struct trail_link, rows * cols),
        .weight = doubles_of(keep, weight, rows * cols),
        .found = {.col = copy_of(keep, found->col, rows),
                  .row_sure = doubles_of(keep, found->row_sure, rows),
                  .col_sure = doubles_of(keep, found->col_sure, cols)},
    };
    for (size_t i = 0; i < rows * cols; i++) {
        if (!window_may_link(window, i / cols, i % cols))
            continue;
        struct link link = window_link(window, i / cols, i % cols);
        added.links[i].weighed = true;
        added.links[i].score = link_reasons(keep, &link, &added.links[i].reasons);
    }
    vec_push(keep, &last_part(trail)->windows, added);
}

void trail_choice_end(struct trail *trail, const struct passages *passages,
                      const struct links *links)
{
    struct trail_part *part = last_part(trail);
    part->next = copy_of(&trail->keep, links->next, passages->len);
    part->head = copy_of(&trail->keep, links->head, passages->len);
}

void trail_heads_add(struct trail *trail, const struct satellites *satellites,
                     const struct heads *heads)
{
    for (size_t s = 0; s < satellites->len; s++)
        vec_push(&trail->keep, &trail->satellites,
                 (struct trail_satellite){fragment_start(satellites->at[s].fragment), heads->why[s],
                                          heads->nats[s]});
}

/* ---- looking on */

size_t trail_row_of(const struct trail_window *window, size_t col)
{
    for (size_t r = 0; r < window->ends_len + window->heads_len; r++)
        if (window->found.col[r] == col)
            return r;
    return ASSIGN_NONE;
}

static double sum_of(const struct trail_window *window, const double *weight,
                     const struct assignment *found)
{
    double sum = 0.0;
    for (size_t r = 0; r < window->ends_len + window->heads_len; r++)
        sum += found->col[r] != ASSIGN_NONE ? weight[r * window->starts_len + found->col[r]] : 0.0;
    return sum;
}

struct trail_other trail_without(const struct trail_window *window, size_t row)
{
    struct arena work = {0};
    size_t rows = window->ends_len + window->heads_len, cols = window->starts_len;
    size_t own = window->found.col[row];
    double *weight = doubles_of(&work, window->weight, rows * cols);
    double before = sum_of(window, weight, &window->found);
    weight[row * cols + own] = 0.0;
    struct assignment found = assign_best(&work, weight, rows, cols);
    struct trail_other other = {
        .loss = before - sum_of(window, weight, &found), .col = found.col[row], .row = ASSIGN_NONE};
    for (size_t r = 0; r < rows; r++)
        if (found.col[r] == own)
            other.row = r;
    arena_clear(&work);
    return other;
}

/* Whether the link at ROW and COL was weighed, and is likelier than BEST. */
static bool is_better(const struct trail_window *window, size_t row, size_t col,
                      const struct trail_link *best)
{
    const struct trail_link *link = trail_link_at(window, row, col);
    return link->weighed && (!best || link->score > best->score);
}

size_t trail_best_col(const struct trail_window *window, size_t row, size_t not_col)
{
    size_t best = ASSIGN_NONE;
    for (size_t c = 0; c < window->starts_len; c++)
        if (c != not_col &&
            is_better(window, row, c,
                      best == ASSIGN_NONE ? NULL : trail_link_at(window, row, best)))
            best = c;
    return best;
}

size_t trail_best_row(const struct trail_window *window, size_t col, size_t not_row)
{
    size_t best = ASSIGN_NONE;
    for (size_t r = 0; r < window->ends_len + window->heads_len; r++)
        if (r != not_row &&
            is_better(window, r, col,
                      best == ASSIGN_NONE ? NULL : trail_link_at(window, best, col)))
            best = r;
    return best;
}
