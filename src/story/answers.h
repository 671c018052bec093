/* SPDX-License-Identifier: MIT */
/* How well texts answer to headlines. */
#ifndef STORY_ANSWERS_H
#define STORY_ANSWERS_H

#include "story/passages.h"

/* How much likelier a headline is over the text from one start on than over the best of the page's
   other texts, in nats, by its words and by its characters. */
struct answer {
    double words, chars;
};

/* Headlines in ROWS, starts in COLS. HEADS are places among the headings, STARTS among the
   passages; starts inside texts get 0. Lives in SCRATCH. */
struct answer *answers_of(struct arena *scratch, const struct passages *passages,
                          const size_t *heads, size_t rows, const size_t *starts, size_t cols);

#endif
