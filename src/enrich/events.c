/* SPDX-License-Identifier: MIT */
#include "enrich/events.h"

#include "base/embedded.h"
#include "enrich/table.h"
#include "page/typed_date.h"

enum { COLUMNS = 8 };

/* 2018..2020 parted, its first part into *FIRST; a single one is both. */
static struct str last_of(struct str field, struct str *first)
{
    size_t dots = str_find(field, STR(".."), 0);
    *first = dots == SIZE_MAX ? field : str_slice(field, 0, dots);
    return dots == SIZE_MAX ? field : str_slice(field, dots + 2, field.len);
}

static struct date month_of(struct str field)
{
    struct str first;
    struct date date;
    return date_read(last_of(field, &first), &date) ? date : (struct date){0};
}

static struct year_span years_of(struct str field)
{
    struct str first, last = last_of(field, &first);
    return (struct year_span){month_of(first).year, month_of(last).year};
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
            .held_years = years_of(row[2]),
            .open = years_of(row[3]),
            .close = years_of(row[4]),
            .crux = years_of(row[5]),
            .base = month_of(row[6]).year,
        };
        add_words(keep, events, row[0], event);
    }
    return events;
}
