/* SPDX-License-Identifier: MIT */
/* Lines that sign, and subtitles, that a line's end has cut. */
#ifndef PAGE_CUT_LINES_H
#define PAGE_CUT_LINES_H

#include "page/page.h"

/* Puts together credits in brackets that end on the line below, （本报记者 王 | 刚）, and bylines
   whose last names stand there, □ 记者 甲 通讯员 | 乙; and subtitles that the line's end has cut
   within a word, ——局长就传 | 言答记者问. Blocks have the roles that their own words show. */
void cut_lines_join(struct arena *keep, struct blocks *blocks);

#endif
