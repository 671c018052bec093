/* SPDX-License-Identifier: MIT */
/* Whether a built site fits where it is to go: a static host, a USB stick, a disc. */
#ifndef SITE_CHECK_HOST_H
#define SITE_CHECK_HOST_H

#include "base/diag.h"

struct host;

/* The host NAME ("github"); NULL: none is known by it. */
const struct host *host_find(struct str name);

/* The names of all, with ", " between them. */
extern const char host_names[];

/* Adds to DIAGS what of the site in the folder DIR does not fit HOST, and what to do; where all of
   it fits, a note of what was measured. */
void host_check(struct str dir, const struct host *host, struct diags *diags);

#endif
