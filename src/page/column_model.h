/* SPDX-License-Identifier: MIT */
/*
 * The hidden Markov model of a page's lines (columns.h says what for).
 *
 * A state is a place in a paragraph and the width of a column; state 0 is a line alone. All costs
 * are negative logarithms of probabilities, so they add up along a sequence of states, and the
 * cheapest sequence is found by Viterbi's algorithm. Costs that hold for Chinese newspapers at
 * large are constants; how this page uses gaps and indents, how full its lines are and where its
 * columns begin is learned from the cheapest sequence itself.
 */
#ifndef PAGE_COLUMN_MODEL_H
#define PAGE_COLUMN_MODEL_H

#include "page/columns.h"
#include "page/line_facts.h"

#define WIDTHS_MAX 24 /* columns of different widths that are tried on one page */
#define PLACES 4      /* in a column */
#define STATES_MAX (1 + WIDTHS_MAX * PLACES)

/* How a line follows the one before. */
enum step { STEP_JOIN, STEP_BREAK, STEP_OTHER, STEPS };

/* How much wider than its column a full line is, in steps: wider, as wide, up to 1, 2 and 3½
   characters narrower, and more. */
enum off { OFF_WIDER, OFF_NONE, OFF_ONE, OFF_TWO, OFF_FEW, OFF_MORE, OFFS };

struct column_model {
    uint32_t widths[WIDTHS_MAX];              /* candidates, rising */
    float rarity[WIDTHS_MAX];                 /* cost of a column of each */
    float last[WIDTHS_MAX], only[WIDTHS_MAX]; /* cost of a last line, an only line of any width */
    size_t widths_len;
    float off[OFFS];              /* learned, of middle lines; OFF_MORE has a rule of its own */
    float gap[STEPS][FACTS_GAPS]; /* learned */
    float opening[2][1 + PLACES]; /* learned, by place: a text in a column begins there, after a
                                     line alone and after another text */
    float indent[1 + PLACES][2];  /* learned, by place: without an indent, with one */
    float inset, flush;           /* learned: a first line two characters shorter, one as wide */
};

/* How many states the model has for its page: at most STATES_MAX. */
size_t model_states(const struct column_model *model);

/* The step that OFF, in characters, is in. */
enum off off_step(float off);

/* The place and the width that a state stands for; the width of state 0 is 0. */
enum line_place state_place(size_t state);
uint32_t state_column(const struct column_model *model, size_t state);

/* A model for these lines: candidates for widths, and what pages do as a rule. */
struct column_model model_new(const struct line_facts *facts, size_t len);

/* Writes the cheapest sequence of states, one for each line, into PATH. BACK has room for LEN times
   model_states() bytes. */
void model_decode(const struct column_model *model, const struct line_facts *facts, size_t len,
                  uint8_t *back, uint8_t *path);

/* Learns the page's custom from its lines and their states. */
void model_learn(struct column_model *model, const struct line_facts *facts, const uint8_t *path,
                 size_t len);

/* Whether the step from one state to another joins two lines of one paragraph. */
bool model_joins(const struct column_model *model, size_t from, size_t to);

#endif
