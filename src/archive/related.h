/* SPDX-License-Identifier: MIT */
/*
 * Stories that a reader of one may want to read too: near it in time, of its counties or topics,
 * and speaking of the same things, by the words that its topics were found by.
 */
#ifndef ARCHIVE_RELATED_H
#define ARCHIVE_RELATED_H

#include "archive/archive.h"

enum { RELATED_MOST = 4 };

/* The stories of ARCHIVE that are most related to ENTRY, most first; at most RELATED_MOST, in KEEP.
   It takes the same time however large the archive is. */
struct entries related_find(struct arena *keep, const struct archive *archive,
                            const struct entry *entry);

#endif
