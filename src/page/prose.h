/* SPDX-License-Identifier: MIT */
/* Short paragraphs that could be headings by their length: questions and answers, what somebody
   says, lines that are set as this page sets its paragraphs. */
#ifndef PAGE_PROSE_H
#define PAGE_PROSE_H

#include "page/page.h"

/* Gives ROLE_PARAGRAPH to such blocks among the headings. */
void prose_settle(struct blocks *blocks);

#endif
