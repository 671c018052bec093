/* SPDX-License-Identifier: MIT */
#include "site/view/view_year.h"
#include "site/paths.h"
#include "site/view/deck.h"
#include "site/view/field.h"
#include "site/view/link.h"
#include "site/view/month_cell.h"
#include "site/view/view_entry.h"
#include "site/view/view_issues.h"
#include "site/view/view_list.h"

/* Of each month so many stories are shown; the month's page has them all. */
enum { MONTHS = 12, MONTH_STORIES = 5 };

struct year_view {
    const struct view *view;
    const struct year_index *year;
    struct sentence deck;
};

struct year_month {
    const struct site *site;
    const struct month_index *month;
};

static struct str year_name(struct arena *scratch, const struct year_view *view)
{
    struct when year = when_named(view->view->site->strings, view->year->year, 0);
    return when_text(scratch, &year);
}

/* A month of the year. */

static struct value month_name(struct arena *scratch, const struct year_month *view)
{
    return value_string(strings_fill(scratch, view->site->strings, "month",
                                     {"month", number_text(scratch, view->month->month)}));
}

static struct value month_count(struct arena *scratch, const struct year_month *view)
{
    return value_string(
        strings_count(scratch, view->site->strings, "stories-count", view->month->entries.len));
}

static bool month_supplied(const struct year_month *view)
{
    return view->month->inferred == view->month->entries.len;
}

static struct value month_entries(struct arena *scratch, const struct year_month *view)
{
    size_t len = view->month->entries.len;
    struct when heading = {.precision = PRECISION_MONTH, .inferred = month_supplied(view)};
    return view_entries(scratch, view->site, view->month->entries.at,
                        len < MONTH_STORIES ? len : MONTH_STORIES, &heading);
}

static struct value month_more(struct arena *scratch, const struct year_month *view)
{
    if (view->month->entries.len <= MONTH_STORIES)
        return VALUE_NONE;
    return value_string(
        strings_count(scratch, view->site->strings, "month-all", view->month->entries.len));
}

FIELD(get_month_name, year_month, month_name(scratch, view))
FIELD(get_month_supplied, year_month, value_bool(month_supplied(view)))
FIELD(get_month_href, year_month,
      value_string(path_month(scratch, view->month->year->year, view->month->month)))
FIELD(get_month_count, year_month, month_count(scratch, view))
FIELD(get_month_entries, year_month, month_entries(scratch, view))
FIELD(get_month_more, year_month, month_more(scratch, view))

static const struct value_field year_month_fields[] = {
    {"label", "the month's name", get_month_name},
    {"supplied", "whether all its dates are inferred", get_month_supplied},
    {"href", "its file below public/", get_month_href},
    {"count", "how many stories, in words", get_month_count},
    {"entries", "its first stories", get_month_entries},
    {"more", "words for the link to all; nothing where all are shown", get_month_more},
    {0},
};

const struct value_type year_month_type = {.name = "month of a year", .fields = year_month_fields};

/* The year. */

static void entries_add(struct arena *scratch, struct entries *all, const struct entries *some)
{
    for (size_t i = 0; i < some->len; i++)
        vec_push(scratch, all, some->at[i]);
}

static void deck_say(struct arena *scratch, struct year_view *view)
{
    const struct strings *strings = view->view->site->strings;
    if (!sheet_opens(view->view)) {
        deck_total(scratch, &view->deck, strings, view->year->len);
        deck_stop(scratch, &view->deck, strings);
        return;
    }
    struct entries all = {0};
    for (size_t i = MONTHS; i-- > 0;)
        entries_add(scratch, &all, &view->year->months[i].entries);
    entries_add(scratch, &all, &view->year->year_only);
    deck_stories(scratch, &view->deck, strings, &all);
    deck_pages(scratch, &view->deck, strings, &all);
    deck_stop(scratch, &view->deck, strings);
}

static struct value crumbs(struct arena *scratch, const struct year_view *view)
{
    const struct strings *strings = view->view->site->strings;
    struct links *links = crumbs_past_index(scratch, strings, "dates");
    links_add(scratch, links, year_name(scratch, view), STR_NONE);
    return links_value(scratch, links);
}

static struct value months(struct arena *scratch, const struct year_view *view)
{
    struct {
        struct year_month *at;
        size_t len, cap;
    } list = {0};
    for (size_t i = MONTHS; i-- > 0;) {
        const struct month_index *month = &view->year->months[i];
        if (month->entries.len > 0)
            vec_push(scratch, &list, (struct year_month){view->view->site, month});
    }
    return value_vec(scratch, &year_month_type, &list);
}

/* The year before or after this one, as far as there is one with stories. */
static struct value neighbour(struct arena *scratch, const struct year_view *view, bool later)
{
    const struct year_indexes *years = &view->view->site->archive->years;
    size_t at = 0;
    while (years->at[at] != view->year)
        at++;
    if (later ? at == 0 : at + 1 == years->len)
        return VALUE_NONE;
    uint16_t year = years->at[later ? at - 1 : at + 1]->year;
    struct str name =
        strings_fill(scratch, view->view->site->strings, later ? "year-next" : "year-previous",
                     {"year", number_text(scratch, year)});
    struct link *link = ARENA_NEW(scratch, struct link);
    *link = (struct link){.text = name, .href = path_year(scratch, year)};
    return value_object(&link_type, link);
}

static struct value cells(struct arena *scratch, const struct year_view *view)
{
    const struct site *site = view->view->site;
    return month_cells(scratch, site, view->year, month_peak(site->archive));
}

static struct value year_only(struct arena *scratch, const struct year_view *view)
{
    if (view->year->year_only.len == 0)
        return VALUE_NONE;
    return view_list(scratch, view->view, &view->year->year_only, LIST_BY_MONTH);
}

FIELD(get_title, year_view,
      value_string(sheet_title(scratch, view->view, year_name(scratch, view))))
FIELD(get_name, year_view, value_string(year_name(scratch, view)))
FIELD(get_description, year_view,
      value_string(sentence_text(scratch, view->view->site->strings, &view->deck)))
FIELD(get_crumbs, year_view, crumbs(scratch, view))
FIELD(get_opens, year_view, value_bool(sheet_opens(view->view)))
FIELD(get_deck, year_view, sentence_value(scratch, &view->deck))
FIELD(get_cells, year_view, cells(scratch, view))
FIELD(get_months, year_view, months(scratch, view))
FIELD(get_issues, year_view,
      issues_link(scratch, view->view->site, "issues-of-year", view->year->year, 0))
FIELD(get_year_only, year_view, year_only(scratch, view))
FIELD(get_previous, year_view, neighbour(scratch, view, false))
FIELD(get_next, year_view, neighbour(scratch, view, true))

static const struct value_field year_fields[] = {
    {"title", "of the page, with the number of the sheet from the second on", get_title},
    {"description", "the deck as plain text", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"name", "the year", get_name},
    {"opens", "whether this is the first sheet, which alone has the months", get_opens},
    {"deck", "how many stories: a list of runs", get_deck},
    {"cells", "the twelve months, tinted", get_cells},
    {"months", "those with stories, the latest first", get_months},
    {"issues", "link to the year's newspaper pages, which says how many; or nothing", get_issues},
    {"year_only", "the list of stories of which only the year is known; or nothing", get_year_only},
    {"previous", "link to the year before that has stories; or nothing", get_previous},
    {"next", "link to the year after that has stories; or nothing", get_next},
    {0},
};

const struct value_type year_type = {.name = "year", .fields = year_fields};

struct value year_subject(struct arena *scratch, const struct view *view)
{
    struct year_view *year = ARENA_NEW(scratch, struct year_view);
    *year = (struct year_view){.view = view, .year = view->output->subject};
    deck_say(scratch, year);
    return value_object(&year_type, year);
}
