/* SPDX-License-Identifier: MIT */
#include "page/typed_date.h"

#include "base/calendar.h"
#include "page/wordlist.h"

enum { FIRST_YEAR = 1000, NAME_FIRST_YEAR = 1800, NAME_LAST_YEAR = 2199 };

/* Where the digits end that begin at AT. */
static size_t digits_end(struct str text, size_t at)
{
    while (str_digit_at(text, at))
        at++;
    return at;
}

/* The value of COUNT digits at AT; 0: there are not as many, or more. */
static unsigned digits_value(struct str text, size_t at, size_t count)
{
    unsigned value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (!str_digit_at(text, i))
            return 0;
        value = value * 10 + (unsigned)(text.ptr[i] - '0');
    }
    return str_digit_at(text, at + count) ? 0 : value;
}

/* The value of two digits after a '-' at AT; 0: they do not stand there, or are more than MOST. */
static unsigned part_value(struct str text, size_t at, unsigned most)
{
    unsigned value = at < text.len && text.ptr[at] == '-' ? digits_value(text, at + 1, 2) : 0;
    return value <= most ? value : 0;
}

size_t date_read(struct str text, struct date *date)
{
    unsigned year = digits_value(text, 0, 4);
    unsigned month = part_value(text, 4, 12);
    unsigned day = month ? part_value(text, 7, month_days(year, month)) : 0;
    *date = (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return year < FIRST_YEAR ? 0 : day ? 10 : month ? 7 : 4;
}

/* Cuts a number of LEAST to MOST digits and the mark after it off *TEXT; 0: they do not stand
 * there. */
static unsigned cut_part(struct str *text, size_t least, size_t most, struct str mark)
{
    static const char other_marks[] = "-/.";
    size_t digits = 0;
    while (digits < most && str_digit_at(*text, digits))
        digits++;
    unsigned value = digits < least ? 0 : digits_value(*text, 0, digits);
    *text = str_slice(*text, digits, text->len);
    if (str_starts(*text, mark))
        *text = str_slice(*text, mark.len, text->len);
    else if (text->len > 1 && strchr(other_marks, text->ptr[0]))
        *text = str_slice(*text, 1, text->len);
    return value;
}

bool date_typed(struct str text, struct date *date)
{
    struct name_day named;
    if (text.len && name_day_at(text, 0, &named) == text.len && named.date.day && !named.several) {
        *date = named.date;
        return true;
    }
    unsigned year = cut_part(&text, 4, 4, STR("年"));
    bool has_month = text.len > 0;
    unsigned month = has_month ? cut_part(&text, 1, 2, STR("月")) : 0;
    bool has_day = text.len > 0;
    unsigned day = has_day ? cut_part(&text, 1, 2, STR("日")) : 0;
    if (year < FIRST_YEAR || text.len > 0 || month > 12 || (has_month && !month) ||
        (has_day && (!day || day > month_days(year, month))))
        return false;
    *date = (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

/* ---- in names */

static bool year_is_known(unsigned year)
{
    return year >= NAME_FIRST_YEAR && year <= NAME_LAST_YEAR;
}

/* The day of three numbers; none, if there is no such day. */
static struct date day_of(unsigned year, unsigned month, unsigned day)
{
    bool real = year_is_known(year) && month >= 1 && month <= 12 && day >= 1 &&
                day <= month_days(year, month);
    return real ? (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day} : (struct date){0};
}

/* Whether nothing stands before AT that what stands there may go on: a digit, or the letters and
   digits of a hash. A word of letters may: sqb20210618. */
static bool may_begin(struct str name, size_t at)
{
    if (at > 0 && str_digit_at(name, at - 1))
        return false;
    while (at > 0 && str_letter_at(name, at - 1))
        at--;
    return at == 0 || !str_digit_at(name, at - 1);
}

/* A02, p3: a letter and up to three digits, and no more of either. */
static bool page_stands_at(struct str name, size_t at)
{
    enum { PAGE_DIGITS = 3 };
    size_t end = digits_end(name, at + 1);
    return str_letter_at(name, at) && end > at + 1 && end - at - 1 <= PAGE_DIGITS &&
           !str_letter_at(name, end);
}

/* 20210618 */
static size_t compact_at(struct str name, size_t at, struct date *date)
{
    enum { DIGITS = 8 };
    unsigned value = digits_value(name, at, DIGITS);
    *date = day_of(value / 10000, value / 100 % 100, value % 100);
    size_t end = at + DIGITS;
    return date->day && (!str_letter_at(name, end) || page_stands_at(name, end)) ? end : 0;
}

/* What stands after the year, the month and the day. */
struct marks {
    struct str year, month, day;
};

/* A number of one or two digits at *AT, which is moved behind it; 0: there is none. */
static unsigned cut_number(struct str name, size_t *at)
{
    size_t start = *at, end = digits_end(name, start);
    *at = end;
    return end - start <= 2 ? digits_value(name, start, end - start) : 0;
}

static bool cut_mark(struct str name, size_t *at, struct str mark)
{
    bool stands = str_starts(str_slice(name, *at, name.len), mark);
    *at += stands ? mark.len : 0;
    return stands;
}

/* Passes blanks, which stand in 2021年 6月 18日, but part other numbers from each other. */
static void skip_blanks(struct str name, size_t *at, const struct marks *marks)
{
    while (marks->day.len && *at < name.len && name.ptr[*at] == ' ')
        ++*at;
}

/* 2021-6-18, 2021年6月18日. *DATE has no day where it is written so and there is none. */
static size_t marked_at(struct str name, size_t at, const struct marks *marks, struct date *date)
{
    enum { YEAR_DIGITS = 4, ISO_LEN = 10 };
    size_t start = at;
    unsigned year = digits_value(name, at, YEAR_DIGITS);
    if (digits_end(name, at) < at + YEAR_DIGITS)
        return 0;
    at += YEAR_DIGITS;
    if (!cut_mark(name, &at, marks->year))
        return 0;
    skip_blanks(name, &at, marks);
    size_t month_at = at;
    unsigned month = cut_number(name, &at);
    size_t month_end = at;
    if (month_end == month_at || !cut_mark(name, &at, marks->month))
        return 0;
    skip_blanks(name, &at, marks);
    size_t day_at = at;
    unsigned day = cut_number(name, &at);
    size_t day_end = at;
    bool numbers = month_end - month_at <= 2 && day_end > day_at && day_end - day_at <= 2;
    if (!numbers || !cut_mark(name, &at, marks->day))
        return 0;
    *date = day_of(year, month, day);
    bool iso = at - start == ISO_LEN && str_eq(marks->year, STR("-"));
    return year_is_known(year) || iso ? at : 0;
}

/* The day that begins at AT and no more than that; its end, or 0. */
static size_t one_day_at(struct str name, size_t at, struct date *date)
{
    static const struct marks forms[] = {
        {WORD("-"), WORD("-"), WORD("")},     {WORD("."), WORD("."), WORD("")},
        {WORD("_"), WORD("_"), WORD("")},     {WORD("/"), WORD("/"), WORD("")},
        {WORD("·"), WORD("·"), WORD("")},     {WORD("年"), WORD("月"), WORD("日")},
        {WORD("年"), WORD("月"), WORD("号")},
    };
    size_t end = compact_at(name, at, date);
    for (size_t i = 0; i < COUNT(forms) && !end; i++)
        end = marked_at(name, at, &forms[i], date);
    return end;
}

/* 24日, 7月3日, 2021-07-03, 24: the last of a row of days that begins with the FIRST of a month;
   its end, or 0: 3版, and a number that is no later day, such as a page's. */
static size_t last_day_at(struct str name, size_t at, unsigned first, bool *named)
{
    struct date date;
    size_t end = one_day_at(name, at, &date), digits = digits_end(name, at);
    if (end || digits == at)
        return end;
    bool later = digits_value(name, at, digits - at) > first;
    bool month = cut_mark(name, &digits, STR("月"));
    if (month)
        digits = digits_end(name, digits);
    *named = cut_mark(name, &digits, STR("日")) || cut_mark(name, &digits, STR("号"));
    bool day = (later || month || *named) && !cut_mark(name, &(size_t){digits}, STR("版"));
    return day ? digits : 0;
}

/* 至24日, ~24, -24日 after the day FIRST of a month, which ends at AT: where the row of days ends;
   AT: there is none. */
static size_t row_end(struct str name, size_t at, unsigned first)
{
    static const struct str to[] = {WORD("至"), WORD("到"), WORD("~"), WORD("—"), WORD("–")};
    const struct str *mark = wordlist_start(to, COUNT(to), str_slice(name, at, name.len));
    size_t from = at, end;
    bool named = false;
    if (!mark && !cut_mark(name, &from, STR("-")))
        return at;
    end = last_day_at(name, mark ? at + mark->len : from, first, &named);
    return end && (mark || named) ? end : at;
}

size_t name_day_at(struct str name, size_t at, struct name_day *day)
{
    *day = (struct name_day){0};
    if (!str_digit_at(name, at) || !may_begin(name, at))
        return 0;
    size_t end = one_day_at(name, at, &day->date);
    size_t last = end ? row_end(name, end, day->date.day) : end;
    day->several = last > end;
    return last;
}
