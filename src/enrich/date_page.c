/* SPDX-License-Identifier: MIT */
#include "enrich/date_page.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "page/decode.h"
#include "page/wordlist.h"
#include "story/locate.h"

enum {
    DATE_LINE_CHARS = 80, /* of furniture that holds a date line */
    TITLE_CHARS = 24,     /* of a programme's title */
    LIKELY_MENTIONS = 2,  /* of a year, to take it for the page's */
};

/* Words in the titles of programmes that run for the year that they name. */
static const struct str programmes[] = {WORD("方案"), WORD("行动"), WORD("计划"), WORD("年度")};

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
    struct locator locator = locator_of(page, block);
    struct span span = locator_find(&locator, at, end);
    vec_push(keep, &date->evidence,
             (struct evidence){.text = str_slice(block->text, at, end), .span = span});
}

/* ---- the page's own date line */

static void tell(struct page *page, const struct block *block, const struct date_words *words,
                 const char *but)
{
    struct locator locator = locator_of(page, block);
    struct span span = locator_find(&locator, words->at, words->end);
    diag_add(&page->diags, D_DATE_CONFLICT, page_place(page, span.start), "'%.*s', but %s",
             STR_FMT(str_slice(block->text, words->at, words->end)), but);
}

/* The first whole date of a date line whose weekday is right. */
static bool line_date(struct page *page, const struct block *block, struct date_words *words)
{
    size_t from = 0;
    if (block->role != ROLE_FURNITURE || utf8_count(block->text) > DATE_LINE_CHARS)
        return false;
    while (date_words_next(block->text, from, words)) {
        from = words->end;
        if (!words->date.year || !words->date.day)
            continue;
        int said = weekday_words_at(block->text, words->end);
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
    if (!line_date(page, block, &words))
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

/* ---- the year */

/* Whether the year at WORDS stands in a title such as 《2023年耕地保护方案》 or “2023年春季行动”.
 */
static bool in_title(struct str text, const struct date_words *words)
{
    static const struct str openings[] = {WORD("《"), WORD("“")};
    static const struct str closings[] = {WORD("》"), WORD("”")};
    struct str before =
        str_slice(text, words->at > TITLE_CHARS ? words->at - TITLE_CHARS : 0, words->at);
    struct str after = utf8_head(str_slice(text, words->end, text.len), TITLE_CHARS);
    for (size_t i = 0; i < COUNT(openings); i++) {
        size_t close = str_find(after, closings[i], 0);
        if (str_has(before, openings[i]) && !str_has(before, closings[i]) && close != SIZE_MAX &&
            wordlist_held(programmes, COUNT(programmes), str_slice(after, 0, close)) > 0)
            return true;
    }
    return false;
}

/* The latest year so far, and what speaks for it. */
struct likely {
    struct story_date date;
    size_t mentions;
    bool in_title;
};

static void weigh_year(struct arena *keep, struct likely *likely, const struct page *page,
                       const struct block *block, const struct date_words *words)
{
    uint16_t year = words->date.year;
    if (!year || words->sense == DATE_AHEAD || year < likely->date.value.year)
        return;
    if (year > likely->date.value.year)
        *likely = (struct likely){.date = story_date_of((struct date){.year = year}, BASIS_PAGE)};
    likely->in_title |= in_title(block->text, words);
    if (likely->mentions++ < LIKELY_MENTIONS)
        story_date_show(keep, &likely->date, page, block, words->at, words->end);
}

static void weigh_story(struct arena *keep, struct likely *likely, const struct page *page,
                        const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        struct date_words words;
        for (size_t from = 0; date_words_next(block->text, from, &words); from = words.end)
            weigh_year(keep, likely, page, block, &words);
    }
}

struct story_date page_likely_year(struct arena *keep, const struct page *page,
                                   const struct stories *stories)
{
    struct likely likely = {0};
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind != KIND_RESIDUE)
            weigh_story(keep, &likely, page, &stories->at[i]);
    }
    bool sure = likely.in_title || likely.mentions >= LIKELY_MENTIONS;
    return sure ? likely.date : (struct story_date){0};
}
