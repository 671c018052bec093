/* SPDX-License-Identifier: MIT */
/* Events by which a text shows when it was written, read from data/events.tsv. */
#ifndef ENRICH_EVENTS_H
#define ENRICH_EVENTS_H

#include "enrich/words.h"
#include "page/page.h"

/* A year, or the first and last of several any of which is meant; 0: none. */
struct year_span {
    uint16_t first, last;
};

/* A row of the table; what does not apply is 0. */
struct event {
    struct date since;           /* nobody writes the words before: year, perhaps month */
    struct date held;            /* when it took place, or its last month */
    struct year_span held_years; /* its 召开之年 */
    struct year_span open;       /* its 开局之年 */
    struct year_span close;      /* its 收官之年 */
    struct year_span crux;       /* its 决战之年 */
    uint16_t base;               /* its 周年 are counted from here */
};

struct events {
    struct words words; /* values: struct event */
};

/* The built-in events, in KEEP. */
const struct events *events_builtin(struct arena *keep);

#endif
