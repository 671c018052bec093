/* SPDX-License-Identifier: MIT */
/* The index of counties: province, prefecture, county. */
#ifndef SITE_VIEW_VIEW_COUNTIES_H
#define SITE_VIEW_VIEW_COUNTIES_H

#include "site/view/view.h"

struct value counties_subject(struct arena *scratch, const struct view *view);

/* 山西省，5 市 16 县区; with several provinces, how many; empty where there is no county. */
struct str counties_extent(struct arena *scratch, const struct site *site);

extern const struct value_type counties_type, province_type, prefecture_type, county_row_type;

#endif
