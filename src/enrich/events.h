/* SPDX-License-Identifier: MIT */
/* Events by which a text shows when it was written, read from data/events.tsv. */
#ifndef ENRICH_EVENTS_H
#define ENRICH_EVENTS_H

#include "enrich/words.h"
#include "page/page.h"

/* A row of the table; what does not apply is 0. */
struct event {
    struct date since; /* nobody writes the words before: year, perhaps month */
    struct date held;  /* when it took place, or its last month */
    uint16_t open;     /* its 开局之年 */
    uint16_t close;    /* its 收官之年 */
    uint16_t base;     /* its 周年 are counted from here */
};

struct events {
    struct words words; /* values: struct event */
};

/* The built-in events, in KEEP. */
const struct events *events_builtin(struct arena *keep);

#endif
