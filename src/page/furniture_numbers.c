/* SPDX-License-Identifier: MIT */
#include "page/furniture_numbers.h"

#include "base/utf8.h"
#include "page/chars.h"
#include "page/wordlist.h"

#define PHONE_LEAST 7 /* characters */

/* Whether WORD is made of digits and of characters of ALLOWED, and has a digit. */
static bool is_number_with(struct str word, struct str allowed)
{
    bool digit = false;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c)) {
        struct str letter = str_slice(word, c.at, c.at + c.len);
        if (utf8_is_digit(c.code) || is_circled(c.code) ||
            str_has(STR("〇○零一二三四五六七八九十廿卅"), letter))
            digit = true;
        else if (!str_has(allowed, letter))
            return false;
    }
    return digit;
}

/* 曰 is what character recognition makes of 日. */
bool is_date(struct str word)
{
    bool day = str_has(word, STR("日")) || str_has(word, STR("曰"));
    bool named = str_has(word, STR("年")) || (str_has(word, STR("月")) && day);
    bool dotted = word.len >= 8 && (str_has(word, STR("-")) || str_has(word, STR(".")));
    return (named || dotted) && is_number_with(word, STR("年月日曰-./号公元历"));
}

bool is_issue_or_page(struct str word)
{
    static const struct str units[] = {WORD("版"), WORD("期"), WORD("号"), WORD("页")};
    size_t chars = utf8_count(word);
    if (wordlist_held(units, COUNT(units), word))
        return chars <= 10 && is_number_with(word, STR("第版总期号页ABCD共张本今日合刊"));
    uint32_t first = utf8_first(word).code;
    if (chars == 1 && first >= 0x2460 && first <= 0x2473)
        return true;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (utf8_is_han(c.code))
            return false;
    return chars <= 3 && is_number_with(word, STR("ABCD"));
}

bool is_phone(struct str word)
{
    size_t digits = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c)) {
        bool dash = c.code == '-' || c.code == 0xff0d || is_dash(c.code);
        if (!utf8_is_digit(c.code) && c.code != 0xd7 && c.code != '*' && c.code != 'X' && !dash)
            return false;
        digits += !dash;
    }
    return digits >= PHONE_LEAST;
}

bool is_mail(struct str word)
{
    size_t at = str_find(word, STR("@"), 0);
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (utf8_is_han(c.code))
            return false;
    return at != SIZE_MAX && at > 0 && str_find(word, STR("."), at) != SIZE_MAX;
}

/* 癸卯年九月十一: a year by stem and branch (干支), and its month. */
static bool is_sexagenary_date(struct str word)
{
    struct utf8 stem = utf8_first(word), branch = utf8_next(word, stem);
    struct str year = STR("年"), rest = str_slice(word, branch.at + branch.len, word.len);
    return str_starts(rest, year) && str_has(rest, STR("月")) &&
           is_number_with(str_slice(rest, year.len, rest.len), STR("月闰正冬腊初日大小")) &&
           str_has(STR("甲乙丙丁戊己庚辛壬癸"), str_slice(word, 0, stem.len)) &&
           str_has(STR("子丑寅卯辰巳午未申酉戌亥"),
                   str_slice(word, branch.at, branch.at + branch.len));
}

bool is_lunar_date(struct str word)
{
    static const struct str calendars[] = {WORD("农历"), WORD("夏历"), WORD("阴历"), WORD("旧历")};
    return wordlist_held(calendars, COUNT(calendars), word) > 0 || is_sexagenary_date(word) ||
           (utf8_count(word) <= 10 && (str_has(word, STR("初")) || str_has(word, STR("廿"))) &&
            str_has(word, STR("月")));
}

/* The end of the run of digits at AT of LINE. */
static size_t digits_end(struct str line, size_t at)
{
    while (at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9')
        at++;
    return at;
}

/* The end of 2023/10/25 or 2023·10·25 at AT of LINE; 0: it does not stand there. */
static size_t parted_date_end(struct str line, size_t at)
{
    static const struct str marks[] = {WORD("/"), WORD("·"), WORD("・"), WORD("／")};
    enum { YEAR_DIGITS = 4, OTHER_DIGITS = 2 };
    size_t end = digits_end(line, at);
    if (end - at != YEAR_DIGITS)
        return 0;
    for (size_t parts = 1; parts < 3; parts++) {
        const struct str *mark =
            wordlist_start(marks, COUNT(marks), str_slice(line, end, line.len));
        size_t number = mark ? end + mark->len : end;
        end = digits_end(line, number);
        if (!mark || end == number || end - number > OTHER_DIGITS)
            return 0;
    }
    return end;
}

struct str join_date_parts(char *bytes, struct str line)
{
    size_t len = 0;
    for (size_t at = 0; at < line.len; at++) {
        for (size_t end = parted_date_end(line, at); at < end; at++) {
            if (line.ptr[at] >= '0' && line.ptr[at] <= '9')
                bytes[len++] = line.ptr[at];
            else if (((unsigned char)line.ptr[at] & 0xc0) != 0x80) /* a mark, once */
                bytes[len++] = '-';
        }
        if (at < line.len)
            bytes[len++] = line.ptr[at];
    }
    return (struct str){bytes, len};
}
