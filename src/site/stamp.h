/* SPDX-License-Identifier: MIT */
/*
 * Stamps: hashes of all that outputs are made of. One that has the stamp that it had is as it was,
 * and need not be rendered again.
 *
 * A template can reach no more than the view of its page leads to: of the story that the page is
 * about everything, of others what a list shows of them (view_entry.h), and what follows from the
 * lists that the page is about. Stamps are made of the same: whoever lets a view lead to more adds
 * it here (tests/test_stamps.c reads every name of a subject).
 */
#ifndef SITE_STAMP_H
#define SITE_STAMP_H

#include "base/vec.h"
#include "site/site.h"

struct stamp {
    struct str path; /* of the output */
    uint64_t hash;   /* of all */
    uint64_t with;   /* of that: settings, words, template */
    uint64_t own;    /* of that: the source page that it is made of; 0: of many */
};

struct stamps VEC_OF(struct stamp);

/* The stamps of OUTPUTS, in their order, and then those of the files of texts of the search index
   (search/index.h), in KEEP; their paths are borrowed or in KEEP too. Hash 0: that file is always
   made anew. */
struct stamps stamps_make(struct arena *keep, const struct site *site,
                          const struct outputs *outputs);

/* Why a file with the stamp NOW was written where the one BEFORE stood; either may be NULL: nothing
   is known of it. SOURCE is the path of the page that it is made of, or empty. In KEEP. */
struct str stamp_reason(struct arena *keep, const struct stamp *now, const struct stamp *before,
                        struct str source);

/* The source page that an output is made of; NULL: it is made of many. */
const struct archive_page *stamp_source(const struct output *output);

#endif
