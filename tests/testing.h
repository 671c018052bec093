/* SPDX-License-Identifier: MIT */
/* What every unit test includes first: cmocka and checks of our own types. */
#ifndef TESTS_TESTING_H
#define TESTS_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"

/* That a slice holds just these bytes. */
#define assert_str(slice, literal)                               \
    do {                                                         \
        struct arena arena_ = {0};                               \
        assert_string_equal(str_c(&arena_, (slice)), (literal)); \
        arena_clear(&arena_);                                    \
    } while (0)

#endif
