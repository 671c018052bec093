/* SPDX-License-Identifier: MIT */
/* Surnames (姓), single and compound, with the readings that they have as surnames. */
#ifndef ENRICH_SURNAMES_H
#define ENRICH_SURNAMES_H

#include "base/map.h"

struct surname {
    struct str text;
    struct str reading; /* "yu chi" */
    size_t rank;        /* in the table, which begins with the commonest */
    bool common;        /* enough to take a word for a name by it */
};

struct surnames {
    struct map by_text; /* → struct surname */
};

/* The built-in surnames, in KEEP. */
const struct surnames *surnames_builtin(struct arena *keep);

/* The surname that NAME begins with, the longer one where two fit; NULL where there is none. */
const struct surname *surname_of(const struct surnames *surnames, struct str name);

#endif
