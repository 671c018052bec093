/* SPDX-License-Identifier: MIT */
/*
 * Listings: what the pages of a county, a region, a topic, a person and the undated stories have in
 * common. A sentence about the stories, their timeline, the stories sheet by sheet, and what is
 * near at the side. Each page's own file view_KIND.c makes one.
 */
#ifndef SITE_VIEW_LISTING_H
#define SITE_VIEW_LISTING_H

#include "site/view/leaders.h"
#include "site/view/link.h"
#include "site/view/sentence.h"
#include "site/view/view.h"

/* A list at the side, or the first of it. */
struct side {
    struct str title;
    struct leaders leaders;
    struct str more; /* how many it leaves out, and where they are; empty: none */
    struct str href; /* of the index that has them all, below public/ */
};

struct sides VEC_OF(struct side);

struct listing {
    const struct view *view;
    struct str name; /* 岚县 */
    struct str note; /* small beside it: 吕梁市，山西省　141127; may be empty */
    struct sentence deck;
    struct links *crumbs;
    const struct entries *entries;
    struct str crossing;         /* "county=141127": what its topics are crossed with; or empty */
    bool drawn;                  /* with a timeline */
    const struct person *person; /* whose stories stand by year and role; NULL: they do by month */
    struct str years_say;        /* what his years are, for those who do not see it */
    struct str caution;          /* what the list cannot tell; may be empty */
    struct str parts_say;        /* what `parts` are, for those who do not see it */
    struct leaders parts; /* of a prefecture or province on its first sheet: the level below */
    struct str sides_say; /* what stands at the side, for those who do not see it */
    struct sides sides;   /* of the first sheet; empty on the others */
};

/* Adds a list to the sides, unless it is empty; of a long one the first MAX, and the way to the
   index that the strings call INDEX: "people". */
void listing_side(struct arena *scratch, struct listing *listing, struct str title,
                  struct leaders leaders, size_t max, const char *index);

/* What the page of a county or region that is called NAME opens with: how many stories there are,
   out of how many pages and about how many COUNTIES, where there are any; topics and people. */
void listing_opens_place(struct arena *scratch, struct listing *listing, struct str name,
                         size_t counties);

/* LISTING as the subject of its page. OPENS adds to it what the first sheet says; a later one says
   how many stories there are, and no more: the rest takes a look at all stories, and a long list
   has many sheets. */
struct value listing_subject(struct arena *scratch, struct listing listing,
                             void (*opens)(struct arena *scratch, struct listing *listing));

extern const struct value_type listing_type, side_type;

#endif
