/* SPDX-License-Identifier: MIT */
/* The front page. */
#ifndef SITE_VIEW_VIEW_HOME_H
#define SITE_VIEW_VIEW_HOME_H

#include "site/view/view.h"

struct value home_subject(struct arena *scratch, const struct view *view);

/* The story that opens the front page (view_lead.c). */
struct value lead_value(struct arena *scratch, const struct site *site, const struct entry *entry);

/* The newest source pages, as far as they are shown (view_sources.c). */
struct value sources_value(struct arena *scratch, const struct site *site);

extern const struct value_type home_type, lead_type, source_row_type, home_group_type;

#endif
