/* SPDX-License-Identifier: MIT */
/* The topics and their words, read from topics.yaml. */
#ifndef ENRICH_TOPICS_H
#define ENRICH_TOPICS_H

#include "base/diag.h"
#include "enrich/words.h"

/* The name of the page of stories without a topic, which no topic may have. */
#define TOPIC_OTHER "other"

/* So many topics there can be at most, and words of all together. */
enum { TOPICS_MOST = 1000, TOPIC_WORDS_MOST = 20000 };

struct topic {
    struct str id;       /* "agriculture": also its page's name */
    struct str label;    /* 农业 */
    struct str label_en; /* Agriculture */
    struct str group;    /* 土地与生产: its heading in the index; empty: none */
    struct str iptc;     /* IPTC Media Topics code, e.g. "20000210"; empty: none fits */
    double stress;       /* what the sum of its words is multiplied with; 1 where nothing is said */
    bool essays;         /* that a story is an essay counts as a strong word of it */
    bool hints;          /* words that are none of its own hint at it: topic_hints.h */
    size_t order;        /* in topics.yaml, from 0 */
};

/* In the order of topics.yaml. */
struct topics {
    struct topic *at;
    size_t len;
    const struct words *words; /* values: struct topic_word */
    size_t hinting;            /* how many of the words hint at topics */
    uint64_t hash;             /* of the YAML that they were read from */
};

/* A word of a topic and how much it counts; 0: nothing counts for the topic where it stands. */
struct topic_word {
    const struct topic *topic; /* NULL: it is no topic's, and only hints */
    double weight;
    bool essay;                      /* it counts in essays alone */
    const struct topic_hints *hints; /* of a word that is no topic's */
};

/* The built-in topics, in KEEP. */
const struct topics *topics_builtin(struct arena *keep);

/* Topics from YAML. NULL: it cannot be used, and DIAGS says why with file FILE and line. */
const struct topics *topics_read(struct arena *keep, struct str file, struct str yaml,
                                 struct diags *diags);

/* The topic with an id, or NULL. */
const struct topic *topics_find(const struct topics *topics, struct str id);

#endif
