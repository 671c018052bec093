/* SPDX-License-Identifier: MIT */
/* Whether a site's sources have changed. Asked for, not told: file systems that cannot tell, of the
   network and of virtual machines, are watched too. */
#ifndef SERVE_WATCH_H
#define SERVE_WATCH_H

#include "base/str.h"

/* A number that is another when a file of content/ or templates/ in the folder DIR was added,
   written, renamed or removed: a hash of names, sizes and times. */
uint64_t sources_fingerprint(struct str dir);

#endif
