/* SPDX-License-Identifier: MIT */
/* The plan: every file of the site that a template makes. */
#ifndef SITE_PLAN_H
#define SITE_PLAN_H

#include "site/site.h"

/* The outputs of SITE, in KEEP, kind after kind; of one kind in the order of the archive. The order
   and the paths depend on nothing but the archive. */
struct outputs site_plan(struct arena *keep, const struct site *site);

#endif
