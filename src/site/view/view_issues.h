/* SPDX-License-Identifier: MIT */
/* The newspaper pages of a year, or those whose date is not known, by month, day and newspaper:
   where a reader comes by each page, whatever stories it has. */
#ifndef SITE_VIEW_VIEW_ISSUES_H
#define SITE_VIEW_VIEW_ISSUES_H

#include "site/view/view.h"

struct value issues_subject(struct arena *scratch, const struct view *view);

/* Where PAGE is listed: its month on the sheet that has it. */
struct str issues_href(struct arena *keep, const struct site *site,
                       const struct archive_page *page);

/* A link that says with KEY how many pages a year, or a MONTH of it (0: all), has, and leads to the
   first; nothing where there are none. */
struct value issues_link(struct arena *scratch, const struct site *site, const char *key,
                         unsigned year, unsigned month);

/* Links to all these lists, with how many pages each has (leaders.h); nothing: there are none. */
struct value issues_leaders(struct arena *scratch, const struct site *site);

extern const struct value_type issues_type, issue_month_type, issue_type;

#endif
