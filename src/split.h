/* SPDX-License-Identifier: MIT */
/* The command `split`: pages, by their names or those of a list, to stories or records. */
#ifndef SPLIT_H
#define SPLIT_H

#include "options.h"

/* Returns the exit status. */
int split_run(const struct call *call);

#endif
