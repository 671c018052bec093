/* SPDX-License-Identifier: MIT */
/*
 * Stories that a reader of one may want to read too: near it in time, of its counties or topics,
 * and speaking of the same things, by the words that its topics were found by.
 */
#ifndef ARCHIVE_RELATED_H
#define ARCHIVE_RELATED_H

#include "archive/archive.h"

enum { RELATED_MOST = 4 };

/* Finds the stories that are most related to each entry of ARCHIVE, most first, at most
   RELATED_MOST, on so many THREADS. After archive_index(). It takes the same time for a story
   however large the archive is. */
void related_join(struct archive *archive, size_t threads);

#endif
