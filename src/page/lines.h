/* SPDX-License-Identifier: MIT */
/* Text → lines. */
#ifndef PAGE_LINES_H
#define PAGE_LINES_H

#include "page/page.h"

/*
 * Fills page.lines with the lines after the front matter, blank ones too, and tidies each (tidy.h).
 *
 * A line ends with \n, \r\n or \r, and before a form feed, which starts a new sheet. Numbers count
 * as an editor's do: a form feed ends no line there, so the lines on both its sides have one
 * number.
 */
void lines_find(struct arena *keep, struct page *page);

/* Blank lines between two of a page's lines, the first being the earlier. */
uint32_t lines_between(const struct page *page, size_t before, size_t after);

#endif
