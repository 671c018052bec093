/* SPDX-License-Identifier: MIT */
/*
 * The index that search.html reads, in files that are scripts, since a page that is opened from the
 * disk can load nothing else. docs/search.md says how they are made up.
 */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include "archive/archive.h"
#include "base/buf.h"

/* Takes a file of the index. False: stop. */
typedef bool search_put(void *context, struct str path, struct str bytes);

/* Makes the index of ARCHIVE and hands its files to PUT with CONTEXT, always the same in the same
   order. False where PUT said so. */
bool search_index(const struct archive *archive, search_put *put, void *context);

#endif
