/* SPDX-License-Identifier: MIT */
/* What an archive holds, at a glance: the words that open the front page. */
#ifndef SITE_VIEW_GLANCE_H
#define SITE_VIEW_GLANCE_H

#include "site/site.h"
#include "site/view/sentence.h"

/* 山西省，5 市 16 县区 | 27 篇 | 5 个版面 | 2022年5月—2023年10月: a run each. */
struct sentence glance_strip(struct arena *keep, const struct site *site);

/* How many stories, out of how many pages, about how many counties …; with links. */
struct sentence glance_extent(struct arena *keep, const struct site *site);

/* From when to when, and how many have no date; empty where there are no stories. */
struct sentence glance_dates(struct arena *keep, const struct site *site);

/* How to read the red. */
struct sentence glance_legend(struct arena *keep, const struct site *site);

#endif
