/* SPDX-License-Identifier: MIT */
/* How well texts answer to headlines. */
#ifndef STORY_ANSWERS_H
#define STORY_ANSWERS_H

#include "story/passages.h"

/* How well the text from a start on answers to a headline, by its characters, in nats. */
struct answer {
    double ahead;  /* how much likelier the headline is over this text than over the best of the
                      page's others, from a start inside a text than over the best but that one.
                      The likelihood is Ponte and Croft's, 1998 */
    double mutual; /* the share that headline and text have of each other when every headline has
                      one text and every text one headline: at most 0. Sinkhorn and Knopp 1967 */
};

/* Headlines in ROWS, starts in COLS. HEADS are places among the headings, STARTS among the
   passages. BELOW: headlines stand below their texts. Lives in SCRATCH. */
struct answer *answers_of(struct arena *scratch, const struct passages *passages,
                          const size_t *heads, size_t rows, const size_t *starts, size_t cols,
                          bool below);

#endif
