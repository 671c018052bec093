/* SPDX-License-Identifier: MIT */
/* The index of topics. */
#ifndef SITE_VIEW_VIEW_TOPICS_H
#define SITE_VIEW_VIEW_TOPICS_H

#include "site/view/view.h"

struct value topics_subject(struct arena *scratch, const struct view *view);

extern const struct value_type topics_type, topic_group_type;

#endif
