/* SPDX-License-Identifier: MIT */
/* Words that stand more often in stories about a topic, or more seldom, than in others, whether
   they are words of it or not: 孩子 hints at education, 村民 speaks against it.
   data/make-topic-hints fits them. */
#ifndef ENRICH_TOPIC_HINTS_H
#define ENRICH_TOPIC_HINTS_H

#include "enrich/topics.h"

/* What a word adds to a topic's score for each log₂(1 + how often it occurs), in a story of the
   usual length; less than 0: it speaks against it. */
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
