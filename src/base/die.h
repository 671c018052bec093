/* SPDX-License-Identifier: MIT */
/* The one way out when the program cannot go on. */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <stddef.h>

#define EXIT_NOT_DONE 2 /* nothing was written */

#if defined(__GNUC__)
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define PRINTF_LIKE(fmt, args)
#endif

/* Prints "xianbao: error: MESSAGE; stopped" on standard error and ends the process with
   EXIT_NOT_DONE, from any thread. */
_Noreturn void die(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* malloc, calloc and realloc that do not return NULL: out of memory ends here, not in callers. */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t size);

#endif
