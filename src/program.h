/* SPDX-License-Identifier: MIT */
/* Which program this is. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdint.h>

/* A hash of the program's own file and of how those of its libraries look: what another one found
   out may be otherwise. 0: the system does not show which one runs, and nothing that was found out
   before is to be relied on. */
uint64_t program_hash(void);

#endif
