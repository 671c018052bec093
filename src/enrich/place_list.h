/* SPDX-License-Identifier: MIT */
/* Lists of counties by their short names, which show what words are meant as names there. */
#ifndef ENRICH_PLACE_LIST_H
#define ENRICH_PLACE_LIST_H

#include "base/str.h"

/* Whether what stands from AT to END is in a list of counties: 宜川、黄龙两县, 农安、榆树三地,
   万安和吉安县, 甘洛和我县. */
bool place_is_listed(struct str text, size_t at, size_t end);

/* Whether REST, after a name, goes on in a list with the county or city whose paper it is: 和我县.
 */
bool place_joins_own(struct str rest);

/* Where the amount at AT of TEXT ends, with its unit: 52毫米, 0.5; AT: there is none. */
size_t place_amount_end(struct str text, size_t at);

/* 商州46，洛南38毫米，丹凤：52: whether the name at AT is one of several, each with its amount. */
bool place_is_tabled(struct str text, size_t at);

#endif
