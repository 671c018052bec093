/* SPDX-License-Identifier: MIT */
#include "base/assign.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

/* A column that a row may have, and what it costs. */
struct edge {
    size_t col;
    double cost;
};

/* A search in progress. Rows and columns count from 1: column 0 stands for the row that seeks one.
   Columns after COLS are the rows' own, of cost 0. */
struct search {
    size_t rows, cols, all; /* all: cols + rows */
    struct edge *edges;     /* row by row, columns rising … */
    size_t *first;          /* … by row: its first edge; those of the next row follow */
    double *row_price, *col_price;
    size_t *row_of; /* by column: the row that has it; 0: none */
    size_t *way;    /* by column: the column before it on the path */
    double *slack;  /* by column: the least reduced cost of reaching it; HUGE_VAL: not reached */
    size_t *reached, *visited; /* columns, reached and not yet visited; visited */
    size_t reached_len, visited_len;
    bool *closed; /* by column: it was visited */
};

static double reduced_cost(const struct search *search, size_t row, const struct edge *edge)
{
    return edge->cost - search->row_price[row] - search->col_price[edge->col];
}

/* Leaves all columns unreached. */
static void start_over(struct search *search)
{
    for (size_t i = 0; i < search->reached_len; i++)
        search->slack[search->reached[i]] = HUGE_VAL;
    for (size_t i = 0; i < search->visited_len; i++) {
        search->slack[search->visited[i]] = HUGE_VAL;
        search->closed[search->visited[i]] = false;
    }
    search->reached_len = search->visited_len = 0;
}

/* Notes that COL can be reached at SLACK from column FROM. */
static void reach(struct search *search, size_t col, double slack, size_t from)
{
    if (search->closed[col] || slack >= search->slack[col])
        return;
    if (search->slack[col] == HUGE_VAL)
        search->reached[search->reached_len++] = col;
    search->slack[col] = slack;
    search->way[col] = from;
}

/* The place, among those reached, of the nearest column, of equals the first; there is one. */
static size_t nearest_reached(const struct search *search)
{
    size_t nearest = 0;
    for (size_t i = 1; i < search->reached_len; i++) {
        size_t best = search->reached[nearest], col = search->reached[i];
        if (search->slack[col] < search->slack[best] ||
            (col < best && search->slack[col] == search->slack[best]))
            nearest = i;
    }
    return nearest;
}

/* Visits the column at a place among those reached. */
static size_t visit(struct search *search, size_t place)
{
    size_t col = search->reached[place];
    search->reached[place] = search->reached[--search->reached_len];
    search->visited[search->visited_len++] = col;
    search->closed[col] = true;
    return col;
}

static void relax(struct search *search, size_t row, size_t col)
{
    for (size_t e = search->first[row]; e < search->first[row + 1]; e++) {
        const struct edge *edge = &search->edges[e];
        reach(search, edge->col, reduced_cost(search, row, edge), col);
    }
}

static void reprice(struct search *search, double delta)
{
    for (size_t i = 0; i < search->visited_len; i++) {
        size_t col = search->visited[i];
        search->row_price[search->row_of[col]] += delta;
        search->col_price[col] -= delta;
    }
    for (size_t i = 0; i < search->reached_len; i++)
        search->slack[search->reached[i]] -= delta;
}

/* Finds a column for ROW, moving others where that costs less. Every row can reach its own. */
static void augment(struct search *search, size_t row)
{
    start_over(search);
    search->row_of[0] = row;
    search->closed[0] = true;
    search->visited[search->visited_len++] = 0;
    size_t col = 0;
    for (;;) {
        relax(search, search->row_of[col], col);
        size_t nearest = nearest_reached(search);
        reprice(search, search->slack[search->reached[nearest]]);
        col = search->reached[nearest];
        if (!search->row_of[col])
            break;
        visit(search, nearest);
    }
    for (size_t before; col; col = before) {
        before = search->way[col];
        search->row_of[col] = search->row_of[before];
    }
}

/* ---- margins */

/* The least that a reduced cost of another column is for ROW than of the one it has: no other
   choice can cost less. */
static double least_other(const struct search *search, size_t row, size_t own)
{
    double least = HUGE_VAL;
    for (size_t e = search->first[row]; e < search->first[row + 1]; e++) {
        double reduced = reduced_cost(search, row, &search->edges[e]);
        if (search->edges[e].col != own && reduced < least)
            least = reduced;
    }
    return least;
}

/* By how much the sum falls where ROW may not have the column OWN: the shortest way from it, over
   columns of other rows, to one that is free or to OWN. */
static double margin_of(struct search *search, size_t row, size_t own)
{
    start_over(search);
    double way = 0.0;
    for (size_t from = row;;) {
        for (size_t e = search->first[from]; e < search->first[from + 1]; e++) {
            const struct edge *edge = &search->edges[e];
            double reduced = reduced_cost(search, from, edge);
            if (from != row || edge->col != own)
                reach(search, edge->col, way + (reduced > 0.0 ? reduced : 0.0), 0);
        }
        if (!search->reached_len)
            return ASSIGN_SURE;
        size_t nearest = visit(search, nearest_reached(search));
        way = search->slack[nearest];
        if (way >= ASSIGN_SURE)
            return ASSIGN_SURE;
        from = search->row_of[nearest];
        if (!from || nearest == own)
            return way;
    }
}

static void find_row_margins(struct search *search, struct assignment *found)
{
    for (size_t c = 1; c <= search->all; c++) {
        size_t row = search->row_of[c];
        if (!row)
            continue;
        double least = least_other(search, row, c);
        found->row_sure[row - 1] = least >= ASSIGN_SURE ? ASSIGN_SURE : margin_of(search, row, c);
    }
}

static void find_col_margins(const struct search *search, struct assignment *found)
{
    for (size_t c = 1; c <= search->cols; c++) {
        size_t row = search->row_of[c];
        found->col_sure[c - 1] = row ? found->row_sure[row - 1] : ASSIGN_SURE;
    }
    for (size_t row = 1; row <= search->rows; row++)
        for (size_t e = search->first[row]; e < search->first[row + 1]; e++) {
            size_t c = search->edges[e].col;
            double reduced = reduced_cost(search, row, &search->edges[e]);
            if (c <= search->cols && !search->row_of[c] && reduced < found->col_sure[c - 1])
                found->col_sure[c - 1] = reduced;
        }
}

/* ---- the whole */

/* Lists what each row may have: what weighs more than nothing, and a column of its own. */
static void find_edges(struct arena *scratch, struct search *search, const double *weight)
{
    size_t len = search->rows;
    for (size_t i = 0; i < search->rows * search->cols; i++)
        len += weight[i] > 0.0;
    search->edges = ARENA_ARRAY(scratch, struct edge, len);
    search->first = ARENA_ARRAY(scratch, size_t, search->rows + 2);
    len = 0;
    for (size_t row = 1; row <= search->rows; row++) {
        search->first[row] = len;
        for (size_t c = 1; c <= search->cols; c++, weight++)
            if (*weight > 0.0)
                search->edges[len++] = (struct edge){c, -*weight};
        search->edges[len++] = (struct edge){search->cols + row, 0.0};
    }
    search->first[search->rows + 1] = len;
}

static struct search search_new(struct arena *scratch, const double *weight, size_t rows,
                                size_t cols)
{
    size_t all = rows + cols;
    struct search search = {.rows = rows,
                            .cols = cols,
                            .all = all,
                            .row_price = ARENA_ARRAY(scratch, double, rows + 1),
                            .col_price = ARENA_ARRAY(scratch, double, all + 1),
                            .row_of = ARENA_ARRAY(scratch, size_t, all + 1),
                            .way = ARENA_ARRAY(scratch, size_t, all + 1),
                            .slack = ARENA_ARRAY(scratch, double, all + 1),
                            .reached = ARENA_ARRAY(scratch, size_t, all + 1),
                            .visited = ARENA_ARRAY(scratch, size_t, all + 1),
                            .closed = ARENA_ARRAY(scratch, bool, all + 1)};
    for (size_t c = 0; c <= all; c++)
        search.slack[c] = HUGE_VAL;
    find_edges(scratch, &search, weight);
    return search;
}

struct assignment assign_best(struct arena *scratch, const double *weight, size_t rows, size_t cols)
{
    struct search search = search_new(scratch, weight, rows, cols);
    for (size_t row = 1; row <= rows; row++)
        augment(&search, row);
    struct assignment found = {.col = ARENA_ARRAY(scratch, size_t, rows),
                               .row_sure = ARENA_ARRAY(scratch, double, rows),
                               .col_sure = ARENA_ARRAY(scratch, double, cols)};
    for (size_t row = 0; row < rows; row++)
        found.col[row] = ASSIGN_NONE;
    for (size_t c = 1; c <= cols; c++)
        if (search.row_of[c])
            found.col[search.row_of[c] - 1] = c - 1;
    find_row_margins(&search, &found);
    find_col_margins(&search, &found);
    return found;
}
