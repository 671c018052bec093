/* SPDX-License-Identifier: MIT */
/* Words for a year by how far it is from the present: 去年, 明年. */
#ifndef ENRICH_YEAR_WORDS_H
#define ENRICH_YEAR_WORDS_H

#include "base/str.h"

struct year_word {
    struct str text;
    int years; /* from the year that it means to the present */
};

/* The one that TEXT ends with; NULL: it ends with none. */
const struct year_word *year_word_end(struct str text);

/* The one that TEXT holds; of several one that means another year than 今年. NULL: none. */
const struct year_word *year_word_held(struct str text);

#endif
