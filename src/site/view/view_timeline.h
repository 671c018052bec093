/* SPDX-License-Identifier: MIT */
/* The timeline of a set of stories, as a value: numbers for a template to draw. */
#ifndef SITE_VIEW_VIEW_TIMELINE_H
#define SITE_VIEW_VIEW_TIMELINE_H

#include "site/site.h"
#include "template/value.h"

/* Nothing where none of the stories has a date. */
struct value view_timeline(struct arena *scratch, const struct site *site,
                           const struct entries *entries);

extern const struct value_type timeline_type, timeline_panel_type, timeline_slot_type;

#endif
