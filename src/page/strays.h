/* SPDX-License-Identifier: MIT */
/* Lines of one character: of a headline that runs down the page (竖题), or strays, what character
   recognition makes of a speck or a rule. */
#ifndef PAGE_STRAYS_H
#define PAGE_STRAYS_H

#include "page/columns.h"

/* Marks such lines, and numbers the headlines that they are part of. A text may run on to both
   sides of them. */
void strays_find(struct set_lines *lines);

#endif
