/* SPDX-License-Identifier: MIT */
/* The front page. */
#ifndef SITE_VIEW_VIEW_HOME_H
#define SITE_VIEW_VIEW_HOME_H

#include "site/view/view.h"

enum { SOURCES_MAX = 10 }; /* source pages that it shows */

struct value home_subject(struct arena *scratch, const struct view *view);

/* The story that opens the front page (view_lead.c). */
struct value lead_value(struct arena *scratch, const struct site *site, const struct entry *entry);

/* The newest source pages, as far as they are shown (view_sources.c). */
struct value sources_value(struct arena *scratch, const struct site *site);

/* What PAGE is called in a list that says its date and newspaper: 第3版, its name, the place that
   it is about, or its file, whichever is the first to be known. */
struct str source_called(struct arena *scratch, const struct site *site,
                         const struct archive_page *page);

extern const struct value_type home_type, lead_type, source_row_type, home_group_type;

#endif
