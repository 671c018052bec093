/* SPDX-License-Identifier: MIT */
/*
 * The theme of a site: templates, words and assets. The built-in ones, and over them, file by file,
 * those of the site's own templates/ folder.
 */
#ifndef SITE_THEME_H
#define SITE_THEME_H

#include "base/diag.h"
#include "base/vec.h"
#include "site/config.h"
#include "site/strings.h"
#include "template/template.h"

/* A file that is published as it is. */
struct asset {
    struct str path; /* relative to public/: "assets/site.css" */
    struct str bytes;
};

struct assets VEC_OF(struct asset);

struct theme {
    const struct template_set *templates; /* every *.html, compiled and linked */
    const struct strings *strings;        /* LANGUAGE.yaml */
    struct assets assets;                 /* assets/ */
    uint64_t words;                       /* hash of LANGUAGE.yaml */
};

/* The theme of a site whose own templates lie in the folder DIR, which need not exist. LANGUAGE is
   that of the site's words, and SAID where it is asked for, for messages. The result lives in KEEP.
   False: DIAGS says what is wrong with it. */
bool theme_load(struct arena *keep, struct str dir, struct str language, struct place said,
                struct theme *theme, struct diags *diags);

#endif
