/* SPDX-License-Identifier: MIT */
/*
 * Stamps: hashes of all that outputs are made of. One that has the stamp that it had is as it was,
 * and need not be rendered again.
 *
 * A template can reach no more than the view of its page leads to: of the story that the page is
 * about everything, of others what a list shows of them (view_entry.h), and what follows from the
 * lists that the page is about. Stamps are made of the same: whoever lets a view lead to more adds
 * it here (tests/whole/test_cache.py renders every name there is).
 */
#ifndef SITE_STAMP_H
#define SITE_STAMP_H

#include "base/vec.h"
#include "site/site.h"

struct stamp {
    struct str path; /* of the output */
    uint64_t hash;
};

struct stamps VEC_OF(struct stamp);

/* The stamps of OUTPUTS, in their order, and then those of the files of texts of the search index
   (search/index.h), in KEEP; their paths are borrowed or in KEEP too. Hash 0: that file is always
   made anew. */
struct stamps stamps_make(struct arena *keep, const struct site *site,
                          const struct outputs *outputs);

#endif
