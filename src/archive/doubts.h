/* SPDX-License-Identifier: MIT */
/* What an archivist should look at: stories that may be put together wrong, and undated ones. */
#ifndef ARCHIVE_DOUBTS_H
#define ARCHIVE_DOUBTS_H

#include "archive/archive.h"

/* Below the first a story is worth an archivist's look; below the second its readers are told. */
#define CONFIDENCE_SURE 0.9
#define CONFIDENCE_TOLD 0.6

/* Tells of the stories that are not sure, the most doubtful first: ALL of them, or DOUBTS_MAX and
   then how many more there are. Returns how many there are in all. */
enum { DOUBTS_MAX = 20 };
size_t doubts_tell(const struct archive *archive, bool all, struct diags *diags);

/* Tells, once for all, of the stories that nothing dates. */
void undated_tell(const struct archive *archive, struct diags *diags);

/* Tells, once for all, of the pages whose newspaper is not known. */
void unnamed_tell(const struct archive *archive, struct diags *diags);

/* Whether the readers of STORY are told. */
static inline bool story_is_doubtful(const struct story *story)
{
    return story->confidence < CONFIDENCE_TOLD;
}

#endif
