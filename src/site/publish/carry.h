/* SPDX-License-Identifier: MIT */
/* Carrying over what somebody else put into a site's folder: .gitkeep, CNAME, a picture. */
#ifndef SITE_PUBLISH_CARRY_H
#define SITE_PUBLISH_CARRY_H

#include "site/publish/manifest.h"

/* What did not go, and why. */
struct carry_fault {
    const char *path; /* relative to the folder */
    int error;        /* errno; EEXIST: the new site has something of that name */
};

/*
 * Puts all that is below the open folder FROM and that OWN does not list, names with a dot and
 * empty folders included, in the same place below TO: the same inode where the system can link,
 * else a copy. Links are carried as links. Folders that OWN knows are not carried for their own
 * sake. False: *FAULT says why; TO may hold a part.
 */
bool carry_foreign(struct arena *keep, int from, int to, const struct manifest_index *own,
                   struct carry_fault *fault);

#endif
