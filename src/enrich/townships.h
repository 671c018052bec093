/* SPDX-License-Identifier: MIT */
/* The names of townships, towns and streets (乡级地名), looked for in texts. */
#ifndef ENRICH_TOWNSHIPS_H
#define ENRICH_TOWNSHIPS_H

#include "base/str.h"

/* A name, and the counties that have a township of that name. */
struct township {
    struct str name;          /* built in: it outlives everything */
    const uint16_t *counties; /* places among the counties of the gazetteer, in its order */
    size_t len;
};

/* The longest name that begins at byte AT of TEXT, in TOWNSHIP. Returns whether there is one. */
bool township_at(struct str text, size_t at, struct township *township);

#endif
