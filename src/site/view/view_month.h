/* SPDX-License-Identifier: MIT */
/* A month: its stories by days, and a calendar. */
#ifndef SITE_VIEW_VIEW_MONTH_H
#define SITE_VIEW_VIEW_MONTH_H

#include "site/view/view.h"

/* The output's subject is a struct month_index. */
struct value month_subject(struct arena *scratch, const struct view *view);

extern const struct value_type month_type, week_type, day_type;

#endif
