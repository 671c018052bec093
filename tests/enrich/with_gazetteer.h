/* SPDX-License-Identifier: MIT */
/* Tests that share the built-in gazetteer: cmocka_run_group_tests(tests, setup, teardown). */
#ifndef TESTS_ENRICH_WITH_GAZETTEER_H
#define TESTS_ENRICH_WITH_GAZETTEER_H

#include "enrich/gazetteer.h"

static struct arena keep;
static const struct gazetteer *gazetteer;

static int setup(void **state)
{
    (void)state;
    gazetteer = gazetteer_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

#endif
