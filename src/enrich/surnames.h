/* SPDX-License-Identifier: MIT */
/* Surnames (姓), single and compound, with the readings that they have as surnames. */
#ifndef ENRICH_SURNAMES_H
#define ENRICH_SURNAMES_H

#include "base/map.h"

struct surnames {
    struct map readings; /* 尉迟 → struct str "yu chi" */
};

/* The built-in surnames, in KEEP. */
const struct surnames *surnames_builtin(struct arena *keep);

/* The surname that NAME begins with, the longer one where two fit, as a slice of NAME; empty where
   there is none. */
struct str surname_of(const struct surnames *surnames, struct str name);

/* How SURNAME is read; empty where it is not known. */
struct str surname_reading(const struct surnames *surnames, struct str surname);

#endif
