/* SPDX-License-Identifier: MIT */
/* The headlines of a page, and where they stand among its passages. */
#ifndef STORY_ROW_HEADINGS_H
#define STORY_ROW_HEADINGS_H

#include "story/passages.h"

/* Lists the headlines of SOURCE's page in the page's order, and counts those that stand elsewhere
   than above a text. PASSAGES has its row and its pictures. Lives in SCRATCH. */
void headings_find(struct arena *scratch, const struct source *source, struct passages *passages);

#endif
