/* SPDX-License-Identifier: MIT */
/* What a person signs, by year and role: the parts of his list, and the way to each. */
#ifndef SITE_VIEW_SIGNINGS_H
#define SITE_VIEW_SIGNINGS_H

#include "site/view/sentence.h"
#include "site/view/view.h"

/* What ROLE is called: 记者; 作者 where none is said. */
struct str role_label(const struct strings *strings, enum byline_role role);

/* Whether PERSON signs as more than one. */
bool has_roles(const struct person *person);

/* Anchor of what a person signs as ROLE in YEAR; 0: the year is not known. */
struct str signing_id(struct arena *scratch, unsigned year, enum byline_role role);

/* Goes on with as what PERSON signs, and how often: 记者 8 篇、摄影 4 篇. */
void signings_say(struct arena *keep, struct sentence *deck, const struct strings *strings,
                  const struct person *person);

/* With more years than this, they stand by decades. */
enum { SIGNING_YEARS_MAX = 12 };

/* The years of the person that VIEW is about, with links to their parts of the list; nothing where
   there is but one part, or they stand by decades. */
struct value signings_value(struct arena *scratch, const struct view *view);

/* The decades of a long life; nothing of a shorter one. */
struct value signing_decades_value(struct arena *scratch, const struct view *view);

extern const struct value_type signing_decade_type, signing_year_type, signing_type;

#endif
