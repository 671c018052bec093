/* SPDX-License-Identifier: MIT */
#include "archive/index.h"

/* Entries come newest first, so the year wanted is the last one or a new one. */
static struct year_index *year_of(struct archive *archive, uint16_t year)
{
    struct year_indexes *years = &archive->years;
    if (years->len && years->at[years->len - 1]->year == year)
        return years->at[years->len - 1];
    struct year_index *made = ARENA_NEW(archive->keep, struct year_index);
    made->year = year;
    for (uint8_t i = 0; i < 12; i++)
        made->months[i] = (struct month_index){.year = made, .month = (uint8_t)(i + 1)};
    vec_push(archive->keep, years, made);
    return made;
}

static void add_entry(struct archive *archive, const struct entry *entry)
{
    const struct story_date *date = &entry->story->date;
    if (date->precision == PRECISION_NONE) {
        vec_push(archive->keep, &archive->undated, entry);
        return;
    }
    struct year_index *year = year_of(archive, date->value.year);
    year->len++;
    if (date->precision == PRECISION_YEAR) {
        vec_push(archive->keep, &year->year_only, entry);
        return;
    }
    struct month_index *month = &year->months[date->value.month - 1];
    struct day_index *day = &month->days[date->precision == PRECISION_DAY ? date->value.day : 0];
    if (day->count++ == 0)
        day->first = month->entries.len;
    day->inferred += story_date_inferred(date);
    month->inferred += story_date_inferred(date);
    vec_push(archive->keep, &month->entries, entry);
}

void index_dates(struct archive *archive)
{
    for (size_t i = 0; i < archive->entries.len; i++)
        add_entry(archive, archive->entries.at[i]);
}
