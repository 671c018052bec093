/* SPDX-License-Identifier: MIT */
/* Headlines as they are set: in parts, between which a line may break. */
#ifndef SITE_VIEW_HEADLINE_H
#define SITE_VIEW_HEADLINE_H

#include "story/story.h"
#include "template/value.h"

struct headline_part {
    struct str text;
    bool spaced; /* a space stands after it; after a full-width colon none is wanted */
};

struct headline_parts VEC_OF(struct headline_part);

/* A headline falls into parts at its spaces, and after a colon that three or more characters stand
   before. The parts borrow from it. */
struct headline_parts headline_split(struct arena *keep, struct str headline);

/* The parts as a list; nothing where there is only one. */
struct value headline_parts_value(struct arena *scratch, struct str headline);

/* TEXT in pieces, between which a line may break: words, with what is no Han character left to the
   browser. One character that no clause begins with stays with the word before it: 优待证的. They
   borrow from it. */
struct strs headline_words(struct arena *keep, struct str text);

/* The parts as a list, however many. */
struct value headline_set_value(struct arena *scratch, struct str headline);

extern const struct value_type headline_part_type;

#endif
