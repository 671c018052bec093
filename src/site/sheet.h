/* SPDX-License-Identifier: MIT */
/* Sheets: a long list of stories goes over several files. */
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

#endif
