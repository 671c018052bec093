/* SPDX-License-Identifier: MIT */
/* A year as a row of twelve months, tinted by how many stories each has. */
#ifndef SITE_VIEW_MONTH_CELL_H
#define SITE_VIEW_MONTH_CELL_H

#include "site/site.h"
#include "template/value.h"

/* The months of a year, January first; PEAK is the most stories in any month of the archive. */
struct value month_cells(struct arena *scratch, const struct site *site,
                         const struct year_index *year, size_t peak);

/* The most stories in any month of an archive. */
size_t month_peak(const struct archive *archive);

extern const struct value_type month_cell_type;

#endif
