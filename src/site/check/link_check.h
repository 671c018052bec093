/* SPDX-License-Identifier: MIT */
/*
 * Checks a built site as it lies on the disk: that it can be put anywhere and every link leads
 * somewhere.
 *
 * In each page and style sheet, every address that a browser or a reader would follow is to be
 * relative and name a file of the site, not a folder, with an element of the right id where there
 * is a fragment. Only what a reader follows by himself (a link in the text, a canonical address)
 * may lead elsewhere. Ids are to stand once in a page, names to be as manifest_path_ok() has them,
 * what the manifest lists to be there as the build wrote it, and some page to lead to each page of
 * these but the front page, 404.html and those that ask search engines to pass them over. Files
 * that the manifest does not list may be linked to, but are not looked into.
 *
 * The work is linear in the size of the site. Nothing outside the folder is read or fetched.
 */
#ifndef SITE_CHECK_LINK_CHECK_H
#define SITE_CHECK_LINK_CHECK_H

#include "site/editorial/editorial.h"

struct link_tally {
    size_t files, links;
};

/* Checks the site in DIR, which will stand at BASE_URL (with a '/' at its end; empty: that is not
   known), so that an address below that is the site's own, in 404.html also without its host;
   findings are D_LINK, D_ORPHAN and D_SITE_CHANGED, each kind of fault once with how often it
   occurs, in the order of paths and lines. Of faults in pages that EDITORIALS became the file is
   named that they are made of. False: DIR cannot be read, which is told. */
bool link_check(struct str dir, struct str base_url, const struct editorials *editorials,
                struct diags *diags, struct link_tally *tally);

#endif
