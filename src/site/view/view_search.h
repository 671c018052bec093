/* SPDX-License-Identifier: MIT */
/* The page that searches; its script is assets/search.js. */
#ifndef SITE_VIEW_VIEW_SEARCH_H
#define SITE_VIEW_VIEW_SEARCH_H

#include "site/view/view.h"

struct value search_subject(struct arena *scratch, const struct view *view);

extern const struct value_type search_type;

#endif
