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

size_t *assign_best(struct arena *scratch, const double *weight, size_t rows, size_t cols)
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
    size_t *chosen = ARENA_ARRAY(scratch, size_t, rows);
    for (size_t row = 0; row < rows; row++)
        chosen[row] = ASSIGN_NONE;
    for (size_t c = 1; c <= cols; c++)
        if (search.row_of[c])
            chosen[search.row_of[c] - 1] = c - 1;
    return chosen;
}
