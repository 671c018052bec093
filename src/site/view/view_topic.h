/* SPDX-License-Identifier: MIT */
/* A topic: a listing. */
#ifndef SITE_VIEW_VIEW_TOPIC_H
#define SITE_VIEW_VIEW_TOPIC_H

#include "site/view/view.h"

/* The output's subject is a struct topic_index. */
struct value topic_subject(struct arena *scratch, const struct view *view);

#endif
