/* SPDX-License-Identifier: MIT */
/* The subject of an editorial page. */
#ifndef SITE_VIEW_VIEW_EDITORIAL_H
#define SITE_VIEW_VIEW_EDITORIAL_H

#include "site/view/view.h"

extern const struct value_type editorial_type;
struct value editorial_subject(struct arena *scratch, const struct view *view);

#endif
