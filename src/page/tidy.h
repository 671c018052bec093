/* SPDX-License-Identifier: MIT */
/* What the layout did to a text, undone: spaces that only justify, letters that stand twice. */
#ifndef PAGE_TIDY_H
#define PAGE_TIDY_H

#include "page/page.h"

/*
 * Fills text, whole, chars, indent, justified and doubled of LINE from its RAW characters.
 *
 * The text has no blanks at its ends and single spaces inside; a justified line (a space between
 * all its characters) has lost those; of a headline whose letters or phrases stand twice (how a
 * fake bold comes out of a PDF) one is left; characters that no text may hold are U+FFFD. It is a
 * slice of RAW where nothing had to change.
 */
void line_tidy(struct arena *keep, struct str raw, struct line *line);

/*
 * Tidied lines, joined by \n, as running text: lines joined, spaces beside Han characters taken out
 * but for those between names that sign. Between names in a row, 史国栋 于晓东 马岚, stands U+2003.
 */
struct str tidy_prose(struct arena *keep, struct str lines);

/* The same for a row of a table or a line of a poem, between all of whose words U+2003 stands. */
struct str tidy_row(struct arena *keep, struct str lines);

/* The same for headings: spaces between words stay, lines are joined by a space, or by nothing
   where the break cut a phrase. */
struct str tidy_heading(struct arena *keep, struct str lines);

/* The same for bylines and page furniture: all spaces stay, lines are joined by one, but for the
   last character of a name before a bracket's end. */
struct str tidy_words(struct arena *keep, struct str lines);

#endif
