/* SPDX-License-Identifier: MIT */
/*
 * Jump notices (转版): a story that ends with （下转4版） on page 1, and the text on page 4 of the
 * same newspaper and day that begins with （上接1版）, are two halves of one.
 *
 * Nothing is guessed. The newspaper is the one that the front matter names, or else the folder that
 * the page lies in; the date is known to the day; the number of each page is known, and each notice
 * names the other. Where that leaves several candidates, their words decide (likeness.h) if they
 * decide clearly for both sides; otherwise nothing is joined.
 */
#ifndef ARCHIVE_JUMPS_H
#define ARCHIVE_JUMPS_H

#include "archive/archive.h"

/* Fills `continues` and `continued_from` of the archive's entries. */
void jumps_join(struct archive *archive);

/* The number of the page that STORY leaves for with the notice that it ends with, or arrives from
   with the notice that it begins with, as page_facts.number has it ("4", "A3"), in KEEP; empty: it
   does neither, or no number can be read. */
struct str jump_to_page(struct arena *keep, const struct story *story);
struct str jump_from_page(struct arena *keep, const struct story *story);

#endif
