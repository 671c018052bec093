/* SPDX-License-Identifier: MIT */
#include "enrich/events.h"

#include "base/embedded.h"
#include "enrich/table.h"
#include "page/facts.h"

enum { COLUMNS = 7 };

static uint16_t year_of(struct str field)
{
    struct date date;
    return date_read(field, &date) ? date.year : 0;
}

static struct date month_of(struct str field)
{
    struct date date;
    return date_read(field, &date) ? date : (struct date){0};
}

static void add_words(struct arena *keep, struct events *events, struct str words,
                      const struct event *event)
{
    while (words.len)
        words_add(keep, &events->words, str_cut(&words, ' '), event);
}

const struct events *events_builtin(struct arena *keep)
{
    struct events *events = ARENA_NEW(keep, struct events);
    struct str table = embedded_get(embedded_data, "events.tsv");
    struct str row[COLUMNS];
    while (table_row(&table, row, COLUMNS)) {
        if (str_starts(row[0], STR("#")))
            continue;
        struct event *event = ARENA_NEW(keep, struct event);
        *event = (struct event){
            .since = month_of(row[1]),
            .held = month_of(row[2]),
            .open = year_of(row[3]),
            .close = year_of(row[4]),
            .base = year_of(row[5]),
        };
        add_words(keep, events, row[0], event);
    }
    return events;
}
