/* SPDX-License-Identifier: MIT */
#include "story/answers.h"

#include <math.h>

/* The best of some, and the next. */
struct best {
    double first, second;
};

static void take(struct best *best, double value)
{
    best->second = fmax(best->second, fmin(best->first, value));
    best->first = fmax(best->first, value);
}

static double ahead(const struct best *best, double value)
{
    return value - (value >= best->first ? best->second : best->first);
}

/* How headline HEAD is answered to, by the starts that begin texts. */
static void answer(const struct passages *passages, size_t head, const size_t *starts, size_t cols,
                   struct answer *row)
{
    const struct heading *heading = &passages->headings.at[head];
    struct best words = {0.0, 0.0}, chars = {0.0, 0.0};
    for (size_t c = 0; c < cols; c++) {
        const struct passage *start = &passages->at[starts[c]];
        if (start->prior != PASSAGE_NONE)
            continue;
        row[c].words = pairs_told(&heading->words, &start->forth.words);
        row[c].chars = pairs_told(&heading->chars, &start->forth.chars);
        take(&words, row[c].words);
        take(&chars, row[c].chars);
    }
    for (size_t c = 0; c < cols; c++)
        if (passages->at[starts[c]].prior == PASSAGE_NONE) {
            row[c].words = ahead(&words, row[c].words);
            row[c].chars = ahead(&chars, row[c].chars);
        }
}

struct answer *answers_of(struct arena *scratch, const struct passages *passages,
                          const size_t *heads, size_t rows, const size_t *starts, size_t cols)
{
    struct answer *answers = ARENA_ARRAY(scratch, struct answer, rows * cols);
    for (size_t r = 0; r < rows; r++)
        answer(passages, heads[r], starts, cols, answers + r * cols);
    return answers;
}
