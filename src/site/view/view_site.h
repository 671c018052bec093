/* SPDX-License-Identifier: MIT */
/* What every page can say of the site and of the archive as a whole. */
#ifndef SITE_VIEW_VIEW_SITE_H
#define SITE_VIEW_VIEW_SITE_H

#include "site/site.h"
#include "template/value.h"

extern const struct value_type site_type, archive_type;

/* site.yaml. */
struct value site_value(const struct site *site);

/* How much there is of everything. */
struct value archive_value(const struct site *site);

/* How the page's black and red are to be read, a list of runs. */
struct value signs_value(struct arena *scratch, const struct site *site);

#endif
