/* SPDX-License-Identifier: MIT */
#include "site/view/timeline.h"

enum { MONTHS = 12, DECADE = 10, LEAST_HEIGHT = 2 };

/* What dates from one year. */
struct year_counts {
    struct timeline_slot all; /* those dated to the year alone too */
    struct timeline_slot months[MONTHS];
};

struct years VEC_OF(struct year_counts);

static size_t slot_total(const struct timeline_slot *slot)
{
    return slot->stated + slot->inferred;
}

static struct year_counts year_none(uint16_t year)
{
    struct year_counts none = {.all.year = year};
    for (uint8_t i = 0; i < MONTHS; i++)
        none.months[i] = (struct timeline_slot){.year = year, .month = (uint8_t)(i + 1)};
    return none;
}

/* The counts of a year, put in its place among the others if it is new. */
static struct year_counts *year_at(struct arena *keep, struct years *years, uint16_t year)
{
    size_t at = years->len;
    while (at > 0 && years->at[at - 1].all.year > year)
        at--;
    if (at > 0 && years->at[at - 1].all.year == year)
        return &years->at[at - 1];
    vec_push(keep, years, year_none(year));
    for (size_t i = years->len - 1; i > at; i--)
        years->at[i] = years->at[i - 1];
    years->at[at] = year_none(year);
    return &years->at[at];
}

static void slot_count(struct timeline_slot *slot, const struct story_date *date)
{
    if (story_date_inferred(date))
        slot->inferred++;
    else
        slot->stated++;
}

/* Keeps the year that stories are dated to alone, as long as it is one year. */
static void year_only_count(struct timeline *timeline, uint16_t year)
{
    if (timeline->year_only++ == 0)
        timeline->year_only_year = year;
    else if (timeline->year_only_year != year)
        timeline->year_only_year = 0;
}

static void story_count(struct arena *keep, struct timeline *timeline, struct years *years,
                        const struct story_date *date)
{
    if (date->precision == PRECISION_NONE) {
        timeline->undated++;
        return;
    }
    struct year_counts *year = year_at(keep, years, date->value.year);
    slot_count(&year->all, date);
    if (date->precision == PRECISION_YEAR)
        year_only_count(timeline, date->value.year);
    else
        slot_count(&year->months[date->value.month - 1], date);
}

static void panel_add_year(struct timeline *timeline, const struct year_counts *year)
{
    struct timeline_panel *panel = &timeline->at[timeline->len++];
    *panel = (struct timeline_panel){.year = year->all.year, .len = slot_total(&year->all)};
    memcpy(panel->slots, year->months, sizeof year->months);
}

/* Adds a year, which is later than all before, to the panel of its decade. */
static void panel_add_decade(struct timeline *timeline, const struct year_counts *year)
{
    uint16_t first = (uint16_t)(year->all.year - year->all.year % DECADE);
    if (timeline->len == 0 || timeline->at[timeline->len - 1].year != first) {
        struct timeline_panel *panel = &timeline->at[timeline->len++];
        *panel = (struct timeline_panel){.year = first};
        for (uint16_t i = 0; i < DECADE; i++)
            panel->slots[i].year = (uint16_t)(first + i);
    }
    struct timeline_panel *panel = &timeline->at[timeline->len - 1];
    panel->slots[year->all.year % DECADE] = year->all;
    panel->len += slot_total(&year->all);
}

static void peak_find(struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->len; i++) {
        for (size_t k = 0; k < timeline->slots_len; k++) {
            size_t total = slot_total(&timeline->at[i].slots[k]);
            if (total > timeline->peak)
                timeline->peak = total;
        }
    }
}

struct timeline timeline_make(struct arena *keep, const struct entries *entries)
{
    struct timeline timeline = {0};
    struct years years = {0};
    for (size_t i = 0; i < entries->len; i++)
        story_count(keep, &timeline, &years, &entries->at[i]->story->date);
    timeline.decades = years.len > TIMELINE_YEARS_MAX;
    timeline.slots_len = timeline.decades ? DECADE : MONTHS;
    timeline.at = ARENA_ARRAY(keep, struct timeline_panel, years.len);
    for (size_t i = 0; i < years.len; i++) {
        if (timeline.decades)
            panel_add_decade(&timeline, &years.at[i]);
        else
            panel_add_year(&timeline, &years.at[i]);
    }
    peak_find(&timeline);
    return timeline;
}

/* COUNT as a height, where PEAK is FULL high: rounded, and seen at all if there is something. */
static unsigned height_of(size_t count, size_t peak, unsigned full)
{
    if (count == 0)
        return 0;
    unsigned height = (unsigned)((count * full * 2 + peak) / (peak * 2));
    return height < LEAST_HEIGHT ? LEAST_HEIGHT : height;
}

struct timeline_bar timeline_bar(const struct timeline *timeline,
                                 const struct timeline_panel *panel, size_t slot)
{
    unsigned width10 = TIMELINE_WIDTH * 10 / (unsigned)timeline->slots_len;
    unsigned left10 = width10 * (unsigned)slot;
    const struct timeline_slot *counts = &panel->slots[slot];
    return (struct timeline_bar){
        .x10 = left10 + (width10 - TIMELINE_BAR * 10) / 2,
        .middle10 = left10 + width10 / 2,
        .stated_height = height_of(counts->stated, timeline->peak, TIMELINE_PEAK),
        .inferred_height = height_of(counts->inferred, timeline->peak, TIMELINE_PEAK),
    };
}

unsigned timeline_heat(size_t count, size_t peak)
{
    if (count == 0)
        return 0;
    if (count * 4 >= peak * 3)
        return 3;
    return count * 2 >= peak ? 2 : 1;
}
