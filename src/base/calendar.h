/* SPDX-License-Identifier: MIT */
/* The Gregorian calendar. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

/* 28 to 31; MONTH from 1 to 12. */
unsigned month_days(unsigned year, unsigned month);

/* The day of the week, from 0 for Monday to 6 for Sunday (Sakamoto's method). */
unsigned weekday(unsigned year, unsigned month, unsigned day);

/* Days up to a day, from one in the distant past: to say how many lie between two. */
unsigned day_number(unsigned year, unsigned month, unsigned day);

#endif
