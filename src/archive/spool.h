/* SPDX-License-Identifier: MIT */
/* Texts that are seldom read, in a file that is gone when it is closed. Of many threads. */
#ifndef ARCHIVE_SPOOL_H
#define ARCHIVE_SPOOL_H

#include "base/str.h"

struct spool;

/* Texts go to the open file FD, which spool_close() closes; in KEEP. */
struct spool *spool_new(struct arena *keep, int fd);
void spool_close(struct spool *spool);

/* Puts TEXT there; *AT: where. False: there is no room. */
bool spool_put(struct spool *spool, struct str text, uint64_t *at);

/* The text of LEN bytes AT, in KEEP; empty where it cannot be read: errno says why. */
struct str spool_get(struct arena *keep, const struct spool *spool, uint64_t at, size_t len);

#endif
