/* SPDX-License-Identifier: MIT */
/* Addresses in HTML, as browsers read them: where they lead, seen from a page of a site. After the
   URL Standard, section 4.4, as far as a site whose links are all relative needs it. */
#ifndef SITE_EDITORIAL_URL_H
#define SITE_EDITORIAL_URL_H

#include "base/str.h"

enum url_kind {
    URL_HERE,     /* nothing, or only a fragment: the page itself */
    URL_RELATIVE, /* a file of the site, or one that ".." leads to */
    URL_ROOTED,   /* "/x", "//host/x": from the root of a host, or on another */
    URL_WEB,      /* http:, https: */
    URL_MAIL,     /* mailto: */
    URL_OTHER,    /* javascript:, data:, file: … */
};

struct url {
    enum url_kind kind;
    struct str path;     /* URL_RELATIVE: what stands before '?' and '#'; may be empty: "?q=1" */
    struct str fragment; /* after '#' */
};

/* TEXT taken apart; the parts point into it and keep their %XX. */
struct url url_parse(struct str text);

/* S with its %XX made bytes, in KEEP. What is no %XX stays. */
struct str url_decode(struct arena *keep, struct str s);

#endif
