/* SPDX-License-Identifier: MIT */
#include "page/identity_number.h"

#include "base/utf8.h"

enum { LENGTH = 18, YEAR_AT = 6, MONTH_AT = 10, DAY_AT = 12, X = 10 };

/* A disabled person's (残疾人证号): an identity number and two digits more. */
enum { DISABLED_LENGTH = 20 };

/* The value of a digit, of either width, or of X; -1: it is none. */
static int value_of(uint32_t code)
{
    if (code >= U'０' && code <= U'９')
        code -= U'０' - U'0';
    if (code == 'x' || code == 'X')
        return X;
    return code >= '0' && code <= '9' ? (int)(code - '0') : -1;
}

static int number_at(const int *values, size_t at, size_t len)
{
    int number = 0;
    for (size_t i = at; i < at + len; i++)
        number = number * 10 + values[i];
    return number;
}

/* Whether the last of VALUES is what ISO 7064 MOD 11-2 has it be, and a day is among them. */
static bool is_proved(const int *values)
{
    int year = number_at(values, YEAR_AT, 4), month = number_at(values, MONTH_AT, 2);
    int day = number_at(values, DAY_AT, 2), sum = 0;
    for (size_t i = 0; i + 1 < LENGTH; i++)
        sum = (sum + values[i]) * 2 % 11;
    return year >= 1850 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
           (sum + values[LENGTH - 1]) % 11 == 1;
}

size_t identity_numbers_count(struct str text, size_t *first)
{
    int values[LENGTH];
    size_t found = 0, len = 0, start = 0;
    for (struct utf8 c = utf8_first(text);; c = utf8_next(text, c)) {
        int value = c.len ? value_of(c.code) : -1;
        if (value >= 0 && len < LENGTH && (value < X || len + 1 == LENGTH)) {
            start = len ? start : c.at;
            values[len++] = value;
            continue;
        }
        bool whole = len == LENGTH || len == DISABLED_LENGTH;
        if (whole && value < 0 && is_proved(values) && found++ == 0)
            *first = start;
        if (!c.len)
            return found;
        if (value < 0)
            len = 0;
        else /* what is longer is none, and what has an X inside */
            len = len < LENGTH ? DISABLED_LENGTH + 1 : len + 1;
    }
}
