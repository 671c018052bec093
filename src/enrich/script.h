/* SPDX-License-Identifier: MIT */
/*
 * What is known of places, dates and topics is known in Simplified characters. A page in
 * Traditional ones is put into these while it is searched, byte for byte as long, so that every
 * offset holds for both, and then gets back its own.
 */
#ifndef ENRICH_SCRIPT_H
#define ENRICH_SCRIPT_H

#include "story/story.h"

/* The texts of a page and its stories as they are printed. */
struct script {
    struct arena scratch; /* where the list and the other texts live meanwhile */
    struct str text, publication;
    struct strs blocks; /* of all stories, in their order; empty: the page is in Simplified ones */
};

/* Puts PAGE and its STORIES into Simplified characters, if it is in Traditional ones; to be
   followed by script_restore(). */
void script_simplify(struct script *script, struct page *page, struct stories *stories);

/* Gives them back what is printed, and the evidence that was found meanwhile too, in KEEP. */
void script_restore(struct arena *keep, struct script *script, struct page *page,
                    struct stories *stories);

#endif
