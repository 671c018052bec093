/* SPDX-License-Identifier: MIT */
/* Dates as words of a text: 2023年10月17日, 10月17日, 二〇二三年十月, 2023-10-17, 2023年. */
#ifndef ENRICH_DATE_WORDS_H
#define ENRICH_DATE_WORDS_H

#include "enrich/date_sense.h"
#include "page/page.h"

struct date_words {
    struct date date; /* what is not said is 0; never a day that the calendar does not have */
    size_t at, end;   /* bytes of the text */
    enum date_sense sense;
};

/* The next date at or after FROM. False: there is none. A month alone is none; a year is one. */
bool date_words_next(struct str text, size_t from, struct date_words *found);

/* The parts of a date that stand apart, as in a masthead: 2023年10月, 25, 星期三. Begins with
   DATE_PARTS_NONE. */
struct date_parts {
    struct date date;
    int weekday; /* 0 for Monday to 6; -1: none is named */
    bool bare;   /* year or month come from a line that is numbers and nothing else: 2023, 10/25 */
    bool clash;  /* a part stands there twice, and differs */
    uint32_t numbers; /* lines that are one number: bit 25 for 25, the day or a page's number */
};
#define DATE_PARTS_NONE ((struct date_parts){.weekday = -1})

/* Adds what LINE has of them. Returns whether it has any. */
bool date_parts_add(struct date_parts *parts, struct str line);

/* A number of up to three digits at AT, 100, 三十五, 一百一十; its end, or 0. */
size_t number_words_at(struct str text, size_t at, unsigned *value);

/* The weekday that is named right after END, 星期三 or 周三: 0 for Monday to 6; -1: none is. */
int weekday_words_at(struct str text, size_t end);

#endif
