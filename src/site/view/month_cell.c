/* SPDX-License-Identifier: MIT */
#include "site/view/month_cell.h"
#include "site/paths.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/timeline.h"

enum { MONTHS = 12 };

struct month_cell {
    const struct site *site;
    const struct month_index *month;
    size_t peak;
};

size_t month_peak(const struct archive *archive)
{
    size_t peak = 0;
    for (size_t i = 0; i < archive->years.len; i++) {
        for (size_t m = 0; m < MONTHS; m++) {
            size_t len = archive->years.at[i]->months[m].entries.len;
            peak = len > peak ? len : peak;
        }
    }
    return peak;
}

static struct value cell_label(struct arena *scratch, const struct month_cell *cell)
{
    return value_string(strings_fill(scratch, cell->site->strings, "month",
                                     {"month", str_format(scratch, "%u", cell->month->month)}));
}

static struct value cell_href(struct arena *scratch, const struct month_cell *cell)
{
    if (cell->month->entries.len == 0)
        return VALUE_NONE;
    return value_string(path_month(scratch, cell->month->year->year, cell->month->month));
}

static struct value cell_look(struct arena *scratch, const struct month_cell *cell)
{
    if (cell->month->entries.len == 0)
        return VALUE_NONE;
    return value_string(str_format(scratch, "heat-%u%s",
                                   timeline_heat(cell->month->entries.len, cell->peak),
                                   cell->month->inferred ? " inferred" : ""));
}

static struct value cell_says(const struct month_cell *cell)
{
    size_t inferred = cell->month->inferred;
    const char *key = inferred == 0                          ? "cell-stated"
                      : inferred == cell->month->entries.len ? "cell-inferred"
                                                             : "cell-mixed";
    return value_string(strings_get(cell->site->strings, key));
}

FIELD(get_label, month_cell, cell_label(scratch, view))
FIELD(get_href, month_cell, cell_href(scratch, view))
FIELD(get_look, month_cell, cell_look(scratch, view))
FIELD(get_count, month_cell, value_size(view->month->entries.len))
FIELD(get_says, month_cell, cell_says(view))

static const struct value_field month_cell_fields[] = {
    {"label", "the month's name", get_label},
    {"href", "its file below public/; nothing where it has no stories", get_href},
    {"look",
     "classes: heat-1 to heat-3 by how many stories, inferred if some dates are; or nothing",
     get_look},
    {"count", "how many stories", get_count},
    {"says", "what goes after the count for those who do not see the tint", get_says},
    {0},
};

const struct value_type month_cell_type = {.name = "month cell", .fields = month_cell_fields};

struct value month_cells(struct arena *scratch, const struct site *site,
                         const struct year_index *year, size_t peak)
{
    struct month_cell *cells = ARENA_ARRAY(scratch, struct month_cell, MONTHS);
    for (size_t i = 0; i < MONTHS; i++)
        cells[i] = (struct month_cell){site, &year->months[i], peak};
    return value_structs(scratch, &month_cell_type, cells, MONTHS, sizeof *cells);
}
