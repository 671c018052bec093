/* SPDX-License-Identifier: MIT */
/* How sure it is that a story is whole and nothing but one story. */
#ifndef STORY_CONFIDENCE_H
#define STORY_CONFIDENCE_H

#include "base/buf.h"
#include "story/story.h"

/*
 * Sets the confidence of each of a page's stories: from the margins of the choices that made it and
 * the others of the page, and from what it is like. It is chosen so that stories above .9 are wrong
 * in fewer than 2 of 100 cases (docs/reconstruction.md); residue has 0.
 */
void confidence_rate(struct story *stories, size_t len);

/* What a measure says of a story. */
struct confidence_reason {
    const char *words; /* what was found, or what was measured */
    double nats;       /* for the story; 0 where nothing was found */
    bool doubt;        /* the words say, taken alone, why a story may be wrong */
};

struct confidence_reasons VEC_OF(struct confidence_reason);

/* What makes the confidence of STORY, one of STORIES, and the last for caution: their sum S gives
   it as 1 / (1 + exp(-S)). In SCRATCH. */
struct confidence_reasons confidence_reasons(struct arena *scratch, const struct stories *stories,
                                             const struct story *story);

/* A row with the measures' names, then one for each story: where its text starts, in bytes, and
   what was measured. For fitting the weights. */
void confidence_dump(struct buf *out, const struct stories *stories);

#endif
