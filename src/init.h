/* SPDX-License-Identifier: MIT */
/* A new site's folder: settings, a page about the site, and the default templates to change. */
#ifndef INIT_H
#define INIT_H

#include "base/diag.h"

struct made {
    size_t files; /* written */
    size_t kept;  /* there already, and left as they were */
};

/* Makes the folder DIR, where it is not there, and in it content/ and templates/ with what a site
   begins with. A file that is there stays. False: DIAGS says what could not be written; what was
   made before it stays. */
bool init_site(struct str dir, struct made *made, struct diags *diags);

#endif
