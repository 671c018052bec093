/* SPDX-License-Identifier: MIT */
/* What commands say on standard output and standard error, and the exit statuses. */
#ifndef CONSOLE_H
#define CONSOLE_H

#include "base/die.h"
#include "options.h"

enum { EXIT_DONE = 0, EXIT_NEEDS_A_PERSON = 1 }; /* EXIT_NOT_DONE is in base/die.h */

/* Prints of what was found what CALL asks to hear; returns the exit status of a command that did
   its work. */
int console_report(const struct call *call, const struct diags *diags);

/* Writes OUT to standard output, and empties it. False: that did not take everything, which was
   told. */
bool console_put(struct buf *out);

#endif
