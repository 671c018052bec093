/* SPDX-License-Identifier: MIT */
#include "enrich/date_page.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "page/decode.h"
#include "story/locate.h"

enum { DATE_LINE_CHARS = 80 }; /* of furniture that holds a date line */

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

/* The first whole date of a date line whose weekday is right. A line that leaves the year out
   (10月25日 星期三) has that of STATED. */
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
        if (!whole)
            words->date.year = stated;
        if (!words->date.year || !words->date.day ||
            words->date.day > month_days(words->date.year, words->date.month))
            continue;
        int said = weekday_words_at(block->text, words->end);
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

struct story_date page_stated_date(struct arena *keep, struct page *page,
                                   const struct stories *stories)
{
    struct story_date stated = story_date_of(page->facts.date, page->facts.date_basis);
    for (size_t i = 0; i < stories->len; i++) {
        for (size_t k = 0; k < stories->at[i].blocks.len; k++)
            take_line(keep, page, &stories->at[i].blocks.at[k], &stated);
    }
    return stated;
}
