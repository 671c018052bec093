/* SPDX-License-Identifier: MIT */
/* Tests that have an empty archive each: cmocka_unit_test_setup_teardown(test, setup, teardown). */
#ifndef TESTS_ARCHIVE_WITH_ARCHIVE_H
#define TESTS_ARCHIVE_WITH_ARCHIVE_H

#include "archive/archive.h"

static struct arena keep;
static struct reference reference;
static struct diags diags;
static struct archive *archive;

static int setup(void **state)
{
    (void)state;
    diags = (struct diags){.keep = &keep};
    archive = archive_new(&keep, &reference, &diags);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

#endif
