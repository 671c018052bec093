/* SPDX-License-Identifier: MIT */
/*
 * How a story is cited: GB/T 7714-2015 (8.3, newspaper articles), BibLaTeX (@article, with the
 * dates of ISO 8601-2) and RIS. What the newspaper does not say stands in brackets, as GB/T 7714
 * wants it.
 */
#ifndef SITE_VIEW_CITATION_H
#define SITE_VIEW_CITATION_H

#include "base/buf.h"
#include "site/site.h"

/* Each appends the citation, in lines without a line end after the last. */
void cite_gbt(struct buf *out, const struct site *site, const struct entry *entry);
void cite_bibtex(struct buf *out, const struct site *site, const struct entry *entry);
void cite_ris(struct buf *out, const struct site *site, const struct entry *entry);

/* Appends the story's address, which BibLaTeX and RIS have too; nothing without base_url. */
void cite_link(struct buf *out, const struct site *site, const struct entry *entry);

#endif
