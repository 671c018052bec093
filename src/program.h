/* SPDX-License-Identifier: MIT */
/* Which program this is. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdint.h>

/* A hash of the build ids of the program and its libraries, or, of one that has none, of its file
   or of how that looks: what another one found out may be otherwise. 0: the system does not show
   which one runs, and nothing that was found out before is to be relied on. */
uint64_t program_hash(void);

#endif
