/* SPDX-License-Identifier: MIT */
/* Why a link weighs what it weighs: its evidence measure by measure, with words for each. */
#ifndef STORY_REASONS_H
#define STORY_REASONS_H

#include "base/vec.h"
#include "story/evidence.h"

enum measure {
#define MEASURE(name, after_open, after_closed, after_head) MEASURE_##name,
#include "story/evidence.inc"
#undef MEASURE
    MEASURE_COUNT
};

/* What a measure looks at. */
enum aspect {
    ASPECT_USUAL,   /* nothing of the link: how often such links are right */
    ASPECT_PLACE,   /* where both stand, and what stands between them */
    ASPECT_HEAD,    /* what the headline is like */
    ASPECT_ANSWER,  /* how well headlines and texts answer to each other */
    ASPECT_SEAM,    /* whether the sentence goes on */
    ASPECT_SENSE,   /* what both speak of */
    ASPECT_MANNER,  /* how texts like to begin and end */
    ASPECT_SETTING, /* how their columns are set */
    ASPECT_COUNT
};

/* What one measure says of a link. */
struct reason {
    enum measure measure;
    double nats; /* for the link; against it where below 0; never 0 */
};

struct reasons VEC_OF(struct reason);

/* Appends what speaks for and against the link, and returns the sum, which is link_evidence(): the
   same measures and weights, added in the same order. */
double link_reasons(struct arena *keep, const struct link *link, struct reasons *reasons);

/* "next": the measure's name in evidence.inc. */
const char *measure_name(enum measure measure);

/* "it is the next on the page": what speaks for the link, or against it. */
const char *reason_words(const struct reason *reason);

enum aspect reason_aspect(enum measure measure);

/* "what both speak of": what the aspect is. */
const char *aspect_words(enum aspect aspect);

/* The sum of what REASONS say of one aspect. */
double reasons_of_aspect(const struct reasons *reasons, enum aspect aspect);

/* The reason that says most for (SIGN > 0) or against an aspect; NULL: none does. */
const struct reason *reasons_strongest(const struct reasons *reasons, enum aspect aspect, int sign);

#endif
