/* SPDX-License-Identifier: MIT */
/* Who signs by the way in which the page sets its authors, where the name alone does not tell: 吴
   越 is a word too. */
#ifndef PAGE_AUTHOR_HABIT_H
#define PAGE_AUTHOR_HABIT_H

#include "page/page.h"

/* Makes bylines of short lines between a heading and its text that are set in as far as those of
   several authors of the page, which authors_settle() found, or set wide, and which the text does
   not tell of. */
void author_habit_settle(struct blocks *blocks);

#endif
