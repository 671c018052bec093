/* SPDX-License-Identifier: MIT */
/* Links of the frame: navigation, the way to a page, links of the colophon. */
#ifndef SITE_VIEW_LINK_H
#define SITE_VIEW_LINK_H

#include "base/vec.h"
#include "enrich/gazetteer.h"
#include "site/strings.h"

struct link {
    struct str text;
    struct str href; /* below public/, or with a scheme; empty: the page itself */
    bool here;       /* it leads to the page, or the section, that is shown */
};

struct links VEC_OF(struct link);

/* The way to a page, from the front page on; add the rest, the last without an href. */
struct links *crumbs_new(struct arena *scratch, const struct strings *strings);

/* The same, on to the index that the strings call KEY: topics, whose page is topics/index.html. */
struct links *crumbs_past_index(struct arena *scratch, const struct strings *strings,
                                const char *key);

/* The way to the index that the strings call KEY, as a value. */
struct value crumbs_to_index(struct arena *scratch, const struct strings *strings, const char *key);

/* Adds the province and the prefecture, on the index of places. */
void crumbs_add_places(struct arena *scratch, struct links *crumbs,
                       const struct prefecture *prefecture);

void links_add(struct arena *scratch, struct links *links, struct str text, struct str href);

/* A list of links. *LINKS is borrowed. */
struct value links_value(struct arena *scratch, const struct links *links);

extern const struct value_type link_type;

#endif
