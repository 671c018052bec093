/* SPDX-License-Identifier: MIT */
/* Lines that a predicate holds for, and look-alikes that it does not hold for. */
#ifndef TESTS_PAGE_LINES_THAT_H
#define TESTS_PAGE_LINES_THAT_H

#include "testing.h"

/* Checks both lists, which end with NULL, and names the line that is read wrong. */
static inline void assert_holds_for(bool (*holds)(struct str), const char *const *lines,
                                    const char *const *look_alikes)
{
    for (; *lines; lines++)
        if (!holds(str_of(*lines)))
            fail_msg("does not hold for: %s", *lines);
    for (; *look_alikes; look_alikes++)
        if (holds(str_of(*look_alikes)))
            fail_msg("holds for a look-alike: %s", *look_alikes);
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
