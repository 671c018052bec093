/* SPDX-License-Identifier: MIT */
/*
 * What the targets share. A target is LLVMFuzzerTestOneInput() over bytes from outside: whatever
 * they are, nothing crashes, leaks or takes forever, and what the target CHECKs holds. The same
 * source is run by libFuzzer, by AFL++ and, over files, by replay.c.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "enrich/reference.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void check_failed(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

#define CHECK(holds) ((holds) ? (void)0 : check_failed(__FILE__, __LINE__, #holds))

static inline struct str input_of(const uint8_t *data, size_t size)
{
    return (struct str){(const char *)data, size};
}

/* The built-in reference data, read at the first call. */
static inline const struct reference *fuzz_reference(void)
{
    static struct arena forever;
    static struct reference reference;
    if (!reference.gazetteer)
        reference = reference_builtin(&forever);
    return &reference;
}

#endif
