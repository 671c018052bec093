/* SPDX-License-Identifier: MIT */
/*
 * CommonMark → HTML that can stand in a page of the site.
 *
 *   raw HTML     is shown as text, unless raw_html: then it goes through as it is
 *   links        relative, http:, https: or mailto:; others become "#" and are told. One to a file
 *                NAME.md becomes one to that file's page
 *   pictures     relative; one from elsewhere becomes a link to it and is told, for no request may
 *                leave the site
 *   headings     begin at h2, for the page's title is its h1; all have ids: `## Words {#id}`, or
 *                from the words, Han in pinyin; of two that are the same the second gets "-2"
 */
#ifndef SITE_EDITORIAL_MARKDOWN_H
#define SITE_EDITORIAL_MARKDOWN_H

#include "base/diag.h"
#include "enrich/reference.h"

/* A text, and how it is to be read. */
struct markdown {
    struct str text;  /* UTF-8 */
    struct str file;  /* its name, for messages */
    uint32_t line;    /* number in the file of the line before the text's first */
    struct str title; /* a first heading that says just this is left out; empty: whatever it says */
    bool raw_html;
    const struct reference *reference;
    struct diags *diags;
};

struct markdown_html {
    struct str title; /* words of the first heading if nothing stands before it; or empty */
    struct str lead;  /* words of the first paragraph; or empty */
    struct str html;  /* the rest; a heading that gave the title is not in it */
};

/* All in KEEP. */
struct markdown_html markdown_read(struct arena *keep, const struct markdown *markdown);

/* The page that content/PATH.md becomes: "about.html". */
struct str markdown_page(struct arena *keep, const struct reference *reference, struct str path);

#endif
