/* SPDX-License-Identifier: MIT */
#include "enrich/date_events.h"

#include "base/utf8.h"
#include "enrich/year_words.h"
#include "page/name_words.h"
#include "page/surnames.h"
#include "page/wordlist.h"

enum {
    NAME_CHARS = 2, /* of an event that may be a given name */
    MONTH_DAYS = 28,
};

/* How an event's year is meant. */
enum mode {
    MODE_NONE,
    MODE_HELD,
    MODE_OPEN,
    MODE_OPENS, /* without 年: said of the year, but of the years after it too */
    MODE_CLOSE,
    MODE_CRUX,
};

static const struct {
    struct str words;
    enum mode mode;
} modes[] = {
    {WORD("召开之年"), MODE_HELD},      {WORD("举办之年"), MODE_HELD},
    {WORD("举行之年"), MODE_HELD},      {WORD("开幕之年"), MODE_HELD},
    {WORD("开局之年"), MODE_OPEN},      {WORD("开局年"), MODE_OPEN},
    {WORD("开局起步之年"), MODE_OPEN},  {WORD("起步之年"), MODE_OPEN},
    {WORD("首年"), MODE_OPEN},          {WORD("头一年"), MODE_OPEN},
    {WORD("开局"), MODE_OPENS},         {WORD("收官之年"), MODE_CLOSE},
    {WORD("收官年"), MODE_CLOSE},       {WORD("最后一年"), MODE_CLOSE},
    {WORD("决战决胜之年"), MODE_CLOSE}, {WORD("收关之年"), MODE_CLOSE},
    {WORD("决胜之年"), MODE_CRUX},      {WORD("决战之年"), MODE_CRUX},
};

/* ---- what follows the event */

static enum mode mode_at(struct str text, size_t *end)
{
    for (size_t i = 0; i < COUNT(modes); i++) {
        if (str_starts(text, modes[i].words)) {
            *end = modes[i].words.len;
            return modes[i].mode;
        }
    }
    return MODE_NONE;
}

static struct year_span years_later(struct year_span years, int by)
{
    if (!years.first)
        return years;
    return (struct year_span){(uint16_t)(years.first + by), (uint16_t)(years.last + by)};
}

/* 第三年: the end of the words at the start of TEXT, or 0. */
static size_t nth_at(struct str text, unsigned *nth)
{
    static const struct str first = WORD("第"), year = WORD("年");
    if (!str_starts(text, first))
        return 0;
    size_t end = number_words_at(text, first.len, nth);
    bool is_nth = end && *nth > 0 && *nth <= 5 && str_starts(str_slice(text, end, text.len), year);
    return is_nth ? end + year.len : 0;
}

static struct year_span mode_years(const struct event *event, enum mode mode)
{
    return mode == MODE_HELD    ? event->held_years
           : mode == MODE_CLOSE ? event->close
           : mode == MODE_CRUX  ? event->crux
                                : event->open;
}

/* The years that AFTER makes of EVENT; what says so ends at *END. */
static struct year_span years_said(const struct event *event, struct str after, enum mode *mode,
                                   size_t *end)
{
    for (struct utf8 c = utf8_first(after); c.len; c = utf8_next(after, c)) {
        struct str rest = str_slice(after, c.at, after.len);
        unsigned nth;
        size_t len = event->open.first ? nth_at(rest, &nth) : 0;
        if (len) {
            *mode = MODE_OPEN;
            *end = c.at + len;
            return years_later(event->open, (int)nth - 1);
        }
        *mode = mode_at(rest, &len);
        *end = c.at + len;
        if (*mode != MODE_NONE)
            return mode_years(event, *mode);
    }
    return (struct year_span){0};
}

/* Where the words between an event and the number of its 周年 end: 成立, 祖国. Any others would
   make it the jubilee of something else: 建国后建厂20周年. */
static size_t links_end(struct str after)
{
    static const struct str links[] = {
        WORD("成立"), WORD("诞生"), WORD("建立"), WORD("创建"), WORD("创立"), WORD("爆发"),
        WORD("发生"), WORD("打响"), WORD("胜利"), WORD("出发"), WORD("实施"), WORD("提出"),
        WORD("召开"), WORD("题词"), WORD("发表"), WORD("开展"), WORD("活动"), WORD("制度"),
        WORD("祖国"), WORD("伟业"), WORD("大庆"), WORD("华诞"), WORD("节"),   WORD("的"),
        WORD("第"),   WORD("迎来"), WORD("走过"), WORD("已经"), WORD("已"),   WORD("“"),
        WORD("”"),    WORD("》"),   WORD("（"),   WORD("）"),   WORD(" "),    WORD("　")};
    size_t at = 0;
    const struct str *link;
    while ((link = wordlist_start(links, COUNT(links), str_slice(after, at, after.len))))
        at += link->len;
    return at;
}

/* 成立100周年, 七十华诞: the year that lies so far after BASE, or 0. */
static uint16_t jubilee_year(uint16_t base, struct str after, size_t *end)
{
    static const struct str jubilees[] = {WORD("周年"), WORD("华诞"), WORD("年华诞")};
    unsigned years;
    size_t number = number_words_at(after, links_end(after), &years);
    const struct str *word =
        wordlist_start(jubilees, COUNT(jubilees), str_slice(after, number, after.len));
    if (!number || !word || years < 1 || years > 200)
        return 0;
    *end = number + word->len;
    return (uint16_t)(base + years);
}

/* 张建国, 李国庆: whether the event at [AT, END) is a given name, after a surname that belongs to
   no word and is none itself: 庆祝国庆, 向国庆. */
static bool is_given_name(struct str text, size_t at, size_t end)
{
    static const struct str words[] = {WORD("向"), WORD("于"), WORD("祝")};
    struct utf8 before = utf8_before(text, at), first = utf8_before(text, before.at);
    struct str surname = str_slice(text, before.at, at);
    return utf8_count(str_slice(text, at, end)) == NAME_CHARS && has_usual_surname(surname) &&
           !wordlist_find(words, COUNT(words), surname) &&
           (!first.len || word_level(str_slice(text, first.at, at)) == 0);
}

/* ---- what stands around it */

static bool has_year(struct str clause)
{
    struct date_words words;
    for (size_t from = 0; date_words_next(clause, from, &words); from = words.end) {
        if (words.date.year)
            return true;
    }
    return false;
}

/* From the year that is meant to the present: 去年是…召开之年. */
static int years_since(struct str before)
{
    const struct year_word *word = year_word_held(before);
    return word ? word->years : 0;
}

/* A jubilee counts less where it is a plan, and only bounds where it lies back. */
static enum clue_kind jubilee_kind(struct str before, struct str after)
{
    static const struct str back[] = {WORD("以来"), WORD("至今"), WORD("后"), WORD("期间")};
    static const struct str ahead[] = {WORD("将"), WORD("迎来"), WORD("迎接"), WORD("喜迎"),
                                       WORD("献礼")};
    static const struct str plan[] = {WORD("到"), WORD("至")};
    static const struct str aims[] = {WORD("奋斗目标"), WORD("时"), WORD("目标")};
    if (wordlist_start(back, COUNT(back), after))
        return CLUE_SINCE;
    if (wordlist_end(plan, COUNT(plan), before) || wordlist_start(aims, COUNT(aims), after))
        return CLUE_BEFORE;
    if (str_has(before, STR("今年")))
        return CLUE_NOW;
    return wordlist_held(ahead, COUNT(ahead), before) ? CLUE_WEAK : CLUE_JUBILEE;
}

static bool is_awaited(struct str word, struct str before, struct str after)
{
    static const struct str awaiting[] = {WORD("迎接"), WORD("喜迎"), WORD("迎"), WORD("备战"),
                                          WORD("筹备"), WORD("筹办"), WORD("距"), WORD("距离")};
    return wordlist_end(awaiting, COUNT(awaiting), before) ||
           wordlist_start(awaiting, COUNT(awaiting), word) || str_starts(after, STR("献礼")) ||
           str_starts(after, STR("即将")) || str_starts(after, STR("召开前"));
}

static bool say(struct clue *clue, enum clue_kind kind, struct date date, size_t end)
{
    clue->kind = kind;
    clue->date = date;
    clue->end = end;
    return date.year != 0;
}

/* The number of 天 in AFTER; 0: there is none. */
static unsigned days_in(struct str after)
{
    for (struct utf8 c = utf8_first(after); c.len; c = utf8_next(after, c)) {
        unsigned days;
        size_t end = number_words_at(after, c.at, &days);
        if (end)
            return str_starts(str_slice(after, end, after.len), STR("天")) ? days : 0;
    }
    return 0;
}

/* 距香港回归还有四十三天, 北京奥运会倒计时100天: so few days before an event that it is its year.
 */
static bool is_countdown(const struct event *event, struct str before, struct str after)
{
    static const struct str apart[] = {WORD("距"), WORD("距离")};
    bool counts = wordlist_end(apart, COUNT(apart), before) || str_has(after, STR("倒计时"));
    unsigned days = counts ? days_in(after) : 0;
    return days > 0 && event->held.month > 0 && days < (event->held.month - 1u) * MONTH_DAYS;
}

/* An event that is awaited bounds from above; if it is one that nobody spoke of before its year, it
   says more. */
static bool say_awaited(const struct event *event, struct clue *clue, size_t end)
{
    bool soon = event->since.year == event->held.year;
    return say(clue, soon ? CLUE_SOON : CLUE_BEFORE, event->held, end);
}

/* The years of an 开局之年 and its like. */
static bool say_years(struct clue *clue, struct year_span years, enum mode mode, size_t end)
{
    bool several = years.first != years.last;
    clue->first = several ? years.first : 0;
    return say(clue,
               several              ? CLUE_ONE_OF
               : mode == MODE_OPENS ? CLUE_WEAK
                                    : CLUE_NOW,
               (struct date){.year = years.last}, end);
}

bool event_clue(const struct event *event, struct str text, size_t at, size_t end,
                struct clue *clue)
{
    struct str before = clause_before(text, at), after = clause_after(text, end);
    enum mode mode = MODE_NONE;
    size_t len = 0;
    int shift = years_since(before);
    clue->at = at;
    if (is_given_name(text, at, end))
        return false;
    if (has_year(before))
        return say(clue, CLUE_SINCE, event->since, end);
    uint16_t year = event->base ? jubilee_year(event->base, after, &len) : 0;
    if (year) {
        enum clue_kind kind =
            shift ? CLUE_NOW : jubilee_kind(before, str_slice(after, len, after.len));
        return say(clue, kind, (struct date){.year = (uint16_t)(year + shift)}, end + len);
    }
    struct year_span years = years_said(event, after, &mode, &len);
    if (years.first)
        return say_years(clue, years_later(years, shift), mode, end + len);
    if (event->held.year && is_countdown(event, before, after))
        return say(clue, CLUE_NOW, event->held, end);
    if (event->held.year && is_awaited(str_slice(text, at, end), before, after))
        return say_awaited(event, clue, end);
    return say(clue, CLUE_SINCE, event->since, end);
}
