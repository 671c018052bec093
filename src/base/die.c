/* SPDX-License-Identifier: MIT */
#include "base/die.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void die(const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    fputs("xianbao: error: ", stderr);
    vfprintf(stderr, fmt, args);
    fputs("; stopped\n", stderr);
    va_end(args);
    _exit(EXIT_NOT_DONE); /* other threads go on until now, and must find everything as it was */
}

void *xmalloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        die("out of memory (%zu bytes wanted)", size);
    return p;
}

void *xcalloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);
    if (!p)
        die("out of memory (%zu times %zu bytes wanted)", count, size);
    return p;
}

void *xrealloc(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);
    if (!p)
        die("out of memory (%zu bytes wanted)", size);
    return p;
}
