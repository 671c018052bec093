/* SPDX-License-Identifier: MIT */
/*
 * Editorial pages: what the archivist writes himself, in content/NAME.md (see markdown.h), becomes
 * NAME.html. Front matter may say, all of it optional:
 *
 *   title        of the page; otherwise the words of its first heading, otherwise NAME
 *   nav          what the navigation calls it; otherwise the title
 *   order        a number: pages stand in the navigation by it, then by name; otherwise 0
 *   description  for search engines; otherwise the beginning of the first paragraph
 *   encoding     of the file, where it is not found out right
 */
#ifndef SITE_EDITORIAL_EDITORIAL_H
#define SITE_EDITORIAL_EDITORIAL_H

#include "base/diag.h"
#include "enrich/reference.h"

struct editorial {
    struct str file;        /* path of its Markdown */
    struct str path;        /* below public/: "about.html" */
    struct str title;       /* text, never empty */
    struct str nav;         /* text, never empty */
    struct str description; /* text, or empty */
    int order;
    struct str html; /* all that stands below the title */
};

struct editorials VEC_OF(struct editorial);

/* Reads BYTES, the file PATH of content/ (borrowed), and adds the page to *EDITORIALS, in KEEP. A
   file that is no text is left out, which DIAGS tell, as all other findings. */
void editorials_add(struct arena *keep, struct editorials *editorials,
                    const struct reference *reference, bool raw_html, struct str path,
                    struct str bytes, struct diags *diags);

/* Puts them in the order of the navigation. False: two have one name, or one has the name of a page
   that the site itself makes; DIAGS name both. */
bool editorials_sort(struct editorials *editorials, struct diags *diags);

#endif
