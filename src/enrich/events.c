/* SPDX-License-Identifier: MIT */
#include "enrich/events.h"

#include "base/embedded.h"
#include "enrich/table.h"
#include "page/facts.h"

enum { COLUMNS = 7 };

/* Most characters begin no word: a bit tells so before the words are looked up. */
static unsigned char *head_byte(unsigned char *heads, uint32_t code)
{
    return &heads[code >> 3 & 0xff];
}

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
    while (words.len) {
        struct str word = str_cut(&words, ' ');
        uint32_t code = utf8_first(word).code;
        *head_byte(events->heads, code) |= (unsigned char)(1u << (code & 7));
        words_add(keep, &events->words, word, event);
    }
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

const struct word *events_at(const struct events *events, struct str text, struct utf8 c)
{
    bool begins = events->heads[c.code >> 3 & 0xff] >> (c.code & 7) & 1;
    return begins ? words_at(&events->words, text, c.at) : NULL;
}
