/* SPDX-License-Identifier: MIT */
#include "enrich/date_words.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "page/wordlist.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2099, LEAP_YEAR = 2000, YEAR_DIGITS = 4 };

/* A number and what it takes up; end 0: there is none. */
struct number {
    unsigned value;
    size_t digits; /* 0: not written place by place, as 十七 */
    size_t end;
};

static size_t skip_blanks(struct str text, size_t at)
{
    struct utf8 c = utf8_at(text, at);
    while (c.len && utf8_is_blank(c.code))
        c = utf8_next(text, c);
    return c.at;
}

static struct number digits_at(struct str text, size_t at)
{
    struct number number = {0};
    struct utf8 c = utf8_at(text, at);
    for (; c.len && utf8_is_digit(c.code) && number.digits <= YEAR_DIGITS; c = utf8_next(text, c)) {
        number.value = number.value * 10 + (c.code < 0x80 ? c.code - '0' : c.code - 0xff10);
        number.digits++;
        number.end = c.at + c.len;
    }
    return number;
}

/* 0 to 10; -1: the character is no number. Asked of every character of every story. */
static int han_digit(uint32_t code)
{
    switch (code) {
    case '0':    /* 二00三 */
    case 0xff10: /* ０ */
    case 0x3007: /* 〇 */
    case 0x96f6: /* 零 */
    case 0x25cb: /* circles set for 〇 */
    case 0x25ef:
        return 0;
    case 0x4e00:
        return 1;
    case 0x4e8c:
        return 2;
    case 0x4e09:
        return 3;
    case 0x56db:
        return 4;
    case 0x4e94:
        return 5;
    case 0x516d:
        return 6;
    case 0x4e03:
        return 7;
    case 0x516b:
        return 8;
    case 0x4e5d:
        return 9;
    case 0x5341:
        return 10;
    default:
        return -1;
    }
}

/* 二〇二三, 十, 十七, 二十, 三十一. */
static struct number han_number_at(struct str text, size_t at)
{
    struct number number = {0};
    bool tens = false;
    struct utf8 c = utf8_at(text, at);
    for (; c.len && number.digits <= YEAR_DIGITS; c = utf8_next(text, c)) {
        int digit = han_digit(c.code);
        if (digit < 0)
            break;
        if (digit == 10) {
            number.value = number.value ? number.value * 10 : 10;
            tens = true;
        } else {
            number.value =
                tens ? number.value + (unsigned)digit : number.value * 10 + (unsigned)digit;
        }
        number.digits++;
        number.end = c.at + c.len;
    }
    if (tens)
        number.digits = 0;
    return number;
}

static struct number number_at(struct str text, size_t at)
{
    at = skip_blanks(text, at);
    struct number number = digits_at(text, at);
    return number.end ? number : han_number_at(text, at);
}

/* The end of the UNIT that stands at AT, blanks before it aside; 0 where it does not. */
static size_t unit_end(struct str text, size_t at, struct str unit)
{
    at = skip_blanks(text, at);
    return str_starts(str_slice(text, at, text.len), unit) ? at + unit.len : 0;
}

/* A number followed by a unit, up to MOST; its end, or 0. */
static size_t part_at(struct str text, size_t at, struct str unit, unsigned most, unsigned *value)
{
    struct number number = number_at(text, at);
    size_t end = number.end ? unit_end(text, number.end, unit) : 0;
    if (!end || number.value < 1 || number.value > most)
        return 0;
    *value = number.value;
    return end;
}

static size_t day_at(struct str text, size_t at, unsigned year, unsigned month, unsigned *day)
{
    unsigned most = month_days(year ? year : LEAP_YEAR, month);
    size_t end = part_at(text, at, STR("日"), most, day);
    return end ? end : part_at(text, at, STR("号"), most, day);
}

static size_t year_at(struct str text, size_t at, unsigned *year)
{
    struct number number = number_at(text, at);
    size_t end = number.end ? unit_end(text, number.end, STR("年")) : 0;
    *year = number.value;
    bool is_year = number.digits == YEAR_DIGITS && *year >= FIRST_YEAR && *year <= LAST_YEAR;
    return is_year ? end : 0;
}

/* 2023-10-17, 2023.10.17, 2023/10/17, 2023·10·17. */
static size_t numeric_at(struct str text, size_t at, struct date *date)
{
    static const struct str marks[] = {WORD("-"), WORD("."),  WORD("/"),
                                       WORD("·"), WORD("・"), WORD("／")};
    unsigned parts[3] = {0};
    const struct str *mark = NULL;
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (i > 0) {
            const struct str *here =
                wordlist_start(marks, COUNT(marks), str_slice(text, at, text.len));
            if (!here || (mark && here != mark))
                return 0;
            mark = here;
            at += here->len;
        }
        struct number number = digits_at(text, at);
        if (!number.end || (i == 0) != (number.digits == YEAR_DIGITS) ||
            number.digits > YEAR_DIGITS)
            return 0;
        parts[i] = number.value;
        at = number.end;
    }
    if (parts[0] < FIRST_YEAR || parts[0] > LAST_YEAR || parts[1] < 1 || parts[1] > 12 ||
        parts[2] < 1 || parts[2] > month_days(parts[0], parts[1]))
        return 0;
    *date = (struct date){(uint16_t)parts[0], (uint8_t)parts[1], (uint8_t)parts[2]};
    return at;
}

/* The date that begins at AT; its end, or 0. */
static size_t date_at(struct str text, size_t at, struct date *date)
{
    unsigned year = 0, month = 0, day = 0;
    size_t end = numeric_at(text, at, date);
    if (end)
        return end;
    size_t year_end = year_at(text, at, &year);
    if (!year_end)
        year = 0;
    size_t month_end = part_at(text, year_end ? year_end : at, STR("月"), 12, &month);
    size_t day_end = month_end ? day_at(text, month_end, year, month, &day) : 0;
    if (!day_end && !year_end)
        return 0;
    *date = (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return day_end ? day_end : month_end ? month_end : year_end;
}

static bool is_number_char(uint32_t code)
{
    if (code >= 0x4e00 && code < 0xff10)
        return han_digit(code) >= 0;
    return (code >= '0' && code <= '9') || (code >= 0xff10 && code <= 0xff19) ||
           han_digit(code) >= 0;
}

static bool is_mark_of_ascii(char c)
{
    return c == '-' || c == '.' || c == '/';
}

/* Where next in TEXT, from FROM on, stands what follows the first number of a date: 年, 月, or what
   parts 2023-10-17; the end: nowhere. Most of a text is neither, so its characters are passed over
   by their first bytes. */
static size_t mark_at(struct str text, size_t from)
{
    static const char year[] = "年", month[] = "月";
    for (size_t at = from; at < text.len;) {
        const char *c = text.ptr + at;
        unsigned char first = (unsigned char)*c;
        if (first < 0x80 && is_mark_of_ascii(*c))
            return at;
        if ((*c == year[0] && c[1] == year[1] && c[2] == year[2]) ||
            (*c == month[0] && c[1] == month[1] && c[2] == month[2]))
            return at;
        at += first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }
    return text.len;
}

/* Where the number begins that ends at END, blanks aside; END: there is none. */
static size_t number_before(struct str text, size_t end)
{
    size_t at = end;
    struct utf8 c = utf8_before(text, end);
    while (c.len && utf8_is_blank(c.code))
        c = utf8_before(text, c.at);
    for (; c.len && is_number_char(c.code); c = utf8_before(text, c.at))
        at = c.at;
    return c.code == '.' ? end : at; /* 8.25月 */
}

bool date_words_next(struct str text, size_t from, struct date_words *found)
{
    for (size_t mark = mark_at(text, from); mark < text.len;
         mark = mark_at(text, mark + utf8_at(text, mark).len)) {
        size_t at = number_before(text, mark);
        size_t end = at < mark && at >= from ? date_at(text, at, &found->date) : 0;
        if (!end)
            continue;
        found->at = at;
        found->end = end;
        found->sense = date_sense_of(text, at, end);
        return true;
    }
    return false;
}

/* ---- dates whose parts stand apart */

static void join(struct date_parts *parts, struct date date)
{
    struct date *known = &parts->date;
    parts->clash |= (known->year && date.year && known->year != date.year) ||
                    (known->month && date.month && known->month != date.month) ||
                    (known->day && date.day && known->day != date.day);
    known->year = date.year ? date.year : known->year;
    known->month = date.month ? date.month : known->month;
    known->day = date.day ? date.day : known->day;
}

/* A whole line: 25, 10/25, 2023, 2023.10. */
static bool bare_line(struct str line, struct date *date)
{
    struct number first = digits_at(line, 0), second = {0};
    *date = (struct date){0};
    bool marked = first.end && first.end < line.len && is_mark_of_ascii(line.ptr[first.end]);
    if (marked)
        second = digits_at(line, first.end + 1);
    if (!first.end || (marked ? second.end : first.end) != line.len)
        return false;
    if (!marked && first.digits == YEAR_DIGITS)
        *date = (struct date){.year = (uint16_t)first.value};
    else if (marked && first.digits == YEAR_DIGITS && second.value >= 1 && second.value <= 12)
        *date = (struct date){.year = (uint16_t)first.value, .month = (uint8_t)second.value};
    else if (!marked && first.value <= 31)
        *date = (struct date){.day = (uint8_t)first.value};
    else if (marked && first.value <= 12 && second.value <= 31)
        *date = (struct date){.month = (uint8_t)first.value, .day = (uint8_t)second.value};
    return (date->day || (date->year >= FIRST_YEAR && date->year <= LAST_YEAR));
}

/* The part that begins at AT; its end, or 0. */
static size_t unit_part_at(struct str line, size_t at, struct date *date)
{
    unsigned value;
    size_t end = numeric_at(line, at, date);
    if (end)
        return end;
    if ((end = year_at(line, at, &value)) > 0)
        *date = (struct date){.year = (uint16_t)value};
    else if ((end = part_at(line, at, STR("月"), 12, &value)) > 0)
        *date = (struct date){.month = (uint8_t)value};
    else if ((end = part_at(line, at, STR("日"), 31, &value)) > 0)
        *date = (struct date){.day = (uint8_t)value};
    return end;
}

bool date_parts_add(struct date_parts *parts, struct str line)
{
    struct date date;
    bool any = bare_line(line, &date);
    if (any && date.day && !date.month && !date.year) {
        parts->numbers |= UINT32_C(1) << date.day;
        return true;
    }
    if (any) {
        join(parts, date);
        parts->bare = true;
        return true;
    }
    for (size_t at = 0, end; at < line.len; at = end) {
        int named = weekday_words_at(line, at);
        parts->clash |= named >= 0 && parts->weekday >= 0 && named != parts->weekday;
        parts->weekday = named >= 0 ? named : parts->weekday;
        end = unit_part_at(line, at, &date);
        if (end)
            join(parts, date);
        any |= end > 0 || named >= 0;
        struct number number = number_at(line, at);
        if (!end) /* no part of a number is read as another: 第125期 */
            end = number.end ? number.end : utf8_next(line, utf8_at(line, at)).at;
    }
    return any;
}

size_t number_words_at(struct str text, size_t at, unsigned *value)
{
    static const struct str hundred = WORD("百"), one = WORD("一");
    struct str rest = str_slice(text, at, text.len);
    size_t start = str_starts(rest, one) ? one.len : 0;
    if (!str_starts(str_slice(rest, start, rest.len), hundred)) {
        struct number number = digits_at(text, at);
        if (!number.end)
            number = han_number_at(text, at);
        *value = number.value;
        return number.digits < YEAR_DIGITS ? number.end : 0;
    }
    struct number tens = han_number_at(text, at + start + hundred.len);
    *value = 100 + tens.value;
    return tens.end ? tens.end : at + start + hundred.len;
}

int weekday_words_at(struct str text, size_t end)
{
    static const struct str weeks[] = {WORD("星期"), WORD("周")};
    static const struct str days[] = {WORD("一"), WORD("二"), WORD("三"), WORD("四"),
                                      WORD("五"), WORD("六"), WORD("日"), WORD("天")};
    struct str rest = str_slice(text, skip_blanks(text, end), text.len);
    const struct str *week = wordlist_start(weeks, COUNT(weeks), rest);
    if (!week)
        return -1;
    rest = str_slice(rest, skip_blanks(rest, week->len), rest.len);
    const struct str *day = wordlist_start(days, COUNT(days), rest);
    if (!day)
        return -1;
    return day == &days[7] ? 6 : (int)(day - days);
}
