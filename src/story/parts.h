/* SPDX-License-Identifier: MIT */
/* What kind of part of a story a block or a fragment is. */
#ifndef STORY_PARTS_H
#define STORY_PARTS_H

#include "page/page.h"

enum part {
    PART_HEAD,    /* kicker, headline, subtitle, byline */
    PART_TEXT,    /* dateline, paragraph, subhead */
    PART_PHOTO,   /* caption, and the credit after it */
    PART_TAIL,    /* credit, notice: belongs to what stands before it, or after */
    PART_RESIDUE, /* furniture, placeholder */
};

/* The part that a block of a role is. */
enum part part_of_role(enum role role);

/* The part that a fragment is: that of its first block. */
enum part part_of(const struct blocks *fragment);

/* Where a fragment begins in the page's text. */
uint32_t fragment_start(const struct blocks *fragment);

/* Whether a text stops before its sentence ends, and nothing on the page says why. */
bool is_unfinished(const struct block *block);

/* Whether a block that was taken for a heading may be a text that goes on elsewhere. */
bool may_be_text(const struct block *block);

#endif
