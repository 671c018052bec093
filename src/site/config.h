/* SPDX-License-Identifier: MIT */
/* site.yaml: what an archive is called, whose it is, where it will stand. Every key is optional. */
#ifndef SITE_CONFIG_H
#define SITE_CONFIG_H

#include "base/diag.h"

struct config {
    struct str title;       /* of the site; 县报文存 */
    struct str subtitle;    /* a few words beside the title on the front page; or empty */
    struct str description; /* a sentence for search engines and feeds; or empty */
    struct str publisher;   /* who keeps the archive, e.g. a county's archive bureau; or empty */
    struct str contact;  /* where errors are reported: a URL, mailto:, http: or https:; or empty */
    struct str base_url; /* where the site will stand, http: or https:, ends in one '/'; or empty:
                            nothing that needs absolute addresses is made (feeds, sitemap) */
    struct str language; /* of the site's own words, a BCP 47 tag; zh-Hans */
    struct place language_said; /* where; without a file: nowhere */
    struct str rights;       /* a line about the stories' rights, where a page has none; or empty */
    struct str data_license; /* a line about the use of data/, e.g. "CC BY 4.0"; or empty */
    bool raw_html;   /* `html: raw`: HTML in editorial pages goes through; else it is escaped */
    bool tombstones; /* stories that are gone leave a page that says so */
    int per_page;    /* stories in one page of a list, 10 to 500; 50 */
};

/* What holds where there is no site.yaml. */
struct config config_default(void);

/* Reads site.yaml; what it makes lives in KEEP. False: it cannot be used, and DIAGS says why with
   FILE, line and column. Unknown keys are told and have no effect. */
bool config_read(struct arena *keep, struct str file, struct str yaml, struct config *config,
                 struct diags *diags);

/* Reads an address that a site can stand at, as `base_url` and --base-url give it: http or https, a
   host, perhaps a port and a path, in ASCII. The one kept in KEEP ends in exactly one '/'. */
bool base_url_parse(struct arena *keep, struct str text, struct str *url);
/* The path of such an address, from '/' to '/': /archive/. */
struct str base_url_path(struct str url);
#define BASE_URL_EXPECTS "an address such as https://example.org/archive/ (Han characters as %E5…)"

#endif
