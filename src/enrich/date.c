/* SPDX-License-Identifier: MIT */
#include "enrich/date.h"

#include "base/calendar.h"
#include "enrich/date_conflicts.h"
#include "enrich/date_page.h"
#include "enrich/date_year.h"

enum { HALF_YEAR = 6 }; /* months */

static const double alone = 4;    /* what a story's own year needs to stand against the page's */
static const double against = -3; /* a story that says so much against a year is not of it */

/* What a story says of its date. */
struct saying {
    struct own_date own;
    struct clues clues;
};

struct dater {
    struct arena *keep, *scratch;
    struct page *page;
    const struct events *events;
    struct story_date stated; /* by the page */
    struct year_scores scores;
    struct story_date likely; /* the year that its stories speak from */
    bool told_no_year;
};

/* ---- the year that a page or a story speaks from */

/* The two clues that speak most for a year. */
struct best_clues {
    uint16_t year;
    const struct clue *at[2];
};

static double best_gain(const struct best_clues *best, size_t i)
{
    return best->at[i] ? clue_gain(best->at[i], best->year) : 0;
}

static void best_clues_see(struct best_clues *best, const struct clues *clues)
{
    for (size_t i = 0; i < clues->len; i++) {
        double gain = clue_gain(&clues->at[i], best->year);
        if (gain > best_gain(best, 0)) {
            best->at[1] = best->at[0];
            best->at[0] = &clues->at[i];
        } else if (gain > best_gain(best, 1)) {
            best->at[1] = &clues->at[i];
        }
    }
}

static struct story_date year_date(struct dater *dater, const struct best_clues *best,
                                   enum basis basis)
{
    struct story_date date = story_date_of((struct date){.year = best->year}, basis);
    for (size_t i = 0; i < 2 && best->at[i]; i++) {
        const struct clue *clue = best->at[i];
        story_date_show(dater->keep, &date, dater->page, clue->block, clue->at, clue->end);
    }
    return date;
}

static struct year_scores scores_of(const struct clues *clues)
{
    struct year_scores scores = {0};
    for (size_t i = 0; i < clues->len; i++)
        year_scores_add(&scores, &clues->at[i]);
    return scores;
}

/* The year that a story speaks from: that of its page, unless its own words are sure of another or
   speak against it. */
static struct story_date story_year(struct dater *dater, const struct saying *saying)
{
    const struct story_date *page = &dater->likely;
    if (!saying->clues.len)
        return *page;
    struct year_scores scores = scores_of(&saying->clues);
    struct year_choice own = year_choose(&scores);
    uint16_t year = page->value.year;
    if (own.year && own.year != year && (!year || own.score >= alone))
        year = own.year;
    else if (year && year_score(&scores, year) <= against)
        return (struct story_date){0};
    struct best_clues best = {.year = year};
    best_clues_see(&best, &saying->clues);
    return best.at[0] && year ? year_date(dater, &best, BASIS_TEXT) : *page;
}

/* ---- the day that a story gives itself */

static void tell(struct dater *dater, const struct own_date *own, enum diag_id id, const char *what)
{
    date_tell(dater->page, id, own->block, own->words.at, own->words.end, what);
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

/* The one year that STORY gives to DAY where it has that again: 1月22日电, and 2023年1月22日7时; 0:
   none. */
static uint16_t year_of_same_day(const struct story *story, struct date day)
{
    uint16_t year = 0;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        struct date_words words;
        for (size_t from = 0; date_words_next(block->text, from, &words); from = words.end) {
            struct date date = words.date;
            if (!date.year || !day.day || date.month != day.month || date.day != day.day)
                continue;
            if (year && year != date.year)
                return 0;
            year = date.year;
        }
    }
    return year;
}

/* Gives a day the year that the page states, or YEAR. False: there is none, or no such day in it.
 */
static bool add_year(struct dater *dater, struct own_date *own, uint16_t year)
{
    struct date *date = &own->words.date;
    struct date stated = dater->stated.value;
    if (date->year)
        return true;
    own->year_added = true;
    date->year = stated.year ? stated_year(stated, *date) : year;
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

/* Whether a year is told as of the present at these words, and looked back on nowhere. */
static bool is_named(const struct clues *clues, const struct own_date *own)
{
    bool named = false, past = false;
    for (size_t i = 0; i < clues->len; i++) {
        const struct clue *clue = &clues->at[i];
        named |= (clue->kind == CLUE_NAMED || clue->kind == CLUE_COUNTED) &&
                 clue->block == own->block && clue->at <= own->words.at &&
                 clue->end > own->words.at;
        past |= (clue->kind == CLUE_PAST || clue->kind == CLUE_HISTORY) &&
                clue->date.year == own->words.date.year;
    }
    return named && !past;
}

/* Whether a day or month with its year, at the head of a story, may be that of news: nothing in the
   story looks back on it or says more of a later year, and the page does not either. */
static bool is_news(const struct dater *dater, const struct saying *saying)
{
    struct date date = saying->own.words.date;
    struct year_scores scores = scores_of(&saying->clues);
    struct year_choice page = year_choose(&dater->scores);
    return (date.day || is_named(&saying->clues, &saying->own)) &&
           year_score(&scores, date.year) >= 1 &&
           (page.score <= 0 || date.year + 1 >= page.best || dater->stated.value.year);
}

/* The date that STORY gives itself; PRECISION_NONE: none, or no year can be had for it. */
static struct story_date day_of(struct dater *dater, const struct story *story,
                                const struct saying *saying, const struct story_date *year)
{
    struct own_date own = saying->own;
    if (!own.block || (own.words.date.year && !own.dates_story && !is_news(dater, saying)))
        return (struct story_date){0};
    uint16_t same = own.words.date.year ? 0 : year_of_same_day(story, own.words.date);
    if (!add_year(dater, &own, same ? same : year->value.year))
        return (struct story_date){0};
    struct date date = own.words.date, latest = latest_told(story, date.year);
    if (!own.dates_story && date_number(latest) > date_number(date))
        date = date_common(date, latest);
    bool guessed = own.year_added && !dater->stated.value.year;
    struct story_date found = story_date_of(date, guessed ? BASIS_TEXT : own.basis);
    story_date_show(dater->keep, &found, dater->page, own.block, own.words.at, own.words.end);
    if (guessed && year->evidence.len)
        vec_push(dater->keep, &found.evidence, year->evidence.at[0]);
    return found;
}

/* ---- a page that is dated */

/* A story of a page that is dated: by its own day where the page says only month or year. */
static void date_stated(struct dater *dater, struct story *story)
{
    struct saying saying = {.own = story_own_date(story)};
    struct own_date *own = &saying.own;
    bool whole = dater->stated.precision == PRECISION_DAY;
    story->date = dater->stated;
    story_find_clues(dater->scratch, story, dater->events, &saying.clues);
    clues_check(dater->page, &saying.clues, dater->stated.value);
    bool dated = own->block && own->basis == BASIS_DATELINE;
    if (dated && (whole || own->words.date.year) && add_year(dater, own, 0))
        dateline_check(dater->page, own, dater->stated.value);
    if (whole)
        return;
    struct story_date day = day_of(dater, story, &saying, &dater->stated);
    struct date common = date_common(day.value, dater->stated.value);
    if (date_number(common) == date_number(dater->stated.value))
        story->date = day;
}

/* ---- a page that is not */

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

static struct saying *hear(struct dater *dater, const struct stories *stories)
{
    struct saying *sayings = ARENA_ARRAY(dater->scratch, struct saying, stories->len);
    for (size_t i = 0; i < stories->len; i++) {
        const struct story *story = &stories->at[i];
        struct saying *saying = &sayings[i];
        if (story->kind == KIND_RESIDUE)
            continue;
        saying->own = story_own_date(story);
        story_find_clues(dater->scratch, story, dater->events, &saying->clues);
        const struct date_words *words = &saying->own.words;
        if (saying->own.dates_story && words->date.year)
            vec_push(dater->scratch, &saying->clues,
                     (struct clue){.kind = CLUE_SIGNED,
                                   .date = words->date,
                                   .block = saying->own.block,
                                   .at = words->at,
                                   .end = words->end});
        for (size_t k = 0; k < saying->clues.len; k++)
            year_scores_add(&dater->scores, &saying->clues.at[k]);
    }
    return sayings;
}

/* Two years that have much for them are told, with the words that speak most for each. */
static void tell_unsure(struct dater *dater, const struct best_clues *best, uint16_t year)
{
    const struct clue *clue = best->at[0];
    const char *what =
        str_c(dater->scratch,
              str_format(dater->scratch, "of %u, but as much speaks for %u", best->year, year));
    if (clue)
        date_tell(dater->page, D_DATE_UNSURE, clue->block, clue->at, clue->end, what);
}

static void choose_year(struct dater *dater, const struct saying *sayings, size_t len)
{
    struct year_choice choice = year_choose(&dater->scores);
    struct best_clues best = {.year = choice.best};
    for (size_t i = 0; i < len; i++)
        best_clues_see(&best, &sayings[i].clues);
    if (choice.year)
        dater->likely = year_date(dater, &best, BASIS_PAGE);
    else if (choice.rival)
        tell_unsure(dater, &best, choice.rival);
}

/* A story that gives itself no day: what others have in common, if it is of the same year. */
static struct story_date date_by_others(const struct story_date *common,
                                        const struct story_date *year, const struct saying *saying)
{
    struct year_scores scores = scores_of(&saying->clues);
    bool same = year->precision == PRECISION_NONE || year->value.year == common->value.year;
    bool fits = year_score(&scores, common->value.year) > against;
    return common->precision && same && fits ? *common : *year;
}

static void date_unstated(struct dater *dater, struct stories *stories)
{
    struct saying *sayings = hear(dater, stories);
    struct story_date *years = ARENA_ARRAY(dater->scratch, struct story_date, stories->len);
    choose_year(dater, sayings, stories->len);
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind == KIND_RESIDUE)
            continue;
        years[i] = story_year(dater, &sayings[i]);
        stories->at[i].date = day_of(dater, &stories->at[i], &sayings[i], &years[i]);
    }
    struct story_date common = common_date(stories);
    for (size_t i = 0; i < stories->len; i++) {
        struct story *story = &stories->at[i];
        if (story->kind != KIND_RESIDUE && story->date.precision == PRECISION_NONE)
            story->date = date_by_others(&common, &years[i], &sayings[i]);
    }
}

void stories_find_dates(struct arena *keep, struct arena *scratch, struct page *page,
                        struct stories *stories, const struct events *events)
{
    struct dater dater = {.keep = keep, .scratch = scratch, .page = page, .events = events};
    dater.stated = page_stated_date(keep, page, stories);
    if (dater.stated.precision == PRECISION_NONE) {
        date_unstated(&dater, stories);
        return;
    }
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind != KIND_RESIDUE)
            date_stated(&dater, &stories->at[i]);
    }
}
