/* SPDX-License-Identifier: MIT */
/* Which passage is read after which, and where stories begin: the best path cover. */
#ifndef STORY_LINKS_H
#define STORY_LINKS_H

#include "base/buf.h"
#include "story/passages.h"

/* What is chosen for each passage. */
struct links {
    size_t *next;  /* the passage that it goes on in; PASSAGE_NONE: none */
    bool *follows; /* another goes on in it */
    size_t
        *head; /* the headline that begins its story here, among the headings; HEADING_NONE: none */
    double *end_sure; /* how much better the choice of what is read after it is than any other … */
    double *start_sure; /* … and that of what goes before it, in nats; at most ASSIGN_SURE */
};

/*
 * Chooses for each passage the one that is read after it, or none, and for each at most one that is
 * read before it, or a headline that begins its story with it: a maximum-weight path cover, found
 * as an assignment of ends and headlines to starts. No passage goes on, at whatever distance, in
 * itself. Rows of more than PASSAGES_TOGETHER passages are taken in windows, so that time stays
 * linear. Lives in SCRATCH.
 */
#define LINKS_NEAR 24 /* of rows of more than PASSAGES_WHOLE */
struct links links_find(struct arena *scratch, const struct passages *passages);

/* Chooses again for PASSAGES, which are grouped by LINKS, groups them by what was chosen, and so on
   until nothing changes, at most LINKS_ROUNDS times. */
#define LINKS_ROUNDS 4
struct links links_again(struct arena *scratch, struct passages *passages,
                         const struct links *links);

/* Two tables for fitting the weights: of PAGE's passages grouped as they are put together without
   regard to shifts (shifts.h), and as links_again() leaves them. Blocks are parted boldly, doubtful
   headings are in. Each is a row with the measures' names, then one for each possible link of the
   first window: where what goes before ends and the text after it starts, in bytes, what goes
   before (evidence.h; 3: a heading that may be a text), and what was measured. Then those of
   cuts.h. */
void links_dump(struct buf *out, const struct page *page);

#endif
