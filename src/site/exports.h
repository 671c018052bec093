/* SPDX-License-Identifier: MIT */
/* The exports of a site as files, of which the parts that are as they were are taken out of the old
   ones. */
#ifndef SITE_EXPORTS_H
#define SITE_EXPORTS_H

#include "site/export.h"
#include "site/site.h"

struct stage;

/* Puts the export WHICH of SITE into STAGE. The old site's file, if it has any, begins with the
   same bytes before its first part as this one, and then has the parts BEFORE (NULL: nobody knows).
   *PARTS in KEEP gets those of the new one. False: the stage's diags say why. */
bool export_put(struct arena *keep, const struct site *site, size_t which,
                const struct export_parts *before, struct stage *stage, struct export_parts *parts);

#endif
