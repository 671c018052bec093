/* SPDX-License-Identifier: MIT */
/* What a file of a site refers to, and what can be referred to in it. */
#ifndef SITE_CHECK_REFS_H
#define SITE_CHECK_REFS_H

#include "base/str.h"
#include "base/vec.h"

struct ref {
    struct str url; /* as it stands, entities undone */
    uint32_t line;
    bool may_leave; /* following it is the reader's doing: no browser does so by itself */
};

struct anchor {
    struct str id;
    uint32_t line;
};

struct refs {
    struct {
        struct ref *at;
        size_t len, cap;
    } links;
    struct {
        struct anchor *at;
        size_t len, cap;
    } anchors;     /* ids, in the order of the text */
    bool unlisted; /* the page asks search engines to pass it over: no page need lead to it */
};

/* Adds the addresses and ids of a page of HTML. Nothing is fetched. All is in KEEP. */
void refs_of_html(struct arena *keep, struct refs *refs, struct str html);

/* Adds the addresses of a style sheet: url() and @import. */
void refs_of_css(struct arena *keep, struct refs *refs, struct str css);

#endif
