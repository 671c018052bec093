/* SPDX-License-Identifier: MIT */
/* Which passages may be read after which at all, before anything is weighed. */
#ifndef STORY_CANDIDATES_H
#define STORY_CANDIDATES_H

#include "story/passages.h"

/* Whether START is the next passage on the page after END. */
bool is_next(const struct passage *end, const struct passage *start);

/* Whether passage START may be read after passage END: the next one; any after an open sentence,
   and after one of the same manner; else where a text may end and another may go on. */
bool may_follow(const struct passages *passages, size_t end, size_t start);

#endif
