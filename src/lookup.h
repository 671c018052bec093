/* SPDX-License-Identifier: MIT */
/* From the name of a story or page, as somebody gives it, to the page. */
#ifndef LOOKUP_H
#define LOOKUP_H

#include "inputs.h"

/* The site that names are looked up in. */
struct lookup {
    const struct settings *settings;
    struct inputs inputs; /* pages, publications and reference data; the rest is not read */
    bool is_site;         /* false: there is no content/ folder, and pages stand for themselves */
    bool *may_give_ids;   /* by page: its front matter may hold an id; NULL: not looked at yet */
};

/* What a name means. */
struct looked_up {
    struct str path; /* as pages_read() names it, below the site's folder; else of a file */
    bool in_site;
    struct strs ids; /* of the page's stories and residue, as the site has them; empty: outside */
    size_t story;    /* among the page's stories and residue, or LOOKUP_ALL */
};

#define LOOKUP_ALL SIZE_MAX

/* Reads what is said about pages in the site's folder, in KEEP. False: it cannot be used, and DIAGS
   say why. */
bool lookup_open(struct arena *keep, const struct settings *settings, struct lookup *lookup,
                 struct diags *diags);

/*
 * Finds what NAME means: a file (which need not be of the site, or "-"), the id of a story or of
 * what is left over, or a page's part of its stories' ids. Ids are those that a build gives; only
 * pages that may have a part in the id are read. False: it means nothing, and DIAGS say what is
 * near.
 */
bool lookup_find(struct arena *keep, struct lookup *lookup, struct str name,
                 struct looked_up *found, struct diags *diags);

#endif
