/* SPDX-License-Identifier: MIT */
/* Evidence as it is shown: the words in the sentence that they stand in, and their line. */
#ifndef SITE_VIEW_EVIDENCE_H
#define SITE_VIEW_EVIDENCE_H

#include "story/story.h"

struct quote {
    struct str before, hit, after; /* borrowed from the story; before or after may be empty */
    bool cut_before, cut_after;    /* the sentence begins or goes on beyond it */
    uint32_t line;                 /* its number in the file; 0: not at one place */
};

/* The role of the block that holds EVIDENCE; ROLE_COUNT: no block does. */
enum role evidence_role(const struct story *story, const struct evidence *evidence);

/* The sentence around EVIDENCE in STORY, as it reads. */
struct quote evidence_quote(const struct story *story, const struct evidence *evidence);

#endif
