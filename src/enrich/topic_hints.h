/* SPDX-License-Identifier: MIT */
/* Words that are of no topic, but stand more often in stories about one, or more seldom, than in
   others: 老师 hints at education, 村民 speaks against it. data/make-topic-hints counts them. */
#ifndef ENRICH_TOPIC_HINTS_H
#define ENRICH_TOPIC_HINTS_H

#include "enrich/topics.h"

/* What a word adds to a topic's score; less than 0: it speaks against it. */
struct topic_hint {
    const struct topic *topic;
    double weight;
};

struct topic_hints {
    struct topic_hint *at;
    size_t len, cap;
    size_t order; /* among the words that hint, from 0 */
};

/* Adds the built-in hints at those of TOPICS that take them to WORDS, in KEEP; returns how many
   words have hints. */
size_t topic_hints_add(struct arena *keep, const struct topics *topics, struct words *words);

#endif
