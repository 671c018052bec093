/* SPDX-License-Identifier: MIT */
/* Strings as scripts have them. */
#ifndef SEARCH_SCRIPT_H
#define SEARCH_SCRIPT_H

#include "base/buf.h"

/* Appends S in double quotes, escaped so that it ends nowhere before and stands on one line. */
void script_string(struct buf *out, struct str s);

#endif
