/* SPDX-License-Identifier: MIT */
#include "page/body_day.h"

#include "base/utf8.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/furniture.h"
#include "page/wordlist.h"

/* Whether C of TEXT may stand in an hour: 8时, 十时. */
static bool is_of_number(struct str text, struct utf8 c)
{
    return utf8_is_digit(c.code) || holds_char(STR("零一二三四五六七八九十"), text, c);
}

/* 县气象台 in 县气象台今晨六时发布: LINE without that it was made known, and the hour. */
static struct str before_announcement(struct str line)
{
    static const struct str hours[] = {WORD("时"), WORD("点")};
    static const struct str words[] = {WORD("今日"), WORD("今天"), WORD("今晨"), WORD("今早"),
                                       WORD("今晚"), WORD("昨日"), WORD("昨天"), WORD("昨晚"),
                                       WORD("上午"), WORD("下午"), WORD("早晨"), WORD("中午"),
                                       WORD("联合")};
    bool told = str_ends(line, STR("发布"));
    struct str rest = str_slice(line, 0, line.len - (told ? STR("发布").len : 0));
    const struct str *hour = wordlist_end(hours, COUNT(hours), rest), *word;
    struct str number = str_slice(rest, 0, rest.len - (hour ? hour->len : 0));
    size_t end = number.len;
    for (struct utf8 c; hour && (c = utf8_last(number)).len && is_of_number(number, c);)
        number.len = c.at;
    if (number.len < end)
        rest = number;
    while (rest.len < line.len && (word = wordlist_end(words, COUNT(words), rest)))
        rest.len -= word->len;
    return utf8_trim(rest);
}

struct str before_day(struct str line)
{
    struct str rest = before_announcement(line);
    struct utf8 c = utf8_first(rest);
    while (c.len && !utf8_is_digit(c.code))
        c = utf8_next(rest, c);
    bool dated = c.len ? is_date_line(str_slice(rest, c.at, rest.len)) : rest.len < line.len;
    return dated ? utf8_trim(str_slice(rest, 0, c.at)) : STR_NONE;
}

bool is_body_and_day(struct str line, bool below)
{
    struct str body = before_day(line);
    bool dated = below;
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c))
        dated |= utf8_is_digit(c.code) || c.code == U'时';
    return dated && is_body_name(body);
}
