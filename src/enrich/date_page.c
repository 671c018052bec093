/* SPDX-License-Identifier: MIT */
#include "enrich/date_page.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "page/decode.h"
#include "page/furniture_numbers.h"
#include "story/locate.h"

enum {
    DATE_LINE_CHARS = 80, /* of furniture that holds a date line */
    PART_LINE_CHARS = 30, /* of one that holds a part of it … */
    PART_LINES = 5,       /* … in so many lines */
};

uint32_t date_number(struct date date)
{
    return date.year * 10000u + date.month * 100u + date.day;
}

struct story_date story_date_of(struct date value, enum basis basis)
{
    enum precision precision = value.day     ? PRECISION_DAY
                               : value.month ? PRECISION_MONTH
                               : value.year  ? PRECISION_YEAR
                                             : PRECISION_NONE;
    return (struct story_date){
        .value = value, .precision = precision, .basis = precision ? basis : BASIS_NONE};
}

void story_date_show(struct arena *keep, struct story_date *date, const struct page *page,
                     const struct block *block, size_t at, size_t end)
{
    vec_push(keep, &date->evidence, block_evidence(page, block, at, end));
}

/* ---- the page's own date line */

static void tell(struct page *page, const struct block *block, const struct date_words *words,
                 const char *but)
{
    struct evidence said = block_evidence(page, block, words->at, words->end);
    diag_add(&page->diags, D_DATE_CONFLICT, page_place(page, said.span.start), "'%.*s', but %s",
             STR_FMT(said.text), but);
}

/* The year by stem and branch (干支) in TEXT, 戊子年, in which DATE's month and day were a day of
   the week as SAID: of those sixty years apart the one. January and February may be of the year
   that was ending. 0: TEXT names none, or the weekday fits none, or several. */
static uint16_t sexagenary_year(struct str text, struct date date, int said)
{
    enum { FIRST = 1850, LAST = 2099, SPRING = 3 };
    static const char stems[] = "甲乙丙丁戊己庚辛壬癸", branches[] = "子丑寅卯辰巳午未申酉戌亥";
    size_t at = str_find(text, STR("年"), 0);
    struct utf8 branch = utf8_before(text, at == SIZE_MAX ? 0 : at);
    struct utf8 stem = utf8_before(text, branch.at);
    size_t s = str_find(str_of(stems), str_slice(text, stem.at, branch.at), 0);
    size_t b = str_find(str_of(branches), str_slice(text, branch.at, branch.at + branch.len), 0);
    uint16_t found = 0;
    if (!stem.len || s == SIZE_MAX || b == SIZE_MAX)
        return 0;
    for (unsigned year = FIRST; year <= LAST; year++)
        for (unsigned ends = year; ends <= year + (date.month < SPRING); ends++) {
            if (year % 10 != (s / 3 + 4) % 10 || year % 12 != (b / 3 + 4) % 12 ||
                said != (int)weekday(ends, date.month, date.day))
                continue;
            if (found)
                return 0;
            found = (uint16_t)ends;
        }
    return found;
}

/* The first whole date of a date line whose weekday is right. A line that leaves the year out
   (10月25日 星期三) has that of STATED, or the one that it names by stem and branch. */
static bool line_date(struct page *page, const struct block *block, uint16_t stated,
                      struct date_words *words)
{
    size_t from = 0;
    bool front = block->spans.len > 0 && block->spans.at[0].start < page->front.end;
    if (block->role != ROLE_FURNITURE || front || utf8_count(block->text) > DATE_LINE_CHARS)
        return false;
    while (date_words_next(block->text, from, words)) {
        from = words->end;
        bool whole = words->date.year != 0;
        int said = weekday_words_at(block->text, words->end);
        if (!whole)
            words->date.year = stated     ? stated
                               : said < 0 ? 0
                                          : sexagenary_year(block->text, words->date, said);
        if (!words->date.year || !words->date.day ||
            words->date.day > month_days(words->date.year, words->date.month))
            continue;
        if (said < 0 && !whole)
            continue;
        if (said < 0 || said == (int)weekday(words->date.year, words->date.month, words->date.day))
            return true;
        tell(page, block, words, "that was another day of the week");
    }
    return false;
}

static bool agrees(struct date stated, struct date line)
{
    return stated.year == line.year && (!stated.month || stated.month == line.month) &&
           (!stated.day || stated.day == line.day);
}

/* Takes a date line for DATE if there is none yet, or if it says the same more precisely. */
static void take_line(struct arena *keep, struct page *page, const struct block *block,
                      struct story_date *date)
{
    struct date_words words;
    if (!line_date(page, block, date->value.year, &words))
        return;
    if (date->precision != PRECISION_NONE && !agrees(date->value, words.date)) {
        tell(page, block, &words, "the page is dated otherwise");
    } else if (date->precision != PRECISION_DAY) {
        *date = story_date_of(words.date, BASIS_MASTHEAD);
        story_date_show(keep, date, page, block, words.at, words.end);
    }
}

/* ---- a masthead's date, line by line */

/* A line of furniture below the front matter that may have a part of the date. */
static bool may_hold_part(const struct page *page, const struct block *block)
{
    return block->role == ROLE_FURNITURE && block->spans.len > 0 &&
           block->spans.at[0].start >= page->front.end &&
           utf8_count(block->text) <= PART_LINE_CHARS;
}

/* The one day among the numbers that stand alone that is the weekday named; 0: none, or several. */
static uint8_t day_of_numbers(const struct date_parts *parts)
{
    struct date date = parts->date;
    uint8_t found = 0;
    for (uint8_t day = 1; day <= month_days(date.year, date.month); day++) {
        if (!(parts->numbers >> day & 1) ||
            parts->weekday != (int)weekday(date.year, date.month, day))
            continue;
        if (found)
            return 0;
        found = day;
    }
    return found;
}

/* The date that the parts are, as far as it is sure: a number without a unit is a part only where
   the weekday agrees. */
static struct date sure_date(const struct date_parts *parts)
{
    struct date date = parts->date;
    if (parts->clash || !date.year || !date.month)
        return (struct date){0};
    if (!date.day)
        date.day = day_of_numbers(parts);
    if (!date.day)
        return parts->weekday < 0 && !parts->bare ? date : (struct date){0};
    bool is_day = date.day <= month_days(date.year, date.month);
    bool right = parts->weekday < 0
                     ? !parts->bare
                     : is_day && parts->weekday == (int)weekday(date.year, date.month, date.day);
    return is_day && right ? date : (struct date){0};
}

/* Takes the date of a run of lines from I on for DATE, if it says the same more precisely: that of
   all of them, or else of the first. */
static void take_run(struct arena *keep, const struct page *page, const struct blocks *blocks,
                     size_t i, struct story_date *date)
{
    struct date_parts parts = DATE_PARTS_NONE, first = parts;
    struct evidences shown = {0};
    size_t end = i;
    for (; end < blocks->len && end < i + PART_LINES; end++) {
        const struct block *block = &blocks->at[end];
        if (!may_hold_part(page, block))
            break;
        if (end > i && is_lunar_date(block->text)) /* 己亥年十月十六 */
            continue;
        if (date_parts_add(&parts, block->text))
            vec_push(keep, &shown, block_evidence(page, block, 0, block->text.len));
        else if (end == i)
            return;
        first = end == i ? parts : first;
    }
    struct date whole = sure_date(&parts);
    struct story_date found = story_date_of(whole.year ? whole : sure_date(&first), BASIS_MASTHEAD);
    if (end == i || found.precision <= date->precision ||
        (date->precision != PRECISION_NONE && !agrees(date->value, found.value)))
        return;
    shown.len = whole.year ? shown.len : 1;
    *date = found;
    date->evidence = shown;
}

struct story_date page_stated_date(struct arena *keep, struct page *page,
                                   const struct stories *stories)
{
    struct story_date stated = story_date_of(page->facts.date, page->facts.date_basis);
    for (size_t i = 0; i < stories->len; i++) {
        for (size_t k = 0; k < stories->at[i].blocks.len; k++)
            take_line(keep, page, &stories->at[i].blocks.at[k], &stated);
    }
    for (size_t i = 0; i < stories->len && stated.precision != PRECISION_DAY; i++)
        for (size_t k = 0; k < stories->at[i].blocks.len; k++)
            take_run(keep, page, &stories->at[i].blocks, k, &stated);
    return stated;
}
