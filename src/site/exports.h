/* SPDX-License-Identifier: MIT */
/* The exports of a site as files, of which the parts that are as they were are taken out of the old
   ones. */
#ifndef SITE_EXPORTS_H
#define SITE_EXPORTS_H

#include "site/export.h"
#include "site/site.h"

struct stage;

/* Puts the exports of SITE into STAGE. Each file of the old site, if it has any, begins with the
   same bytes before its first part as this one, and then has the parts BEFORE (of each export;
   NULL: nobody knows). PARTS, of each, get those of the new one, in KEEP. False: the stage's diags
   say why. */
bool exports_put(struct arena *keep, const struct site *site, const struct export_parts *before,
                 struct stage *stage, struct export_parts *parts);

#endif
