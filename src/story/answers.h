/* SPDX-License-Identifier: MIT */
/* How well texts answer to headlines. */
#ifndef STORY_ANSWERS_H
#define STORY_ANSWERS_H

#include "story/passages.h"

/* A headline and the text from one start on, in nats. */
struct answer {
    double words, chars;             /* how much likelier the headline is over this text than over any */
    double words_ahead, chars_ahead; /* … than over the best of the page's other texts */
    double words_first, chars_first; /* … than the best of the other headlines over this text */
};

/* Headlines in rows, starts in columns. */
struct answers {
    struct answer *at;
    size_t cols;
};

/* HEADS are places among the headings, STARTS among the passages. Lives in SCRATCH. */
struct answers answers_of(struct arena *scratch, const struct passages *passages,
                          const size_t *heads, size_t rows, const size_t *starts, size_t cols);

#endif
