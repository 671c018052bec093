/* SPDX-License-Identifier: MIT */
#include "base/assign.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

/* A search in progress. Columns count from 1: column 0 stands for the row that seeks one. Columns
   after COLS are the rows' own, of weight 0. */
struct search {
    const double *weight;
    size_t rows, cols, all; /* all: cols + rows */
    double *row_price, *col_price;
    size_t *row_of; /* by column: the row that has it, from 1; 0: none */
    size_t *way;    /* by column: the column before it on the path */
    double *slack;  /* by column: the least reduced cost of reaching it */
    bool *visited;
};

static double cost(const struct search *search, size_t row, size_t col)
{
    if (col > search->cols)
        return col - search->cols == row ? 0.0 : HUGE_VAL;
    double weight = search->weight[(row - 1) * search->cols + (col - 1)];
    return weight > 0.0 ? -weight : HUGE_VAL;
}

/* Lowers the slacks by way of ROW, which has COL. Returns the nearest column not yet visited. */
static size_t relax(struct search *search, size_t row, size_t col)
{
    size_t nearest = 0;
    for (size_t c = 1; c <= search->all; c++) {
        if (search->visited[c])
            continue;
        double reduced = cost(search, row, c) - search->row_price[row] - search->col_price[c];
        if (reduced < search->slack[c]) {
            search->slack[c] = reduced;
            search->way[c] = col;
        }
        if (!nearest || search->slack[c] < search->slack[nearest])
            nearest = c;
    }
    return nearest;
}

static void reprice(struct search *search, double delta)
{
    for (size_t c = 0; c <= search->all; c++) {
        if (search->visited[c]) {
            search->row_price[search->row_of[c]] += delta;
            search->col_price[c] -= delta;
        } else {
            search->slack[c] -= delta;
        }
    }
}

/* Finds a column for ROW, moving others where that costs less. */
static void augment(struct search *search, size_t row)
{
    for (size_t c = 0; c <= search->all; c++) {
        search->slack[c] = HUGE_VAL;
        search->visited[c] = false;
    }
    size_t col = 0;
    search->row_of[0] = row;
    while (search->row_of[col]) {
        search->visited[col] = true;
        size_t nearest = relax(search, search->row_of[col], col);
        reprice(search, search->slack[nearest]);
        col = nearest;
    }
    for (size_t before; col; col = before) {
        before = search->way[col];
        search->row_of[col] = search->row_of[before];
    }
}

/* ---- margins */

/* The least that a reduced cost of another column is for ROW than of the one it has: no other
   choice can cost less. */
static double least_other(struct search *search, size_t row, size_t own)
{
    double least = HUGE_VAL;
    for (size_t c = 1; c <= search->all; c++) {
        double reduced = cost(search, row, c) - search->row_price[row] - search->col_price[c];
        if (c != own && reduced < least)
            least = reduced;
    }
    return least;
}

/* By how much the sum falls where ROW may not have the column OWN: the shortest way from it, over
   columns of other rows, to one that is free or to OWN. */
static double margin_of(struct search *search, size_t row, size_t own)
{
    for (size_t c = 0; c <= search->all; c++) {
        search->slack[c] = HUGE_VAL;
        search->visited[c] = false;
    }
    double way = 0.0;
    for (size_t from = row;;) {
        size_t nearest = 0;
        for (size_t c = 1; c <= search->all; c++) {
            if (search->visited[c] || (from == row && c == own))
                continue;
            double reduced = cost(search, from, c) - search->row_price[from] - search->col_price[c];
            search->slack[c] = fmin(search->slack[c], way + fmax(reduced, 0.0));
        }
        for (size_t c = 1; c <= search->all; c++)
            if (!search->visited[c] && (!nearest || search->slack[c] < search->slack[nearest]))
                nearest = c;
        if (!nearest || search->slack[nearest] >= ASSIGN_SURE)
            return ASSIGN_SURE;
        way = search->slack[nearest];
        search->visited[nearest] = true;
        from = search->row_of[nearest];
        if (!from || nearest == own)
            return way;
    }
}

static void find_margins(struct search *search, struct assignment *found)
{
    for (size_t c = 1; c <= search->all; c++) {
        size_t row = search->row_of[c];
        if (!row)
            continue;
        double least = least_other(search, row, c);
        found->row_sure[row - 1] = least >= ASSIGN_SURE ? ASSIGN_SURE : margin_of(search, row, c);
    }
    for (size_t c = 1; c <= search->cols; c++) {
        double least = ASSIGN_SURE;
        for (size_t row = 1; row <= search->rows && !search->row_of[c]; row++)
            least =
                fmin(least, cost(search, row, c) - search->row_price[row] - search->col_price[c]);
        found->col_sure[c - 1] = search->row_of[c] ? found->row_sure[search->row_of[c] - 1] : least;
    }
}

struct assignment assign_best(struct arena *scratch, const double *weight, size_t rows, size_t cols)
{
    size_t all = rows + cols;
    struct search search = {
        .weight = weight,
        .rows = rows,
        .cols = cols,
        .all = all,
        .row_price = ARENA_ARRAY(scratch, double, rows + 1),
        .col_price = ARENA_ARRAY(scratch, double, all + 1),
        .row_of = ARENA_ARRAY(scratch, size_t, all + 1),
        .way = ARENA_ARRAY(scratch, size_t, all + 1),
        .slack = ARENA_ARRAY(scratch, double, all + 1),
        .visited = ARENA_ARRAY(scratch, bool, all + 1),
    };
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
    find_margins(&search, &found);
    return found;
}
