/* SPDX-License-Identifier: MIT */
/* The subject of a source page. */
#ifndef SITE_VIEW_VIEW_PAGE_H
#define SITE_VIEW_VIEW_PAGE_H

#include "site/view/view.h"

extern const struct value_type page_type, place_type;
struct value page_subject(struct arena *scratch, const struct view *view);

#endif
