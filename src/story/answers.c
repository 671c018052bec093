/* SPDX-License-Identifier: MIT */
#include "story/answers.h"

#include <math.h>

#define SOFTENING 4.0 /* words of a text depend on each other: so many nats are taken for one */
#define CONTRAST_MOST 60.0  /* nats, softened */
#define BESIDE 3.0          /* for a headline that stands beside a start, in nats */
#define ROUNDS 6            /* of making rows and columns sum to one */
#define MUTUAL_LEAST (-6.0) /* nats */

/* Headlines in rows, starts in columns. */
struct table {
    size_t rows, cols;
    double *told;     /* how likely the headline is over the text from the start on, in nats … */
    double *contrast; /* … and against what is usual, and what goes before the start in its text */
};

static bool is_first(const struct passages *passages, size_t start)
{
    return passages->at[start].prior == PASSAGE_NONE;
}

static double told(const struct heading *heading, const struct around *around)
{
    return pairs_told(&heading->chars, &around->chars);
}

/* What is usual for a headline: the mean over the page's texts. */
static double usual_of(const struct passages *passages, const size_t *starts, size_t cols,
                       const double *row)
{
    double sum = 0.0, n = 0.0;
    for (size_t c = 0; c < cols; c++)
        if (is_first(passages, starts[c])) {
            sum += row[c];
            n += 1.0;
        }
    return n > 0.0 ? sum / n : 0.0;
}

static struct table table_of(struct arena *scratch, const struct passages *passages,
                             const size_t *heads, size_t rows, const size_t *starts, size_t cols)
{
    size_t cells = rows * cols;
    struct table table = {rows, cols, ARENA_ARRAY(scratch, double, cells),
                          ARENA_ARRAY(scratch, double, cells)};
    for (size_t r = 0; r < rows; r++) {
        const struct heading *heading = &passages->headings.at[heads[r]];
        double *row = table.told + r * cols;
        for (size_t c = 0; c < cols; c++)
            row[c] = told(heading, passages->at[starts[c]].forth);
        double usual = usual_of(passages, starts, cols, row);
        for (size_t c = 0; c < cols; c++) {
            size_t prior = passages->at[starts[c]].prior;
            double before = prior == PASSAGE_NONE ? usual : told(heading, passages->at[prior].back);
            table.contrast[r * cols + c] = row[c] - fmax(usual, before);
        }
    }
    return table;
}

/* ---- against the best other text */

static void set_ahead(const struct passages *passages, const size_t *starts, size_t cols,
                      const double *row, struct answer *answers)
{
    size_t best = PASSAGE_NONE;
    double first = 0.0, second = 0.0;
    for (size_t c = 0; c < cols; c++)
        if (is_first(passages, starts[c]) && row[c] > first) {
            second = first;
            first = row[c];
            best = starts[c];
        } else if (is_first(passages, starts[c])) {
            second = fmax(second, row[c]);
        }
    for (size_t c = 0; c < cols; c++)
        answers[c].ahead = row[c] - (passages->at[starts[c]].opening == best ? second : first);
}

/* ---- each to each */

/* Makes rows and columns of SHARE, each with a place for none, sum to one in turn. Rows that do not
   CLAIM take nothing from others. */
static void share_out(struct arena *scratch, double *share, const bool *claim, size_t rows,
                      size_t cols)
{
    double *of_row = ARENA_ARRAY(scratch, double, rows),
           *of_col = ARENA_ARRAY(scratch, double, cols);
    for (size_t c = 0; c < cols; c++)
        of_col[c] = 1.0;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t r = 0; r < rows; r++) {
            of_row[r] = 1.0;
            for (size_t c = 0; c < cols; c++)
                of_row[r] += share[r * cols + c] / of_col[c];
        }
        for (size_t c = 0; c < cols; c++)
            of_col[c] = 1.0;
        for (size_t r = 0; r < rows; r++)
            for (size_t c = 0; claim[r] && c < cols; c++)
                of_col[c] += share[r * cols + c] / of_row[r];
    }
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < cols; c++)
            share[r * cols + c] /= of_row[r] * of_col[c];
}

/* The shares that headlines and starts have of each other, in nats. */
static const double *mutual_of(struct arena *scratch, const struct passages *passages,
                               const size_t *heads, const size_t *starts, const struct table *table,
                               bool below)
{
    size_t rows = table->rows, cols = table->cols, cells = rows * cols;
    double *share = ARENA_ARRAY(scratch, double, cells);
    bool *claim = ARENA_ARRAY(scratch, bool, rows);
    for (size_t r = 0; r < rows; r++) {
        const struct heading *heading = &passages->headings.at[heads[r]];
        claim[r] = !heading->crowded || heading_in_heap(heading); /* else likely a kicker */
        size_t beside = below ? heading->below : heading->above;
        for (size_t c = 0; c < cols; c++)
            share[r * cols + c] =
                exp(fmin(table->contrast[r * cols + c] / SOFTENING, CONTRAST_MOST) +
                    (starts[c] == beside ? BESIDE : 0.0));
    }
    share_out(scratch, share, claim, rows, cols);
    for (size_t i = 0; i < cells; i++)
        share[i] = fmin(0.0, fmax(MUTUAL_LEAST, log(share[i])));
    return share;
}

struct answer *answers_of(struct arena *scratch, const struct passages *passages,
                          const size_t *heads, size_t rows, const size_t *starts, size_t cols,
                          bool below)
{
    struct answer *answers = ARENA_ARRAY(scratch, struct answer, rows * cols);
    struct table table = table_of(scratch, passages, heads, rows, starts, cols);
    const double *mutual = mutual_of(scratch, passages, heads, starts, &table, below);
    for (size_t r = 0; r < rows; r++)
        set_ahead(passages, starts, cols, table.told + r * cols, answers + r * cols);
    for (size_t i = 0; i < rows * cols; i++)
        answers[i].mutual = mutual[i];
    return answers;
}
