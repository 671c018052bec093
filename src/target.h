/* SPDX-License-Identifier: MIT */
/* Where a site, and a bag of it, may be written. */
#ifndef TARGET_H
#define TARGET_H

#include "base/diag.h"

/* Whether the site of the folder DIR may be written to OUT, which need not exist: not where that
   would replace the site's own folder, or put pages among the archivist's texts or templates.
   False: DIAGS say so. */
bool target_allowed(struct str dir, struct str out, struct diags *diags);

/* The same for a bag in the folder BAG, which is not to lie where the site, OUT, is built either.
 */
bool target_allowed_for_bag(struct str dir, struct str out, struct str bag, struct diags *diags);

#endif
