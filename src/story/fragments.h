/* SPDX-License-Identifier: MIT */
/* Blocks → fragments: the texts of stories, and what stands apart from them. */
#ifndef STORY_FRAGMENTS_H
#define STORY_FRAGMENTS_H

#include "page/page.h"

/* Blocks in reading order that hang together: the whole text of a story, paragraphs that a column's
   end had cut joined again; a head; a caption with its credit; a run of furniture. */
struct fragment {
    struct blocks blocks;
    size_t head; /* of a text or picture: the block that is its headline; HEAD_NONE: none */
    double sure; /* of a text: evidence against the likeliest other choice, in nats */
};

#define HEAD_NONE SIZE_MAX

struct trail;

struct fragments {
    struct fragment *at;
    size_t len, cap;
    struct trail *trail; /* where choices are recorded (trail.h), or NULL */
};

/* In the order in which they begin on the page. SCRATCH holds the list, PAGE's own arena is not
   touched, but for a finding where the page is too long to be looked at as a whole. TRAIL, or NULL,
   takes what was weighed. */
struct fragments fragments_join(struct arena *scratch, struct page *page, struct trail *trail);

#endif
