/* SPDX-License-Identifier: MIT */
/*
 * A library to preload: finds no memory at the allocation whose number MEMORY_FAULT_AT names (the
 * first is 1), wherever it is made, in the program or a library; with MEMORY_FAULT_ON, at all that
 * follow too. Instead, MEMORY_FAULT_SITES names a file to be filled with a line for each way in
 * which the program comes to an allocation: the number of the first that is made so.
 *
 * glibc's own functions go by these names too.
 */
#undef _FORTIFY_SOURCE /* it makes some of the calls inline */
#define _GNU_SOURCE
#include <errno.h>
#include <execinfo.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

enum { FRAMES = 9, SITES = 1 << 16 };

static atomic_long allocations;
static long at; /* 0: at none */
static bool on;
static FILE *list;
static uint64_t seen[SITES];
static _Thread_local bool inside;

__attribute__((constructor)) static void begin(void)
{
    const char *text = getenv("MEMORY_FAULT_AT"), *sites = getenv("MEMORY_FAULT_SITES");
    void *frames[FRAMES];
    inside = true;
    backtrace(frames, FRAMES); /* loads what it needs */
    at = text ? strtol(text, NULL, 10) : 0;
    on = getenv("MEMORY_FAULT_ON") != NULL;
    list = sites ? fopen(sites, "w") : NULL;
    if (list)
        setvbuf(list, NULL, _IOLBF, 0);
    inside = false;
}

/* Whether the program came to this place for the first time. */
static bool is_new(void)
{
    void *frames[FRAMES] = {0};
    uint64_t hash = 14695981039346656037U;
    backtrace(frames, FRAMES);
    for (size_t i = 2; i < FRAMES; i++) /* beyond this function and the one that calls it */
        hash = (hash ^ (uint64_t)(uintptr_t)frames[i]) * 1099511628211U;
    size_t slot = hash % SITES;
    while (seen[slot] && seen[slot] != hash)
        slot = (slot + 1) % SITES;
    bool new = !seen[slot];
    seen[slot] = hash;
    return new;
}

static bool fault(void)
{
    if (inside || (!at && !list))
        return false;
    long number = atomic_fetch_add(&allocations, 1) + 1;
    if (list) {
        inside = true;
        if (is_new())
            fprintf(list, "%ld\n", number);
        inside = false;
    }
    bool fails = at && (number == at || (on && number > at));
    if (fails)
        errno = ENOMEM;
    return fails;
}

void *malloc(size_t size)
{
    return fault() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fault() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fault() ? NULL : __libc_realloc(old, size);
}
