/* SPDX-License-Identifier: MIT */
/* The index of those who sign. */
#ifndef SITE_VIEW_VIEW_PEOPLE_H
#define SITE_VIEW_VIEW_PEOPLE_H

#include "site/view/view.h"

struct value people_subject(struct arena *scratch, const struct view *view);

extern const struct value_type people_type, letter_type;

#endif
