/* SPDX-License-Identifier: MIT */
/* One sheet of a long list of stories, in groups by time, and the way to the other sheets. */
#ifndef SITE_VIEW_VIEW_LIST_H
#define SITE_VIEW_VIEW_LIST_H

#include "site/sheet.h"
#include "site/view/view.h"

enum list_groups {
    LIST_BY_MONTH, /* 2023年10月, 2023年 where only the year is known, 日期不详 */
    LIST_BY_DAY,   /* within one month: 24日, 只知月份 */
    LIST_BY_ROLE,  /* of the person that the output is about: 2023年, by what he signs as */
};

/* The sheet of ENTRIES, which are in the archive's order, or in that of a person's by_role, that
 * VIEW's output is about. */
struct value view_list(struct arena *scratch, const struct view *view,
                       const struct entries *entries, enum list_groups by);

/* Whether VIEW is of a list's first sheet. */
bool sheet_opens(const struct view *view);

/* TITLE, with the number of the sheet from the second on: every page has a title of its own. */
struct str sheet_title(struct arena *scratch, const struct view *view, struct str title);

extern const struct value_type list_type, list_group_type;

#endif
