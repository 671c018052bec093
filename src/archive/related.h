/* SPDX-License-Identifier: MIT */
/*
 * Stories that a reader of one may want to read too: near it in time, of its counties or topics,
 * and speaking of the same things, by the words that its topics were found by.
 */
#ifndef ARCHIVE_RELATED_H
#define ARCHIVE_RELATED_H

#include "archive/archive.h"

enum { RELATED_MOST = 4 };

/* Sets `related` of the archive's entries, RELATED_MOST at most, after all its lists and printings
   are made. It takes the same time for a story however large the archive is. */
void related_join(struct archive *archive);

#endif
