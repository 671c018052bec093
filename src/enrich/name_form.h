/* SPDX-License-Identifier: MIT */
/* One name, however it is written. */
#ifndef ENRICH_NAME_FORM_H
#define ENRICH_NAME_FORM_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The form that NAME is filed under, in KEEP: without blanks; with · for every kind of dot; with
 * the usual characters for compatibility forms and radicals, which look the same (NFKC of Unicode
 * Standard Annex #15); in Simplified characters where it is from a page in TRADITIONAL ones.
 */
struct str name_form(struct arena *keep, struct str name, bool traditional);

#endif
