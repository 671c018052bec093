/* SPDX-License-Identifier: MIT */
/*
 * The grounds on which a page's stories were filed: what every name, word and choice counted, for
 * `xianbao explain`. Whoever builds a site passes NULL along, and nothing is recorded.
 */
#ifndef ENRICH_GROUNDS_H
#define ENRICH_GROUNDS_H

#include "enrich/gazetteer.h"
#include "enrich/topics.h"
#include "story/story.h"

/* By what a name was settled: county.c tries them in this order. */
enum settled_by {
    SETTLED_NOT,        /* left open, or no name of a county here */
    SETTLED_PLAIN,      /* one county alone bears it */
    SETTLED_WITHIN,     /* the wider place that stands before it */
    SETTLED_TOWNSHIP,   /* the township that stands after it */
    SETTLED_LISTED,     /* a short name in a list, beside a county in full */
    SETTLED_PAIR,       /* a short name and a township near each other, of one county */
    SETTLED_NEIGHBOURS, /* short names of several counties of one prefecture */
    SETTLED_BEFORE,     /* the story named the county before */
    SETTLED_NAMED,      /* the story names one of them alone */
    SETTLED_NEAR,       /* the page is from near one of them, or names it */
    SETTLED_INSISTED,   /* a short name that the story has in a heading, and again */
    SETTLED_PLACE,      /* the page's `place` */
    SETTLED_HOME,       /* one alone is of the page's home */
    SETTLED_AFTER,      /* the story names the county after it */
    SETTLED_USUAL,      /* every county has such a one, and the paper is a county's own */
    SETTLED_SUPPORT,    /* all that the page says of places */
    SETTLED_ALONE,      /* one township of that name in the land, and nothing says otherwise */
    SETTLED_PAGE,       /* another story of the page */
    SETTLED_TOWNSHIPS,  /* townships without 镇 of one of the counties that bear it */
    SETTLED_SHORT,      /* a township without 镇, of one county alone of the page's prefecture */
    SETTLED_BY_COUNT
};

/* What speaks for one of the counties that bear a name. */
enum support {
    SUPPORT_ITSELF,       /* the story names it, or the newspaper is its own */
    SUPPORT_PLACE,        /* the page's `place` is in its prefecture, or in its province */
    SUPPORT_PAPER,        /* the newspaper is of its prefecture, or of its province */
    SUPPORT_NAMED,        /* the story names its prefecture or province */
    SUPPORT_COUNTY,       /* the story names a county near it */
    SUPPORT_PAGE_NAMED,   /* another story names its prefecture or province … */
    SUPPORT_PAGE_COUNTY,  /* … or a county near it … */
    SUPPORT_PAGE_SETTLED, /* … or it itself, plainly */
    SUPPORT_COUNT
};

struct supports {
    double at[SUPPORT_COUNT];
};

static inline double supports_sum(const struct supports *supports)
{
    double sum = 0;
    for (size_t i = 0; i < SUPPORT_COUNT; i++)
        sum += supports->at[i];
    return sum;
}

/* A county that bears a name. */
struct rival {
    const struct county *county;
    struct supports supports;
};

struct rivals VEC_OF(struct rival);

/* A name in a story: a county's, a township's. */
struct ground_name {
    const struct story *story;
    const struct block *block;
    struct str text;
    size_t at;     /* in the block's text */
    bool township; /* a township's, not a county's */
    bool loose;  /* a common noun too, or a short name: it counts only where something speaks for it
                  */
    bool clear;  /* false: the characters may be part of other words */
    bool within; /* it stands after the name of a wider place */
    enum settled_by by;
    const struct county *county; /* NULL: open */
    struct rivals rivals;        /* all that bear the name, or have a township of that name */
};

/* Words that count for a place. */
struct ground_place {
    const struct story *story;
    const void *place; /* a county, prefecture or province */
    const struct block *block;
    size_t evidence; /* which of the place's evidence in the story */
    double weight;
};

/* Why a county is only mentioned. */
enum passing {
    PASSING_NOT,
    PASSING_CUED,     /* all that names it says who comes from there, goes there and the like */
    PASSING_EXAMPLE,  /* the story is about all of its prefecture or province */
    PASSING_SELDOM,   /* it has no more than a part of the weight of the first, passing_share */
    PASSING_STRANGER, /* once, and far from the home that the first is of */
};

struct ground_passing {
    const struct story *story;
    const struct county *county;
    enum passing why;
    double weight, first; /* its own, and that of the story's first county */
};

struct ground_word {
    struct str text;
    double weight; /* in topics.yaml; 0: it hints */
    double places; /* how often, a headline counting for more; 0: it signs an essay */
    double score;  /* weight × log₂(1 + places); of a hint what it adds to the topic's score */
};

struct ground_words VEC_OF(struct ground_word);

struct ground_topic {
    const struct story *story;
    const struct topic *topic;
    double sum;   /* of its words' scores, times SCALE */
    double scale; /* for the story's length and the topic */
    double score; /* log₂(1 + SUM), and the hints */
    double least; /* the score that it needs to be the story's, as it stands in the order */
    struct ground_words words, hints; /* those that say most first */
};

/* Each list is in the order of the page's stories. */
struct grounds {
    struct arena keep; /* where all of it lives */
    struct {
        struct ground_name *at;
        size_t len, cap;
    } names;
    struct {
        struct ground_place *at;
        size_t len, cap;
    } places;
    struct {
        struct ground_passing *at;
        size_t len, cap;
    } passing;
    struct {
        struct ground_topic *at; /* a story's best first */
        size_t len, cap;
    } topics;
};

#endif
