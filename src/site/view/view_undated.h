/* SPDX-License-Identifier: MIT */
/* The stories whose date is not known: a listing. */
#ifndef SITE_VIEW_VIEW_UNDATED_H
#define SITE_VIEW_VIEW_UNDATED_H

#include "site/view/view.h"

struct value undated_subject(struct arena *scratch, const struct view *view);

#endif
