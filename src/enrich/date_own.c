/* SPDX-License-Identifier: MIT */
#include "enrich/date_own.h"

#include "base/utf8.h"
#include "enrich/prominence.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/furniture.h"
#include "page/name_words.h"
#include "page/wordlist.h"

enum {
    HEAD_CHARS = 40, /* a report's head, with its date */
    LEAD_CHARS = 60, /* the first words of a story, which say when it happened */
};

static const struct block *first_body(const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (is_body(story->blocks.at[i].role))
            return &story->blocks.at[i];
    }
    return NULL;
}

/* ---- where a story says its day */

/* Not where it begins a longer word: 10月3日电影节开幕, 10月3日电站蓄水. */
static bool is_dispatch(struct str rest)
{
    static const struct str dispatches[] = {WORD("讯"), WORD("电"), WORD("消息")};
    static const struct str newer[] = {WORD("电商"), WORD("电竞")}; /* than the dictionary */
    const struct str *word = wordlist_start(dispatches, COUNT(dispatches), rest);
    if (!word || wordlist_start(newer, COUNT(newer), rest))
        return false;
    struct utf8 next = utf8_at(rest, word->len);
    return !next.len || word_level(str_slice(rest, 0, next.at + next.len)) == 0;
}

/* 本报10月3日讯, 新华社北京10月3日电. */
static bool find_dateline(const struct block *block, struct own_date *own)
{
    struct str head = utf8_head(block->text, HEAD_CHARS);
    for (size_t from = 0; date_words_next(head, from, &own->words); from = own->words.end) {
        struct str rest = utf8_trim(str_slice(head, own->words.end, head.len));
        if (!own->words.date.day || !is_dispatch(rest))
            continue;
        own->block = block;
        own->basis = BASIS_DATELINE;
        own->dates_story = true;
        return true;
    }
    return false;
}

/* Cuts what may stand around the date of a signature: 春, 写于平安寨. Returns whether it says that
   it was written then. */
static bool cut_writing(struct str *before, struct str *after)
{
    static const struct str seasons[] = {WORD("春"), WORD("夏"), WORD("秋"), WORD("冬")};
    enum { PLACE_CHARS = 12 };
    const struct str *season = wordlist_start(seasons, COUNT(seasons), *after);
    struct str at = STR("于");
    if (season)
        *after = utf8_trim(str_slice(*after, season->len, after->len));
    size_t said = written_end(*before), where = written_start(*after);
    if (!said && str_ends(*before, at))
        said = at.len;
    if (!where && str_starts(*after, at))
        where = at.len;
    before->len -= said;
    if (said || !where)
        return said > 0;
    struct utf8 c = utf8_at(*after, where);
    for (size_t chars = 0; c.len && utf8_is_han(c.code) && chars < PLACE_CHARS; chars++)
        c = utf8_next(*after, c);
    *after = utf8_trim(str_slice(*after, c.at, after->len));
    return true;
}

/* （1994年6月）, （1994年冬写于平安寨） with nothing after it, or in a CREDIT （王刚 1994年6月）,
   which is from no other paper; 写于1994年6月, and 一九九四年六月 in a CREDIT, with nothing else.
   *WRITTEN: that is when it was written, not what it tells of. */
static bool is_signed_month(struct str text, const struct date_words *words, bool credit,
                            bool *written)
{
    static const struct str opening[] = {WORD("（"), WORD("(")};
    static const struct str closing[] = {WORD("）"), WORD(")")};
    struct str before = utf8_trim(str_slice(text, 0, words->at));
    struct str after = utf8_trim(str_slice(text, words->end, text.len));
    *written = cut_writing(&before, &after);
    bool closes = wordlist_find(closing, COUNT(closing), after);
    if (wordlist_end(opening, COUNT(opening), before) && closes)
        return true;
    static const struct str sources[] = {WORD("原载"), WORD("选自"), WORD("摘自"),
                                         WORD("据"),   WORD("转自"), WORD("》")};
    bool apart = utf8_is_blank(utf8_before(text, words->at).code);
    if (credit && words->date.month && (closes || !after.len) && apart &&
        !wordlist_held(sources, COUNT(sources), before)) /* （王刚 一九五六年五月） */
        return true;
    return before.len == 0 && after.len == 0 && (*written || credit);
}

/* 县民政局 2023年10月26日, after the text. A year or month alone signs only where nothing else
   stands around it. */
static bool is_signed(const struct block *block, const struct date_words *words, bool *written)
{
    bool credit = block->role == ROLE_CREDIT;
    bool line = words->date.day && (credit || is_date_line(block->text));
    return is_signed_month(block->text, words, credit, written) || line;
}

/* （1997年2月20日） under a headline, as of what a body published; not （1938年） of what is told.
 */
static bool is_under_headline(const struct block *block)
{
    return (block->role == ROLE_SUBTITLE || block->role == ROLE_BYLINE) &&
           opens_bracket(utf8_first(utf8_trim(block->text)).code);
}

static bool is_today(struct str text, const struct date_words *words)
{
    static const struct str said[] = {WORD("今天是"), WORD("今天，是")};
    struct str before = str_slice(text, 0, words->at);
    const struct str *word = wordlist_end(said, COUNT(said), before);
    struct utf8 c = utf8_before(text, before.len - (word ? word->len : 0));
    return word && words->date.day && c.code != 0xff1a && c.code != ':' && c.code != 0x201c;
}

/* 今天是2009年9月10日; 2007年9月，记者来到: who writes says when he was there. */
static bool is_present(const struct block *block, const struct date_words *words)
{
    enum { SENTENCE_CHARS = 40 };
    struct str rest =
        utf8_head(str_slice(block->text, words->end, block->text.len), SENTENCE_CHARS);
    size_t stop = str_find(rest, STR("。"), 0);
    struct str sentence = stop == SIZE_MAX ? rest : str_slice(rest, 0, stop);
    return is_body(block->role) && words->date.month &&
           (is_today(block->text, words) || str_has(sentence, STR("，记者")));
}

/* From the last block on: a signature, else the first date of who was there. */
static void find_signed(const struct story *story, struct own_date *own)
{
    for (size_t i = story->blocks.len; i > 0; i--) {
        const struct block *block = &story->blocks.at[i - 1];
        struct date_words words;
        bool heads = is_under_headline(block), written;
        if (block->role != ROLE_CREDIT && !is_body(block->role) && !heads)
            continue;
        bool present = false; /* one was found in this block */
        for (size_t from = 0; date_words_next(block->text, from, &words); from = words.end) {
            if (!words.date.year || words.sense != DATE_PLAIN || (heads && !words.date.day))
                continue;
            bool signs = is_signed(block, &words, &written);
            if (!signs && (present || !is_present(block, &words)))
                continue;
            *own = (struct own_date){
                .words = words,
                .block = block,
                .basis = BASIS_TEXT,
                .dates_story = signs,
                .written = signs && written,
            };
            present = true;
            if (signs)
                return;
        }
    }
}

/* Whether END is followed by the end of a range, 至5日, 至10月31日, and not as in 10月3日到县里.
   LAST gets it where it names its month. */
static bool is_range(struct str text, size_t end, struct date_words *last)
{
    static const struct str marks[] = {WORD("至"), WORD("到"), WORD("—"), WORD("-"),
                                       WORD("～"), WORD("~"),  WORD("－")};
    const struct str *mark = wordlist_start(marks, COUNT(marks), str_slice(text, end, text.len));
    if (!mark)
        return false;
    size_t at = end + mark->len;
    if (date_words_next(text, at, last) && last->at == at)
        return true;
    *last = (struct date_words){0};
    unsigned day;
    size_t number = number_words_at(text, at, &day);
    return number && str_starts(str_slice(text, number, text.len), STR("日"));
}

/* The days of a range are no one day: 10月3日至5日 is October, 8月1日至10月31日 at best the year.
   False: nothing is left. */
static bool widen_range(struct str text, struct date_words *words)
{
    struct date_words last;
    if (!is_range(text, words->end, &last))
        return true;
    words->date.day = 0;
    if (last.date.month && last.date.month != words->date.month)
        words->date.month = 0;
    return words->date.year || words->date.month;
}

/* The clause of a date, and the next where that ends with the date. */
static struct str clause_after_both(struct str text, size_t end)
{
    struct str clause = clause_after(text, end);
    size_t at = end + clause.len;
    return clause.len ? clause : clause_after(text, at + utf8_at(text, at).len);
}

/* 10月17日，某县举行……: the day of what is reported; 2019年6月: its month. Of the days before or
   after its own a paper says 10月17日, and 今年10月17日 of one that is far. */
static bool find_lead(const struct block *block, struct own_date *own)
{
    struct str lead = utf8_head(block->text, LEAD_CHARS);
    for (size_t from = 0; date_words_next(lead, from, &own->words); from = own->words.end) {
        static const struct str lives[] = {WORD("参军"), WORD("入伍"), WORD("回乡"), WORD("返乡"),
                                           WORD("入党"), WORD("毕业"), WORD("退休"), WORD("退伍"),
                                           WORD("承包"), WORD("离开"), WORD("出生"), WORD("结婚"),
                                           WORD("考入"), WORD("考上"), WORD("下岗"), WORD("当选")};
        bool day = own->words.date.day, month = own->words.date.year && own->words.date.month;
        if (!day && wordlist_held(lives, COUNT(lives), clause_after_both(lead, own->words.end)) > 0)
            continue; /* 1949年10月，王刚参军: what a life has been */
        if (!(day || month) || own->words.sense != DATE_PLAIN ||
            str_ends(str_slice(lead, 0, own->words.at), STR("今年")) ||
            opens_bracket(utf8_before(lead, own->words.at).code) ||
            str_starts(str_slice(lead, own->words.end, lead.len), STR("的那")) ||
            !widen_range(block->text, &own->words))
            continue;
        own->block = block;
        own->basis = BASIS_TEXT;
        return true;
    }
    return false;
}

/* 7月8日 of the first words, in a story that （2015年7月） signs; （写于2015年7月） may be later.
 */
static void add_day(const struct block *body, struct own_date *own)
{
    struct own_date lead = {0};
    struct date *date = &own->words.date;
    if (!body || date->day || !date->month || !own->dates_story || own->written ||
        !find_lead(body, &lead))
        return;
    const struct date *day = &lead.words.date;
    if (day->month == date->month && (!day->year || day->year == date->year))
        date->day = day->day;
}

struct own_date story_own_date(const struct story *story)
{
    struct own_date own = {0};
    const struct block *body = first_body(story);
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (story->blocks.at[i].role == ROLE_DATELINE && find_dateline(&story->blocks.at[i], &own))
            return own;
    }
    if (body && find_dateline(body, &own))
        return own;
    find_signed(story, &own);
    if (own.block) {
        add_day(body, &own);
        return own;
    }
    if (body)
        find_lead(body, &own);
    return own;
}
