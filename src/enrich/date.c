/* SPDX-License-Identifier: MIT */
#include "enrich/date.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "enrich/date_page.h"
#include "page/decode.h"
#include "page/furniture.h"
#include "page/wordlist.h"
#include "story/locate.h"

enum {
    HEAD_CHARS = 40, /* a report's head, with its date */
    LEAD_CHARS = 60, /* the first words of a story, which say when it happened */
    HALF_YEAR = 6,   /* months */
};

struct dater {
    struct arena *keep;
    struct page *page;
    struct story_date stated; /* by the page */
    struct story_date likely; /* the year that its stories speak from */
    bool told_no_year;
};

/* A day that a story gives itself. */
struct own_date {
    struct date_words words;
    const struct block *block; /* NULL: there is none */
    enum basis basis;
    bool year_added; /* the words have none */
};

static bool is_body(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION;
}

static const struct block *first_body(const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (is_body(story->blocks.at[i].role))
            return &story->blocks.at[i];
    }
    return NULL;
}

/* ---- where a story says its day */

/* 本报10月3日讯, 新华社北京10月3日电. */
static bool find_dateline(const struct block *block, struct own_date *own)
{
    static const struct str dispatches[] = {WORD("讯"), WORD("电"), WORD("消息")};
    struct str head = utf8_head(block->text, HEAD_CHARS);
    for (size_t from = 0; date_words_next(head, from, &own->words); from = own->words.end) {
        struct str rest = utf8_trim(str_slice(head, own->words.end, head.len));
        if (!own->words.date.day || !wordlist_start(dispatches, COUNT(dispatches), rest))
            continue;
        own->block = block;
        own->basis = BASIS_DATELINE;
        return true;
    }
    return false;
}

/* 县民政局 2023年10月26日, after the text. */
static bool find_signed(const struct block *block, struct own_date *own)
{
    if (block->role != ROLE_CREDIT && !(is_body(block->role) && is_date_line(block->text)))
        return false;
    for (size_t from = 0; date_words_next(block->text, from, &own->words); from = own->words.end) {
        if (!own->words.date.year || !own->words.date.day)
            continue;
        own->block = block;
        own->basis = BASIS_TEXT;
        return true;
    }
    return false;
}

/* 10月17日，某县举行……: the day of what is reported. */
static bool find_lead(const struct block *block, struct own_date *own)
{
    struct str lead = utf8_head(block->text, LEAD_CHARS);
    for (size_t from = 0; date_words_next(lead, from, &own->words); from = own->words.end) {
        if (!own->words.date.day || own->words.sense != DATE_PLAIN)
            continue;
        own->block = block;
        own->basis = BASIS_TEXT;
        return true;
    }
    return false;
}

static struct own_date find_own(const struct story *story)
{
    struct own_date own = {0};
    const struct block *body = first_body(story);
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (story->blocks.at[i].role == ROLE_DATELINE && find_dateline(&story->blocks.at[i], &own))
            return own;
    }
    if (body && find_dateline(body, &own))
        return own;
    for (size_t i = story->blocks.len; i > 0; i--) {
        if (find_signed(&story->blocks.at[i - 1], &own))
            return own;
    }
    if (body)
        find_lead(body, &own);
    return own;
}

/* ---- what it means */

static void tell(struct dater *dater, const struct own_date *own, enum diag_id id, const char *what)
{
    struct locator locator = locator_of(dater->page, own->block);
    struct span span = locator_find(&locator, own->words.at, own->words.end);
    diag_add(&dater->page->diags, id, page_place(dater->page, span.start), "'%.*s' is %s",
             STR_FMT(str_slice(own->block->text, own->words.at, own->words.end)), what);
}

static void tell_no_year(struct dater *dater, const struct own_date *own)
{
    if (!dater->told_no_year)
        tell(dater, own, D_DATE_NO_YEAR, "of no year that the page is sure of");
    dater->told_no_year = true;
}

/* The year in which DATE's day lies, going by the page's date: 12月30日 in January is of last year.
 */
static uint16_t stated_year(struct date stated, struct date date)
{
    bool last_year = stated.month && date.month > stated.month + HALF_YEAR;
    return last_year ? (uint16_t)(stated.year - 1) : stated.year;
}

/* Gives a day the year that the page is sure of. False: there is none, or no such day in it. */
static bool add_year(struct dater *dater, struct own_date *own)
{
    struct date *date = &own->words.date;
    struct date stated = dater->stated.value;
    if (date->year)
        return true;
    own->year_added = true;
    date->year = stated.year ? stated_year(stated, *date) : dater->likely.value.year;
    if (!date->year) {
        tell_no_year(dater, own);
        return false;
    }
    return date->day <= month_days(date->year, date->month);
}

/* The latest day of YEAR that a story tells of. */
static struct date latest_told(const struct story *story, uint16_t year)
{
    struct date latest = {0};
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        struct date_words words;
        for (size_t from = 0; date_words_next(block->text, from, &words); from = words.end) {
            bool counts = words.sense == DATE_PLAIN && words.date.day &&
                          (!words.date.year || words.date.year == year);
            words.date.year = year;
            if (counts && date_number(words.date) > date_number(latest))
                latest = words.date;
        }
    }
    return latest;
}

/* What of A and B is the same. */
static struct date date_common(struct date a, struct date b)
{
    if (a.year != b.year)
        return (struct date){0};
    if (a.month != b.month)
        return (struct date){.year = a.year};
    return a.day == b.day ? a : (struct date){.year = a.year, .month = a.month};
}

/* The date that STORY gives itself; PRECISION_NONE: none, or no year can be had for it. */
static struct story_date own_story_date(struct dater *dater, const struct story *story)
{
    struct own_date own = find_own(story);
    if (!own.block || !add_year(dater, &own))
        return (struct story_date){0};
    struct date date = own.words.date, latest = latest_told(story, date.year);
    if (own.basis == BASIS_TEXT && date_number(latest) > date_number(date))
        date = date_common(date, latest);
    bool guessed = own.year_added && !dater->stated.value.year;
    struct story_date found = story_date_of(date, guessed ? BASIS_TEXT : own.basis);
    story_date_show(dater->keep, &found, dater->page, own.block, own.words.at, own.words.end);
    if (guessed)
        vec_push(dater->keep, &found.evidence, dater->likely.evidence.at[0]);
    return found;
}

/* ---- all stories of a page */

/* A report cannot be sent after its page was printed. */
static void check_dateline(struct dater *dater, const struct story *story)
{
    struct own_date own = find_own(story);
    if (own.block && own.basis == BASIS_DATELINE && add_year(dater, &own) &&
        date_number(own.words.date) > date_number(dater->stated.value))
        tell(dater, &own, D_DATE_CONFLICT, "later than the page");
}

/* A story of a page that is dated: by its own day where the page says only month or year. */
static void date_stated(struct dater *dater, struct story *story)
{
    story->date = dater->stated;
    if (dater->stated.precision == PRECISION_DAY) {
        check_dateline(dater, story);
        return;
    }
    struct story_date own = own_story_date(dater, story);
    struct date common = date_common(own.value, dater->stated.value);
    if (date_number(common) == date_number(dater->stated.value))
        story->date = own;
}

/* What the days that stories give themselves have in common: month and year, or the year. */
static struct story_date common_date(const struct stories *stories)
{
    struct story_date common = {0};
    for (size_t i = 0; i < stories->len; i++) {
        const struct story_date *own = &stories->at[i].date;
        if (own->precision == PRECISION_NONE)
            continue;
        bool first = common.evidence.len == 0;
        struct evidences evidence = first ? own->evidence : common.evidence;
        struct date value = first ? own->value : date_common(common.value, own->value);
        value.day = 0;
        common = story_date_of(value, BASIS_PAGE);
        common.evidence = evidence;
    }
    return common;
}

static bool holds(const struct story *story, struct span span)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct spans *spans = &story->blocks.at[i].spans;
        for (size_t k = 0; k < spans->len; k++) {
            if (spans->at[k].start <= span.start && span.end <= spans->at[k].end)
                return true;
        }
    }
    return false;
}

/* The likely year, for a story whose own words may be those that speak for it. */
static struct story_date likely_date(const struct dater *dater, const struct story *story)
{
    struct story_date date = dater->likely;
    for (size_t i = 0; i < date.evidence.len; i++) {
        if (holds(story, date.evidence.at[i].span))
            date.basis = BASIS_TEXT;
    }
    return date;
}

static void date_unstated(struct dater *dater, struct stories *stories)
{
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind != KIND_RESIDUE)
            stories->at[i].date = own_story_date(dater, &stories->at[i]);
    }
    struct story_date common = common_date(stories);
    for (size_t i = 0; i < stories->len; i++) {
        struct story *story = &stories->at[i];
        if (story->kind != KIND_RESIDUE && story->date.precision == PRECISION_NONE)
            story->date = common.precision ? common : likely_date(dater, story);
    }
}

void stories_find_dates(struct arena *keep, struct page *page, struct stories *stories)
{
    struct dater dater = {.keep = keep, .page = page};
    dater.stated = page_stated_date(keep, page, stories);
    if (dater.stated.precision == PRECISION_NONE) {
        dater.likely = page_likely_year(keep, page, stories);
        date_unstated(&dater, stories);
        return;
    }
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind != KIND_RESIDUE)
            date_stated(&dater, &stories->at[i]);
    }
}
