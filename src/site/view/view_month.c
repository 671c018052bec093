/* SPDX-License-Identifier: MIT */
#include "site/view/view_month.h"
#include "base/calendar.h"
#include "site/config.h"
#include "site/paths.h"
#include "site/view/deck.h"
#include "site/view/field.h"
#include "site/view/link.h"
#include "site/view/view_issues.h"
#include "site/view/view_list.h"

enum { MONTHS = 12, WEEK = 7 };

/* A place of the calendar. */
struct day {
    const struct month_view *of;
    unsigned day; /* 0: outside the month */
};

struct month_view {
    const struct view *view;
    const struct month_index *month;
    size_t weeks_len;
    struct week *weeks;
    struct sentence deck;
};

struct week {
    struct day days[WEEK];
};

static const struct strings *words(const struct month_view *view)
{
    return view->view->site->strings;
}

static struct str month_name(struct arena *scratch, const struct strings *strings,
                             const struct month_index *month)
{
    struct when when = when_named(strings, month->year->year, month->month);
    return when_text(scratch, &when);
}

/* Where in the month's list a day begins: the file of its sheet, and ANCHOR. */
static struct value place_of(struct arena *scratch, const struct month_view *view, size_t first,
                             struct str anchor)
{
    size_t sheet = first / (size_t)view->view->site->config->per_page + 1;
    struct str path = path_month(scratch, view->month->year->year, view->month->month);
    return value_string(str_format(scratch, "%.*s#%.*s", STR_FMT(path_sheet(scratch, path, sheet)),
                                   STR_FMT(anchor)));
}

/* A day of the calendar. */

static const struct day_index *stories_of(const struct day *day)
{
    static const struct day_index none;
    return day->day ? &day->of->month->days[day->day] : &none;
}

static struct value day_label(struct arena *scratch, const struct day *day)
{
    if (!day->day)
        return VALUE_NONE;
    return value_string(
        strings_fill(scratch, words(day->of), "day", {"day", number_text(scratch, day->day)}));
}

static struct value day_href(struct arena *scratch, const struct day *day)
{
    if (stories_of(day)->count == 0)
        return VALUE_NONE;
    return place_of(scratch, day->of, stories_of(day)->first, str_format(scratch, "d%u", day->day));
}

static struct value day_count(struct arena *scratch, const struct day *day)
{
    if (!day->day)
        return VALUE_NONE;
    return value_string(
        strings_count(scratch, words(day->of), "stories-count", stories_of(day)->count));
}

FIELD(get_day_number, day, view->day ? value_int(view->day) : VALUE_NONE)
FIELD(get_day_label, day, day_label(scratch, view))
FIELD(get_day_href, day, day_href(scratch, view))
FIELD(get_day_count, day, day_count(scratch, view))
FIELD(get_day_inferred, day, value_bool(stories_of(view)->inferred > 0))

static const struct value_field day_fields[] = {
    {"number", "of the day; nothing outside the month", get_day_number},
    {"label", "the day in words; nothing outside the month", get_day_label},
    {"href", "where its stories stand, below public/; nothing where it has none", get_day_href},
    {"count", "how many stories, in words; nothing outside the month", get_day_count},
    {"inferred", "whether some of their dates are inferred", get_day_inferred},
    {0},
};

const struct value_type day_type = {.name = "day", .fields = day_fields};

FIELD(get_week_days, week, value_structs(scratch, &day_type, view->days, WEEK, sizeof *view->days))

static const struct value_field week_fields[] = {
    {"days", "seven, from Monday on", get_week_days},
    {0},
};

const struct value_type week_type = {.name = "week", .fields = week_fields};

static void weeks_make(struct arena *scratch, struct month_view *view)
{
    unsigned year = view->month->year->year, month = view->month->month;
    size_t before = weekday(year, month, 1), days = month_days(year, month);
    view->weeks_len = (before + days + WEEK - 1) / WEEK;
    view->weeks = ARENA_ARRAY(scratch, struct week, view->weeks_len);
    for (size_t at = 0; at < view->weeks_len * WEEK; at++)
        view->weeks[at / WEEK].days[at % WEEK].of = view;
    for (unsigned day = 1; day <= days; day++) {
        size_t at = before + day - 1;
        view->weeks[at / WEEK].days[at % WEEK].day = day;
    }
}

/* The month. */

static void deck_precision(struct arena *scratch, struct month_view *view)
{
    struct sentence *deck = &view->deck;
    size_t all = view->month->entries.len, month_only = view->month->days[0].count;
    if (month_only == 0)
        sentence_say_all(scratch, deck, words(view), "month-days-all", NULL);
    else if (month_only == all)
        sentence_say_all(scratch, deck, words(view), "month-only-all", NULL);
    else
        sentence_say(scratch, deck, words(view), "month-days-some",
                     {"days", run_number(scratch, all - month_only)},
                     {"month", run_number(scratch, month_only)});
    if (view->month->inferred == all)
        sentence_say_all(scratch, deck, words(view), "month-inferred-all", NULL);
    else if (view->month->inferred > 0)
        sentence_say(scratch, deck, words(view), "month-inferred-some",
                     {"n", run_number(scratch, view->month->inferred)});
}

static void deck_say(struct arena *scratch, struct month_view *view)
{
    if (!sheet_opens(view->view)) {
        deck_total(scratch, &view->deck, words(view), view->month->entries.len);
        deck_stop(scratch, &view->deck, words(view));
        return;
    }
    deck_stories(scratch, &view->deck, words(view), &view->month->entries);
    deck_pages(scratch, &view->deck, words(view), &view->month->entries);
    deck_stop(scratch, &view->deck, words(view));
    deck_precision(scratch, view);
    deck_stop(scratch, &view->deck, words(view));
}

static struct value crumbs(struct arena *scratch, const struct month_view *view)
{
    const struct year_index *year = view->month->year;
    struct links *links = crumbs_past_index(scratch, words(view), "dates");
    links_add(
        scratch, links,
        strings_fill(scratch, words(view), "date-year", {"year", number_text(scratch, year->year)}),
        path_year(scratch, year->year));
    links_add(scratch, links,
              strings_fill(scratch, words(view), "month",
                           {"month", number_text(scratch, view->month->month)}),
              STR_NONE);
    return links_value(scratch, links);
}

/* The I-th month from the archive's first January on, through the years that have stories. */
static const struct month_index *month_at(const struct year_indexes *years, size_t i)
{
    return &years->at[years->len - 1 - i / MONTHS]->months[i % MONTHS];
}

/* The nearest month with stories before or after this one; NULL: there is none. */
static const struct month_index *neighbour_of(const struct archive *archive,
                                              const struct month_index *month, bool later)
{
    const struct year_indexes *years = &archive->years;
    size_t len = years->len * MONTHS, at = 0;
    while (month_at(years, at) != month)
        at++;
    while (later ? ++at < len : at-- > 0) {
        if (month_at(years, at)->entries.len > 0)
            return month_at(years, at);
    }
    return NULL;
}

static struct value neighbour(struct arena *scratch, const struct month_view *view, bool later)
{
    const struct month_index *month = neighbour_of(view->view->site->archive, view->month, later);
    if (!month)
        return VALUE_NONE;
    struct link *link = ARENA_NEW(scratch, struct link);
    *link = (struct link){.text = strings_fill(scratch, words(view),
                                               later ? "month-next" : "month-previous",
                                               {"month", month_name(scratch, words(view), month)}),
                          .href = path_month(scratch, month->year->year, month->month)};
    return value_object(&link_type, link);
}

static bool has_neighbours(const struct month_view *view)
{
    const struct archive *archive = view->view->site->archive;
    return neighbour_of(archive, view->month, false) || neighbour_of(archive, view->month, true);
}

static struct value month_only(struct arena *scratch, const struct month_view *view)
{
    if (view->month->days[0].count == 0)
        return VALUE_NONE;
    return value_string(
        strings_count(scratch, words(view), "month-only-count", view->month->days[0].count));
}

FIELD(get_title, month_view,
      value_string(sheet_title(scratch, view->view, month_name(scratch, words(view), view->month))))
FIELD(get_name, month_view, value_string(month_name(scratch, words(view), view->month)))
FIELD(get_description, month_view,
      value_string(sentence_text(scratch, view->view->site->strings, &view->deck)))
FIELD(get_crumbs, month_view, crumbs(scratch, view))
FIELD(get_deck, month_view, sentence_value(scratch, &view->deck))
FIELD(get_list, month_view, view_list(scratch, view->view, &view->month->entries, LIST_BY_DAY))
FIELD(get_weeks, month_view,
      value_structs(scratch, &week_type, view->weeks, view->weeks_len, sizeof *view->weeks))
FIELD(get_month_only, month_view, month_only(scratch, view))
FIELD(get_month_only_href, month_view,
      place_of(scratch, view, view->month->days[0].first, STR("month-only")))
FIELD(get_issues, month_view,
      issues_link(scratch, view->view->site, "issues-of-month", view->month->year->year,
                  view->month->month))
FIELD(get_near, month_view, value_bool(has_neighbours(view)))
FIELD(get_previous, month_view, neighbour(scratch, view, false))
FIELD(get_next, month_view, neighbour(scratch, view, true))

static const struct value_field month_fields[] = {
    {"title", "of the page, with the number of the sheet from the second on", get_title},
    {"description", "the deck as plain text", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"name", "the month and its year", get_name},
    {"deck",
     "how many stories, and on the first sheet how precisely they are dated: a list of runs",
     get_deck},
    {"list", "its stories on this sheet, by days", get_list},
    {"weeks", "the calendar", get_weeks},
    {"month_only", "how many are known to the month alone, in words; or nothing", get_month_only},
    {"month_only_href", "where these stand, below public/", get_month_only_href},
    {"issues", "link to the month's newspaper pages, which says how many; or nothing", get_issues},
    {"near", "whether there is a month with stories before or after", get_near},
    {"previous", "link to the month before that has stories; or nothing", get_previous},
    {"next", "link to the month after that has stories; or nothing", get_next},
    {0},
};

const struct value_type month_type = {.name = "month", .fields = month_fields};

struct value month_subject(struct arena *scratch, const struct view *view)
{
    struct month_view *month = ARENA_NEW(scratch, struct month_view);
    *month = (struct month_view){.view = view, .month = view->output->subject};
    weeks_make(scratch, month);
    deck_say(scratch, month);
    return value_object(&month_type, month);
}
