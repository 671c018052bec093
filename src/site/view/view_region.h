/* SPDX-License-Identifier: MIT */
/* The page of a prefecture or province: counties/CODE.html, and CODE-whole.html for the stories
   about all of it. */
#ifndef SITE_VIEW_VIEW_REGION_H
#define SITE_VIEW_VIEW_REGION_H

#include "site/view/view.h"

/* Of a listing. */
struct value region_subject(struct arena *scratch, const struct view *view);

#endif
