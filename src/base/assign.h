/* SPDX-License-Identifier: MIT */
/* The linear assignment problem. */
#ifndef BASE_ASSIGN_H
#define BASE_ASSIGN_H

#include "base/arena.h"

#define ASSIGN_NONE SIZE_MAX
#define ASSIGN_SURE 20.0 /* margins are not measured beyond */

struct assignment {
    size_t *col;      /* by row: its column, or ASSIGN_NONE */
    double *row_sure; /* by row: how much less the sum would be if it had to choose otherwise */
    double *col_sure; /* by column: the same; of one that no row has, a lower bound of it */
};

/*
 * Gives each of ROWS rows at most one of COLS columns, and each column to at most one row, so that
 * the sum of the weights is greatest. WEIGHT is row by row; what is not above 0 is never chosen.
 * The result lives in SCRATCH.
 *
 * Shortest augmenting paths (Jonker and Volgenant 1987), with a column of weight 0 for every row;
 * time ROWS² × (ROWS + COLS). Of equal solutions always the same one is returned.
 */
struct assignment assign_best(struct arena *scratch, const double *weight, size_t rows,
                              size_t cols);

#endif
