/* SPDX-License-Identifier: MIT */
/*
 * A bag: all of an archive for keeping, with a checksum of each file, as RFC 8493 (BagIt 1.0) has
 * it.
 *
 * data/ holds content/ and templates/ of the site's folder, and the site as public/, as they stand;
 * documentation/ says how to read them.
 * The same files make the same bag, byte for byte; its date is in it only where somebody says it.
 */
#ifndef BAG_BAG_H
#define BAG_BAG_H

#include "pipeline.h"

struct bagging {
    const struct settings *settings;
    struct str dir;  /* of the bag; need not be there, and holds nothing yet */
    struct str date; /* Bagging-Date, YYYY-MM-DD; empty: none is told */
};

struct bagged {
    struct tally
        tally;      /* of the site, which is built first where it is not what its sources make */
    size_t files;   /* in data/ … */
    uint64_t bytes; /* … and of them */
};

/* Builds the site, if anything changed, and makes the bag, whole or not at all. False: there is no
   bag, and DIAGS say why; of a site that could not be built the old one stays. */
bool bag_make(struct arena *keep, const struct bagging *bagging, struct diags *diags,
              struct bagged *bagged);

#endif
