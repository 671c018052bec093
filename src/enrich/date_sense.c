/* SPDX-License-Identifier: MIT */
#include "enrich/date_sense.h"

#include "base/utf8.h"
#include "page/wordlist.h"

enum { CLAUSE_CHARS = 24 };

/* What stands right before a date that is a plan, or right after. */
static const struct str ahead_before[] = {WORD("到"),   WORD("力争"), WORD("预计"), WORD("计划"),
                                          WORD("拟于"), WORD("定于"), WORD("将于"), WORD("规划"),
                                          WORD("至"),   WORD("—"),    WORD("-"),    WORD("～"),
                                          WORD("~"),    WORD("－")};
static const struct str ahead_after[] = {WORD("底前"), WORD("前"), WORD("之前"),
                                         WORD("远景"), WORD("将"), WORD("计划")};
static const struct str past_before[] = {WORD("截至"), WORD("截止")}; /* although it ends in 至 */

/* What stands right before or after a date of another time. */
static const struct str other_before[] = {
    WORD("去年"),   WORD("前年"),   WORD("上年"), WORD("上一年"), WORD("头年"),
    WORD("每年"),   WORD("历年"),   WORD("当年"), WORD("那年"),   WORD("同年"),
    WORD("次年"),   WORD("翌年"),   WORD("明年"), WORD("来年"),   WORD("后年"),
    WORD("第二年"), WORD("下一年"), WORD("农历"), WORD("自"),     WORD("从")};
static const struct str other_after[] = {WORD("以来"), WORD("起"), WORD("至今"), WORD("开始")};

/* The same of the days of a life, and of those that stand on a paper. */
static const struct str record_before[] = {WORD("生于"), WORD("卒于"),   WORD("出生年月"),
                                           WORD("日期"), WORD("有效期"), WORD("有效期限")};
static const struct str record_after[] = {WORD("出生"), WORD("生于"), WORD("生，"), WORD("生。"),
                                          WORD("核发"), WORD("签发"), WORD("颁发"), WORD("发证")};
static const struct str report_before[] = {WORD("发生于"),   WORD("产生于"),   WORD("发布日期"),
                                           WORD("公告日期"), WORD("公示日期"), WORD("发稿日期"),
                                           WORD("落款日期"), WORD("制表日期"), WORD("见报日期")};

/* What is made for years, and then called by its day: 1998年10月1日通车的大桥. */
static const struct str made[] = {WORD("建成"), WORD("建立"), WORD("成立"), WORD("创办"),
                                  WORD("竣工"), WORD("落成"), WORD("通车")};

/* ---- the clause around a date */

static bool ends_clause(uint32_t code)
{
    static const uint32_t marks[] = {0xff0c, 0x3002, 0xff1b, 0xff01, 0xff1f, 0x2014,
                                     ',',    ';',    '!',    '?',    '\n'};
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (marks[i] == code)
            return true;
    }
    return false;
}

struct str clause_before(struct str text, size_t at)
{
    size_t from = at;
    for (int i = 0; i < CLAUSE_CHARS && from > 0; i++) {
        struct utf8 c = utf8_before(text, from);
        if (ends_clause(c.code))
            break;
        from = c.at;
    }
    return str_slice(text, from, at);
}

struct str clause_after(struct str text, size_t end)
{
    struct utf8 c = utf8_at(text, end);
    for (int i = 0; i < CLAUSE_CHARS && c.len && !ends_clause(c.code); i++)
        c = utf8_next(text, c);
    return str_slice(text, end, c.at);
}

/* ---- what stands around it */

static bool stands_before(const struct str *words, size_t count, struct str text, size_t at)
{
    return wordlist_end(words, count, utf8_trim(str_slice(text, 0, at)));
}

static bool stands_after(const struct str *words, size_t count, struct str text, size_t end)
{
    return wordlist_start(words, count, str_slice(text, end, text.len));
}

/* Past the time of day that follows a date: 10月17日上午起, 11月1日零时开始. */
static size_t skip_time(struct str text, size_t end)
{
    static const struct str times[] = {WORD("上午"), WORD("下午"), WORD("中午"), WORD("晚上"),
                                       WORD("早上"), WORD("凌晨"), WORD("零时"), WORD("晚")};
    const struct str *time = wordlist_start(times, COUNT(times), str_slice(text, end, text.len));
    return time ? end + time->len : end;
}

/* Whether the day is that of a birth or a death, or stands on a paper: 生于1968年3月12日,
   签发日期：2020年5月1日, 2020年5月1日由县公安局核发; or that of a thing that is called by it. */
static bool is_record(struct str text, size_t at, size_t end)
{
    static const struct str colons[] = {WORD("："), WORD(":")};
    const struct str *colon = wordlist_end(colons, COUNT(colons), str_slice(text, 0, at));
    size_t label = colon ? at - colon->len : at;
    if (stands_before(report_before, COUNT(report_before), text, label))
        return false;
    if (stands_before(record_before, COUNT(record_before), text, label))
        return true;
    struct str after = clause_after(text, end);
    if (wordlist_start(made, COUNT(made), after))
        return str_has(after, STR("的"));
    if (str_starts(after, STR("由")) || str_starts(after, STR("在")))
        return wordlist_held(record_after, COUNT(record_after), after) > 0;
    return wordlist_start(record_after, COUNT(record_after), str_slice(text, end, text.len));
}

/* 2022年前三季度: the first parts of it, not the time before it. */
static bool is_first_part(struct str text, size_t end)
{
    enum { NUMBER_CHARS = 2 };
    static const struct str parts[] = {WORD("季度"), WORD("个季度"), WORD("个月")};
    struct str rest = str_slice(text, end, text.len);
    if (!str_starts(rest, STR("前")))
        return false;
    struct utf8 c = utf8_at(rest, STR("前").len);
    for (size_t i = 0; i < NUMBER_CHARS && c.len; i++, c = utf8_next(rest, c)) {
        if (!utf8_is_digit(c.code) &&
            !str_has(STR("一二两三四五六七八九十"), str_slice(rest, c.at, c.at + c.len)))
            break;
    }
    struct str part = str_slice(rest, c.at, rest.len);
    bool numbered = c.at > STR("前").len;
    return numbered ? wordlist_start(parts, COUNT(parts), part) != NULL
                    : str_starts(part, STR("半年"));
}

enum date_sense date_sense_of(struct str text, size_t at, size_t end)
{
    end = skip_time(text, end);
    if (stands_before(other_before, COUNT(other_before), text, at) ||
        stands_after(other_after, COUNT(other_after), text, end) || is_record(text, at, end))
        return DATE_OTHER;
    if (stands_after(ahead_after, COUNT(ahead_after), text, end) && !is_first_part(text, end))
        return DATE_AHEAD;
    return stands_before(ahead_before, COUNT(ahead_before), text, at) &&
                   !stands_before(past_before, COUNT(past_before), text, at)
               ? DATE_AHEAD
               : DATE_PLAIN;
}
