/* SPDX-License-Identifier: MIT */
/* What a story says against the date that is stated for its page, told in the page's diags. */
#ifndef ENRICH_DATE_CONFLICTS_H
#define ENRICH_DATE_CONFLICTS_H

#include "enrich/date_clues.h"
#include "enrich/date_own.h"

/* Tells of OWN, a dateline with a year, if it is later than the day STATED or much older. */
void dateline_check(struct page *page, const struct own_date *own, struct date stated);

/* Tells of the first of CLUES that no story of a page of STATED would hold: what is told as done,
   or known, but came later; another year as the present one. */
void clues_check(struct page *page, const struct clues *clues, struct date stated);

/* Adds a finding about the words at [AT, END) of BLOCK's text: "'words' is WHAT". */
void date_tell(struct page *page, enum diag_id id, const struct block *block, size_t at, size_t end,
               const char *what);

#endif
