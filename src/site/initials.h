/* SPDX-License-Identifier: MIT */
/* Those who sign, by the first letter of their names: the index of people, and where there are many
   a page of its own for each letter. */
#ifndef SITE_INITIALS_H
#define SITE_INITIALS_H

#include "archive/archive.h"

enum {
    INITIALS = 28,        /* A to Z, names without a letter, bodies */
    NAMES_ON_PAGE = 1000, /* at most: some 100 KB of HTML */
};

struct initial {
    struct str label; /* "A" … "Z", "#"; empty: bodies */
    struct str id;    /* "a" … "z", "none", "org": of anchor and file */
    struct people people;
    const struct initials *all; /* that it is one of */
};

struct initials {
    struct initial at[INITIALS];
    size_t persons, organisations;
};

/* Those who sign in ARCHIVE, in its order, in KEEP. */
const struct initials *initials_of(struct arena *keep, const struct archive *archive);

/* Whether they are too many for one page. */
bool initials_split(const struct archive *archive);

#endif
