/* SPDX-License-Identifier: MIT */
/* Where a site, and a bag of it, may be written. */
#ifndef TARGET_H
#define TARGET_H

#include "base/diag.h"

/* Whether the site of the folder DIR may be written to OUT, which need not exist: not where that
   would replace the site's own folder or what its texts or templates lie in, or put pages among
   these. False: DIAGS say so. */
bool target_allowed(struct str dir, struct str out, struct diags *diags);

/* The same for a bag in the folder BAG, which is not to lie where the site, OUT, is built either.
 */
bool target_allowed_for_bag(struct str dir, struct str out, struct str bag, struct diags *diags);

/* Whether OUT is not there, is a site that was built before, or holds nothing but what hosts and
   version control keep beside one. False: DIAGS name something else in it. */
bool target_is_free(struct str out, struct diags *diags);

#endif
