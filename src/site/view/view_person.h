/* SPDX-License-Identifier: MIT */
/* A person or body that signs: a listing. */
#ifndef SITE_VIEW_VIEW_PERSON_H
#define SITE_VIEW_VIEW_PERSON_H

#include "site/view/view.h"

/* The output's subject is a struct person. */
struct value person_subject(struct arena *scratch, const struct view *view);

#endif
