/* SPDX-License-Identifier: MIT */
/* How a story was filed, in words. */
#ifndef EXPLAIN_FILED_H
#define EXPLAIN_FILED_H

#include "explain/choice.h"

/* Counties, those that it only mentions, names that were left open. */
void tell_counties(const struct teller *teller, const struct story *story);

/* Topics with their words, and the best that was left out. */
void tell_topics(const struct teller *teller, const struct story *story);

/* Its date and what says so, and the other dates in its words. */
void tell_date(const struct teller *teller, const struct story *story);

/* The names that sign it, and the words that they were read from. */
void tell_bylines(const struct teller *teller, const struct story *story);

/* "line 12" of a place on the page. */
struct str line_at(const struct teller *teller, struct span span);

#endif
