/* SPDX-License-Identifier: MIT */
#include "site/view/view_dates.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/link.h"
#include "site/view/month_cell.h"
#include "site/view/sentence.h"
#include "site/view/view_entry.h"
#include "site/view/view_issues.h"

/* Of the stories that are dated to the year alone, or not at all, so many are shown; pages of their
   own have them all. */
enum { SHOWN_MAX = 20 };

struct dates_view {
    const struct view *view;
    struct entries year_only; /* of all years */
    size_t inferred;          /* stories with an inferred date */
    size_t peak;              /* most stories in a month */
    struct sentence deck;
};

struct year_row {
    const struct dates_view *of;
    const struct year_index *year;
};

static struct value stories_count(struct arena *scratch, const struct strings *strings, size_t n)
{
    return value_string(strings_count(scratch, strings, "stories-count", n));
}

static const struct strings *row_strings(const struct year_row *row)
{
    return row->of->view->site->strings;
}

static struct str row_label_text(struct arena *scratch, const struct year_row *row)
{
    struct when year = when_named(row_strings(row), row->year->year, 0);
    return when_text(scratch, &year);
}

FIELD(row_label, year_row, value_string(row_label_text(scratch, view)))
FIELD(row_id, year_row, value_string(str_format(scratch, "y%u", view->year->year)))
FIELD(row_href, year_row, value_string(path_year(scratch, view->year->year)))
FIELD(row_count, year_row, stories_count(scratch, row_strings(view), view->year->len))
FIELD(row_months, year_row, month_cells(scratch, view->of->view->site, view->year, view->of->peak))

static const struct value_field year_row_fields[] = {
    {"label", "the year", row_label},
    {"id", "anchor", row_id},
    {"href", "its file below public/", row_href},
    {"count", "how many stories, in words", row_count},
    {"months", "its twelve months", row_months},
    {0},
};

const struct value_type year_row_type = {.name = "year row", .fields = year_row_fields};

static void deck_say(struct arena *scratch, struct dates_view *dates)
{
    const struct archive *archive = dates->view->site->archive;
    const struct strings *strings = dates->view->site->strings;
    size_t undated = archive->undated.len, year_only = dates->year_only.len;
    struct sentence *deck = &dates->deck;
    if (archive->entries.len == 0) {
        sentence_say_all(scratch, deck, strings, "none-yet", NULL);
        return;
    }
    sentence_say(scratch, deck, strings, "dates-month",
                 {"n", run_number(scratch, archive->entries.len - undated - year_only)});
    if (year_only > 0)
        sentence_say(scratch, deck, strings, "dates-year", {"n", run_number(scratch, year_only)});
    if (undated > 0)
        sentence_say(scratch, deck, strings, "dates-undated", {"n", run_number(scratch, undated)});
    sentence_say_all(scratch, deck, strings, "stop", NULL);
    struct run inferred = run_text(strings_get(strings, "inferred"));
    inferred.supplied = true;
    if (dates->inferred > 0)
        sentence_say(scratch, deck, strings, "dates-inferred", {"inferred", inferred});
}

static struct value years(struct arena *scratch, const struct dates_view *dates)
{
    const struct year_indexes *list = &dates->view->site->archive->years;
    struct year_row *rows = ARENA_ARRAY(scratch, struct year_row, list->len);
    for (size_t i = 0; i < list->len; i++)
        rows[i] = (struct year_row){dates, list->at[i]};
    return value_structs(scratch, &year_row_type, rows, list->len, sizeof *rows);
}

static struct value first_of(struct arena *scratch, const struct dates_view *dates,
                             const struct entries *entries, const struct when *heading)
{
    if (entries->len == 0)
        return VALUE_NONE;
    return view_entries(scratch, dates->view->site, entries->at,
                        entries->len < SHOWN_MAX ? entries->len : SHOWN_MAX, heading);
}

/* Where more of them are than are shown: each year's, with how many. */
static struct value year_only_more(struct arena *scratch, const struct dates_view *dates)
{
    const struct site *site = dates->view->site;
    struct links *links = ARENA_NEW(scratch, struct links);
    if (dates->year_only.len <= SHOWN_MAX)
        return VALUE_NONE;
    for (size_t i = 0; i < site->archive->years.len; i++) {
        const struct year_index *year = site->archive->years.at[i];
        if (year->year_only.len == 0)
            continue;
        links_add(scratch, links,
                  strings_fill(scratch, site->strings, "year-only-link",
                               {"year", number_text(scratch, year->year)},
                               {"n", number_text(scratch, year->year_only.len)}),
                  path_year_only(scratch, year->year));
    }
    return links_value(scratch, links);
}

static const struct entries *undated_of(const struct dates_view *dates)
{
    return &dates->view->site->archive->undated;
}

static struct value undated_more(struct arena *scratch, const struct dates_view *dates)
{
    if (undated_of(dates)->len <= SHOWN_MAX)
        return VALUE_NONE;
    struct link *link = ARENA_NEW(scratch, struct link);
    *link = (struct link){.text = strings_count(scratch, dates->view->site->strings, "stories-all",
                                                undated_of(dates)->len),
                          .href = path_date(scratch, (struct date){0}, PRECISION_NONE)};
    return value_object(&link_type, link);
}

FIELD(get_title, dates_view, value_string(strings_get(view->view->site->strings, "dates")))
FIELD(get_description, dates_view,
      value_string(sentence_text(scratch, view->view->site->strings, &view->deck)))
FIELD(get_crumbs, dates_view, crumbs_to_index(scratch, view->view->site->strings, "dates"))
FIELD(get_deck, dates_view, sentence_value(scratch, &view->deck))
FIELD(get_years, dates_view, years(scratch, view))
FIELD(get_issues, dates_view, issues_leaders(scratch, view->view->site))
FIELD(get_issues_count, dates_view,
      value_string(strings_count(scratch, view->view->site->strings, "pages-count",
                                 view->view->site->archive->pages.len)))
FIELD(get_inferred, dates_view, value_bool(view->inferred > 0))
FIELD(get_year_only, dates_view, first_of(scratch, view, &view->year_only, NULL))
FIELD(get_year_only_count, dates_view,
      stories_count(scratch, view->view->site->strings, view->year_only.len))
FIELD(get_year_only_more, dates_view, year_only_more(scratch, view))
FIELD(get_undated, dates_view, first_of(scratch, view, undated_of(view), &(struct when){0}))
FIELD(get_undated_count, dates_view,
      stories_count(scratch, view->view->site->strings, undated_of(view)->len))
FIELD(get_undated_more, dates_view, undated_more(scratch, view))

static const struct value_field dates_fields[] = {
    {"title", "that it is the dates", get_title},
    {"description", "the deck as plain text", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"deck", "how precisely the dates are known: a list of runs", get_deck},
    {"years", "newest first", get_years},
    {"inferred", "whether any date is inferred", get_inferred},
    {"issues", "lists of newspaper pages by year, with how many each has; or nothing", get_issues},
    {"issues_count", "how many newspaper pages there are, in words", get_issues_count},
    {"year_only", "stories of which only the year is known, the newest; or nothing", get_year_only},
    {"year_only_count", "how many these are, in words", get_year_only_count},
    {"year_only_more", "links to each year's, where not all are shown; or nothing",
     get_year_only_more},
    {"undated", "stories whose date is not known, the first of them; or nothing", get_undated},
    {"undated_count", "how many these are, in words", get_undated_count},
    {"undated_more", "link to all of them, where not all are shown; or nothing", get_undated_more},
    {0},
};

const struct value_type dates_type = {.name = "dates", .fields = dates_fields};

struct value dates_subject(struct arena *scratch, const struct view *view)
{
    const struct archive *archive = view->site->archive;
    struct dates_view *dates = ARENA_NEW(scratch, struct dates_view);
    *dates = (struct dates_view){.view = view, .peak = month_peak(archive)};
    for (size_t i = 0; i < archive->entries.len; i++) {
        const struct story_date *date = &archive->entries.at[i]->story->date;
        if (date->precision == PRECISION_YEAR)
            vec_push(scratch, &dates->year_only, archive->entries.at[i]);
        dates->inferred += story_date_inferred(date);
    }
    deck_say(scratch, dates);
    return value_object(&dates_type, dates);
}
