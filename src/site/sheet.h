/* SPDX-License-Identifier: MIT */
/* Sheets: a long list of stories goes over several files. */
#ifndef SITE_SHEET_H
#define SITE_SHEET_H

#include <stddef.h>

/* Stories on a sheet. */
enum { SHEET_STORIES = 50 };

/* How many sheets a list of so many stories takes: at least one, for an empty list has a page too.
 */
static inline size_t sheets_of(size_t stories)
{
    return stories ? (stories + SHEET_STORIES - 1) / SHEET_STORIES : 1;
}

#endif
