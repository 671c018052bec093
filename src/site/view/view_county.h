/* SPDX-License-Identifier: MIT */
/* A county: a listing. */
#ifndef SITE_VIEW_VIEW_COUNTY_H
#define SITE_VIEW_VIEW_COUNTY_H

#include "site/view/view.h"

/* The output's subject is a struct county_index. */
struct value county_subject(struct arena *scratch, const struct view *view);

#endif
