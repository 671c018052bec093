/* SPDX-License-Identifier: MIT */
/* The index of dates: years and their months, and the stories whose date is known less precisely.
 */
#ifndef SITE_VIEW_VIEW_DATES_H
#define SITE_VIEW_VIEW_DATES_H

#include "site/view/view.h"

struct value dates_subject(struct arena *scratch, const struct view *view);

extern const struct value_type dates_type, year_row_type;

#endif
