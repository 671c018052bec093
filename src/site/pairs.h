/* SPDX-License-Identifier: MIT */
/* The pairs of the search index of a site, made out of those of before where its stories are there
   still. */
#ifndef SITE_PAIRS_H
#define SITE_PAIRS_H

#include "base/map.h"
#include "site/render.h"

struct stage;

/* Puts them into STAGE. BEFORE is what the old site was made of, or NULL; STAMPS are its stamps by
   path. MADE in KEEP gets the stories, and the stamps of the files. False: the stage's diags say
   why.
 */
bool pairs_put(struct arena *keep, const struct site *site, const struct made *before,
               const struct map *stamps, const struct pairs_store *store, struct stage *stage,
               struct made *made);

#endif
