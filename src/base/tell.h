/* SPDX-License-Identifier: MIT */
/* What is said to whoever sits at the terminal: names and words of others can do nothing to it. */
#ifndef BASE_TELL_H
#define BASE_TELL_H

#include "base/die.h"

#include <stdio.h>

/* Prints a line; what utf8_add_safe() makes harmless is made so, line breaks in it too. */
void tell(FILE *to, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
