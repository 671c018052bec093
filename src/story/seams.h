/* SPDX-License-Identifier: MIT */
/* Which runs of characters stand on a page, to tell whether a text may go on with another. */
#ifndef STORY_SEAMS_H
#define STORY_SEAMS_H

#include "page/page.h"
#include "story/passages.h"

struct seams;

/* The runs of 2, 3 and 4 Han characters of the passages from FROM to TO, which stay borrowed. They
   are counted when they are first asked for. Lives in SCRATCH. */
struct seams *seams_of(struct arena *scratch, const struct passages *passages, size_t from,
                       size_t to);

/* Of the runs of N characters across the seam between BEFORE and AFTER: in how many passages the
   commonest of them stands. N is 2, 3 or 4. */
size_t seams_known(struct seams *seams, const struct passage *before, const struct passage *after,
                   size_t n);

#endif
