/* SPDX-License-Identifier: MIT */
#include "enrich/date_conflicts.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "enrich/date_page.h"
#include "page/decode.h"
#include "story/locate.h"

enum { OLD_DAYS = 60 }; /* for a report: nobody prints one so late */

void date_tell(struct page *page, enum diag_id id, const struct block *block, size_t at, size_t end,
               const char *what)
{
    struct evidence said = block_evidence(page, block, at, end);
    diag_add(&page->diags, id, page_place(page, said.span.start), "'%.*s' is %s",
             STR_FMT(said.text), what);
}

static unsigned days_of(struct date date)
{
    return day_number(date.year, date.month, date.day);
}

/* The first and the last day of what may be a month or a year. */
static unsigned first_day(struct date date)
{
    return day_number(date.year, date.month ? date.month : 1, date.day ? date.day : 1);
}

static unsigned last_day(struct date date)
{
    unsigned month = date.month ? date.month : 12;
    return day_number(date.year, month, date.day ? date.day : month_days(date.year, month));
}

void dateline_check(struct page *page, const struct own_date *own, struct date stated)
{
    unsigned day = days_of(own->words.date);
    const char *what = day > last_day(stated)               ? "later than the page"
                       : first_day(stated) > day + OLD_DAYS ? "much older than the page"
                                                            : NULL;
    if (what)
        date_tell(page, D_DATE_CONFLICT, own->block, own->words.at, own->words.end, what);
}

/* Whether A is later than B as far as both are known. */
static bool is_later(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year > b.year;
    if (!a.month || !b.month || a.month != b.month)
        return a.month > b.month && b.month;
    return a.day > b.day && b.day;
}

/* 今年 in the last days of a year may be the next, in the first ones the last. */
static bool is_other_year(struct date stated, uint16_t year)
{
    bool turn = (stated.month == 1 && year + 1 == stated.year) ||
                (stated.month == 12 && year == stated.year + 1);
    return year != stated.year && !turn;
}

static bool is_none_of(struct date stated, const struct clue *clue)
{
    for (uint16_t year = clue->first; year <= clue->date.year; year++) {
        if (!is_other_year(stated, year))
            return false;
    }
    return true;
}

static const char *conflict_of(const struct clue *clue, struct date stated)
{
    switch (clue->kind) {
    case CLUE_NOW:
        return is_other_year(stated, clue->date.year) ? "of another year than the page" : NULL;
    case CLUE_ONE_OF:
        return is_none_of(stated, clue) ? "of another year than the page" : NULL;
    case CLUE_SINCE:
        return is_later(clue->date, stated) ? "known only later than the page" : NULL;
    case CLUE_COUNTED:
    case CLUE_NAMED:
    case CLUE_PAST:
        return clue->told && is_later(clue->date, stated) ? "told as past, but later than the page"
                                                          : NULL;
    default:
        return NULL;
    }
}

void clues_check(struct page *page, const struct clues *clues, struct date stated)
{
    for (size_t i = 0; i < clues->len; i++) {
        const struct clue *clue = &clues->at[i];
        const char *conflict = conflict_of(clue, stated);
        if (!conflict)
            continue;
        date_tell(page, D_DATE_DOUBT, clue->block, clue->at, clue->end, conflict);
        return;
    }
}
