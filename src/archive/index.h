/* SPDX-License-Identifier: MIT */
/* The indexes of an archive, one file each. Each reads archive->entries, which is sorted, and keeps
   its order in every list that it fills. */
#ifndef ARCHIVE_INDEX_H
#define ARCHIVE_INDEX_H

#include "archive/archive.h"

void index_places(struct archive *archive);
void index_topics(struct archive *archive);
void index_people(struct archive *archive);
void index_dates(struct archive *archive);

#endif
