/* SPDX-License-Identifier: MIT */
/* Words that two texts of a page share, to show what both speak of. */
#ifndef EXPLAIN_SHARED_H
#define EXPLAIN_SHARED_H

#include "story/cohesion.h"

/* "张丽, 社区": runs of Han characters that stand in both, the rarest on the page first, at most
   three; empty: there are none. */
struct str shared_words(struct arena *scratch, const struct cohesion *cohesion, size_t blocks,
                        struct str a, struct str b);

#endif
