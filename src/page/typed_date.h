/* SPDX-License-Identifier: MIT */
/* Dates as people and programs type them: in front matter, tables, and names of files. */
#ifndef PAGE_TYPED_DATE_H
#define PAGE_TYPED_DATE_H

#include "page/page.h"

/* Reads YYYY-MM-DD, YYYY-MM or YYYY at the start of TEXT, as much as there is of it in the
   calendar. Returns how many bytes that took; 0: nothing. */
size_t date_read(struct str text, struct date *date);

/* Whether all of TEXT is a date as people type it: 2023-10-17, 2023-5-3, 2023/5/3, 2023.5.3,
   2023_5_3, 2023年5月3日, 20230503; a month and a year alone, or a year. Else *DATE stays. */
bool date_typed(struct str text, struct date *date);

/* The day that a name of a folder or file says. */
struct name_day {
    struct date date; /* day 0: it is written as one, and there is no such day */
    bool several; /* 2021年6月18日至24日: it begins a row of days; a bare number ends one only
                     if it is greater than the day: —03 may be a page's */
};

/*
 * The day that begins at byte AT of a name; its end, or 0. It is written as 2021-06-18, 2021-6-18,
 * with '.', '_', '/' or '·' instead of '-', as 2021年6月18日 or …18号, or as 20210618, and its year
 * is from 1800 to 2199.
 *
 * What is not clearly a date is none: a number that goes on before or after it, letters before it
 * that a number stands before, as in c97ef20210618. Eight digits are one only if the calendar has
 * the day and no letter comes next, unless that begins a page's number: 20210618A02.
 */
size_t name_day_at(struct str name, size_t at, struct name_day *day);

#endif
