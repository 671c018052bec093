/* SPDX-License-Identifier: MIT */
/* The way to the other sheets of a long list. */
#ifndef SITE_VIEW_PAGER_H
#define SITE_VIEW_PAGER_H

#include "site/view/view.h"

/* An object with the files of the other sheets of what VIEW shows; nothing where there is but one
   sheet. */
struct value pager_value(const struct view *view);

extern const struct value_type pager_type;

#endif
