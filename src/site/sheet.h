/* SPDX-License-Identifier: MIT */
/* Sheets: a long list of stories, or of newspaper pages, goes over several files. */
#ifndef SITE_SHEET_H
#define SITE_SHEET_H

#include "site/config.h"

/* How many sheets a list of so many stories takes: at least one, for an empty list has a page too.
 */
static inline size_t sheets_of(const struct config *config, size_t stories)
{
    size_t per_page = (size_t)config->per_page;
    return stories ? (stories + per_page - 1) / per_page : 1;
}

enum {
    PAGES_FOR_STORY = 20
}; /* links to newspaper pages that take the room of a story in a list */

/* How many newspaper pages stand on a sheet of a list of them. */
static inline size_t pages_on_sheet(const struct config *config)
{
    return (size_t)config->per_page * PAGES_FOR_STORY;
}

#endif
