/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"

#include <stdbool.h>

static bool is_leap(unsigned year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned month_days(unsigned year, unsigned month)
{
    static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

unsigned weekday(unsigned year, unsigned month, unsigned day)
{
    static const unsigned shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    unsigned y = year + 400 - (month < 3);
    unsigned from_sunday = (y + y / 4 - y / 100 + y / 400 + shift[month - 1] + day) % 7;
    return (from_sunday + 6) % 7;
}

unsigned day_number(unsigned year, unsigned month, unsigned day)
{
    unsigned days = year * 365 + day;
    if (year > 0)
        days += (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
    for (unsigned m = 1; m < month; m++)
        days += month_days(year, m);
    return days;
}
