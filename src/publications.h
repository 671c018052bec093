/* SPDX-License-Identifier: MIT */
/* Publications (报刊): what a folder's publication.yaml says of all pages below it. */
#ifndef PUBLICATIONS_H
#define PUBLICATIONS_H

#include "pipeline.h"

/* A folder, and what is said of its pages, also by the folders that it lies in. */
struct publication {
    struct str folder; /* "content/吕梁日报/" */
    struct page_facts facts;
};

/* Wider folders stand before those in them. */
struct publications VEC_OF(struct publication);

/* Reads the files PATHS, relative to the site's folder; in KEEP. False: one cannot be used, and
   DIAGS say why. */
bool publications_read(struct arena *keep, const struct settings *settings,
                       const struct strs *paths, const struct gazetteer *gazetteer,
                       struct publications *publications, struct diags *diags);

/* What the innermost of the folders that PATH lies in says; NULL: none says anything. */
const struct page_facts *publication_of(const struct publications *publications, struct str path);

#endif
