/* SPDX-License-Identifier: MIT */
/* A year: its months, and the stories of which no more is known. */
#ifndef SITE_VIEW_VIEW_YEAR_H
#define SITE_VIEW_VIEW_YEAR_H

#include "site/view/view.h"

/* The output's subject is a struct year_index. The sheets are those of the stories dated to the
   year alone. */
struct value year_subject(struct arena *scratch, const struct view *view);

extern const struct value_type year_type, year_month_type;

#endif
