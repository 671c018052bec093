/* SPDX-License-Identifier: MIT */
/* How a story was put together, in words. */
#ifndef EXPLAIN_ASSEMBLY_H
#define EXPLAIN_ASSEMBLY_H

#include "explain/choice.h"

/* Headline, bylines and the rest of its head, then its text, passage by passage; of residue why it
   is in no story. */
void tell_assembly(const struct teller *teller, const struct story *story);

#endif
