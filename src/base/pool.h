/* SPDX-License-Identifier: MIT */
/* The same work on many items, on several threads. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

/* Calls work(context, item, worker) once for each item 0 … COUNT-1, on THREADS threads (worker
   0 … THREADS-1 tells them apart; the caller is one of them), and returns when all are done; or,
   where stop_asked(), those that were begun.
   Which thread takes which item is not determined: results must go to a place of the item's own. */
void pool_run(size_t threads, size_t count, void (*work)(void *context, size_t item, size_t worker),
              void *context);

/* How many threads this machine can run at once; at least 1. */
size_t pool_cores(void);

#endif
