/* SPDX-License-Identifier: MIT */
/* News agencies (通讯社) that a report is said to be from. */
#ifndef ENRICH_AGENCY_H
#define ENRICH_AGENCY_H

#include "base/str.h"

/* Whether WORD is the name of one. */
bool is_agency(struct str word);

/* The agency whose report TEXT begins: 新华社北京10月3日电, 据新华社电. Empty: none. A part of
   TEXT, as is the next. */
struct str agency_of_head(struct str text);

/* The agency that TEXT ends with in a bracket, or is: （新华社发）, （新华社北京10月3日电）,
   据新华社. Empty: none. */
struct str agency_of_tail(struct str text);

#endif
