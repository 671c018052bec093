/* SPDX-License-Identifier: MIT */
/*
 * When stories date from: the numbers behind the timelines and the tinted months.
 *
 * A timeline is a row of small drawings. Each shows a year by months; where that would make too
 * many drawings, each shows a decade by years. Years without stories get no drawing.
 */
#ifndef SITE_VIEW_TIMELINE_H
#define SITE_VIEW_TIMELINE_H

#include "archive/archive.h"

/* With more years than this, a drawing shows a decade. */
enum { TIMELINE_YEARS_MAX = 12 };

/* A drawing, in SVG units. */
enum {
    TIMELINE_WIDTH = 288,
    TIMELINE_HEIGHT = 100,
    TIMELINE_GROUND = 82, /* y of the line that bars stand on */
    TIMELINE_PEAK = 64,   /* height of the highest bar of all the timeline's drawings */
    TIMELINE_BAR = 15,    /* width of a bar */
};

/* A month, or a year of a decade. */
struct timeline_slot {
    uint16_t year;
    uint8_t month;   /* 0: the whole year */
    size_t stated;   /* stories whose date the paper or the archivist states */
    size_t inferred; /* stories whose date was inferred */
};

struct timeline_panel {
    uint16_t year; /* the year; or the first of the decade */
    size_t len;    /* stories in it, those dated to the year alone too */
    struct timeline_slot slots[12];
};

struct timeline {
    bool decades;              /* whether a panel is a decade */
    size_t slots_len;          /* of each panel: 12 months, or 10 years */
    struct timeline_panel *at; /* oldest first */
    size_t len;
    size_t peak;             /* most stories in one slot */
    size_t year_only;        /* stories of which only the year is known */
    uint16_t year_only_year; /* the one year of all these; 0: there are several, or none */
    size_t undated;
};

/* Counts stories; the order of ENTRIES does not matter. */
struct timeline timeline_make(struct arena *keep, const struct entries *entries);

/* A bar of two parts: what is stated below, what is inferred on top of it. Each part that has
   stories is at least two units high. */
struct timeline_bar {
    unsigned x10;      /* left edge, in tenths of a unit */
    unsigned middle10; /* of the slot, in tenths */
    unsigned stated_height;
    unsigned inferred_height;
};

struct timeline_bar timeline_bar(const struct timeline *timeline,
                                 const struct timeline_panel *panel, size_t slot);

/* How dark COUNT of at most PEAK stories is shown: 0 for none, else 1 to 3. */
unsigned timeline_heat(size_t count, size_t peak);

#endif
