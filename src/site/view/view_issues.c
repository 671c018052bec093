/* SPDX-License-Identifier: MIT */
#include "site/view/view_issues.h"

#include "archive/issues.h"
#include "base/file.h"
#include "site/paths.h"
#include "site/sheet.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/link.h"
#include "site/view/pager.h"
#include "site/view/view_home.h"
#include "site/view/view_list.h"
#include "site/view/when.h"

struct issues_view {
    const struct view *view;
    const struct issues_page *pages;
    struct turns sheet; /* what is shown of them */
};

/* A month's pages, or those dated to the year alone, or not at all. */
struct issue_month {
    const struct issues_view *of;
    unsigned month;    /* 0: none */
    struct turns all;  /* on all sheets */
    struct turns here; /* on this one */
};

/* Pages that stand together: of one issue, or of one folder. */
struct issue {
    const struct issues_view *of;
    struct turns turns;
};

struct issue_vec VEC_OF(struct issue);
struct issue_months VEC_OF(struct issue_month);

static const struct strings *words(const struct issues_view *view)
{
    return view->view->site->strings;
}

static const struct archive *archive_of(const struct issues_view *view)
{
    return view->view->site->archive;
}

static const struct archive_page *page_at(const struct issues_view *view, size_t turn)
{
    return archive_of(view)->issues.at[turn];
}

/* ---- where they are listed */

static struct str href_at(struct arena *keep, const struct site *site, unsigned year,
                          unsigned month, size_t turn)
{
    size_t place = turn - issues_of_year(site->archive, year).first;
    return path_issues_month(keep, year, month, place / pages_on_sheet(site->config) + 1);
}

struct str issues_href(struct arena *keep, const struct site *site, const struct archive_page *page)
{
    return href_at(keep, site, page->date.year, page->date.month, page->turn);
}

struct value issues_link(struct arena *scratch, const struct site *site, const char *key,
                         unsigned year, unsigned month)
{
    struct turns turns =
        month ? issues_of_month(site->archive, year, month) : issues_of_year(site->archive, year);
    if (turns.first == turns.end)
        return VALUE_NONE;
    struct link *link = ARENA_NEW(scratch, struct link);
    *link =
        (struct link){.text = strings_count(scratch, site->strings, key, turns.end - turns.first),
                      .href = href_at(scratch, site, year, month, turns.first)};
    return value_object(&link_type, link);
}

static struct str date_of(struct arena *scratch, const struct strings *strings, unsigned year)
{
    struct when when = {.strings = strings};
    if (year)
        when = when_named(strings, year, 0);
    return when_text(scratch, &when);
}

struct value issues_leaders(struct arena *scratch, const struct site *site)
{
    const struct archive_pages *issues = &site->archive->issues;
    struct leaders *leaders = ARENA_NEW(scratch, struct leaders);
    for (size_t at = 0; at < issues->len;) {
        unsigned year = issues->at[at]->date.year;
        size_t end = issues_of_year(site->archive, year).end;
        vec_push(scratch, leaders,
                 (struct leader){date_of(scratch, site->strings, year), path_issues(scratch, year),
                                 end - at});
        at = end;
    }
    return leaders->len ? leaders_value(scratch, leaders) : VALUE_NONE;
}

/* ---- an issue */

static struct str issue_day(struct arena *scratch, const struct issue *issue)
{
    const struct archive_page *page = page_at(issue->of, issue->turns.first);
    if (page->precision == PRECISION_DAY)
        return strings_fill(scratch, words(issue->of), "day",
                            {"day", number_text(scratch, page->date.day)});
    return page->precision == PRECISION_MONTH ? strings_get(words(issue->of), "month-only")
                                              : STR_NONE;
}

static struct str issue_paper(const struct issue *issue)
{
    return page_at(issue->of, issue->turns.first)->page->facts.publication;
}

/* What page I of an issue is called, and by its file too where one beside it is called alike. */
static struct str issue_page_called(struct arena *scratch, const struct issue *issue, size_t i)
{
    const struct site *site = issue->of->view->site;
    const struct archive_page *page = page_at(issue->of, i);
    struct str called = source_called(scratch, site, page), file = path_base(page->page->path);
    bool alike = false;
    if (i > issue->turns.first)
        alike = str_eq(called, source_called(scratch, site, page_at(issue->of, i - 1)));
    if (i + 1 < issue->turns.end)
        alike |= str_eq(called, source_called(scratch, site, page_at(issue->of, i + 1)));
    return alike && !str_eq(called, file) ? strings_fill(scratch, words(issue->of), "page-filed",
                                                         {"page", called}, {"file", file})
                                          : called;
}

static struct value issue_pages(struct arena *scratch, const struct issue *issue)
{
    struct links *links = ARENA_NEW(scratch, struct links);
    for (size_t i = issue->turns.first; i < issue->turns.end; i++)
        links_add(scratch, links, issue_page_called(scratch, issue, i),
                  path_source(scratch, page_at(issue->of, i)));
    return links_value(scratch, links);
}

FIELD(get_day, issue, value_text(issue_day(scratch, view)))
FIELD(get_paper, issue, value_text(issue_paper(view)))
FIELD(get_pages, issue, issue_pages(scratch, view))

static const struct value_field issue_fields[] = {
    {"day", "of the month, or that only the month is known; or nothing", get_day},
    {"paper", "the newspaper, or nothing", get_paper},
    {"pages",
     "links to its pages on this sheet, by their numbers, else called as they are known, those "
     "called alike by their files too",
     get_pages},
    {0},
};

const struct value_type issue_type = {.name = "issue", .fields = issue_fields};

/* ---- a month */

static struct str month_label(struct arena *scratch, const struct issue_month *month)
{
    if (month->month)
        return strings_fill(scratch, words(month->of), "month",
                            {"month", number_text(scratch, month->month)});
    return strings_get(words(month->of), month->of->pages->year ? "year-only" : "date-unknown");
}

/* Whether all dates that are shown are inferred. */
static bool month_supplied(const struct issue_month *month)
{
    bool inferred = month->month > 0;
    for (size_t i = month->here.first; i < month->here.end && inferred; i++)
        inferred = when_of_page(month->of->view->site, page_at(month->of, i)).inferred;
    return inferred;
}

static struct str month_count(struct arena *scratch, const struct issue_month *month)
{
    bool continued = month->here.first > month->all.first;
    return strings_count(scratch, words(month->of),
                         continued ? "pages-count-continued" : "pages-count",
                         month->all.end - month->all.first);
}

static bool is_one_row(const struct archive_page *a, const struct archive_page *b)
{
    return stand_together(a, b) && str_eq(a->page->facts.publication, b->page->facts.publication);
}

static struct value month_issues(struct arena *scratch, const struct issue_month *month)
{
    struct issue_vec *issues = ARENA_NEW(scratch, struct issue_vec);
    for (size_t from = month->here.first, to = from; from < month->here.end; from = to) {
        while (to < month->here.end && is_one_row(page_at(month->of, from), page_at(month->of, to)))
            to++;
        vec_push(scratch, issues, (struct issue){month->of, {from, to}});
    }
    return value_vec(scratch, &issue_type, issues);
}

FIELD(get_label, issue_month, value_string(month_label(scratch, view)))
FIELD(get_supplied, issue_month, value_bool(month_supplied(view)))
FIELD(get_id, issue_month,
      value_text(view->month ? str_format(scratch, "m%02u", view->month) : STR_NONE))
FIELD(get_count, issue_month, value_string(month_count(scratch, view)))
FIELD(get_issues, issue_month, month_issues(scratch, view))

static const struct value_field issue_month_fields[] = {
    {"label", "the month, or that only the year is known, or nothing", get_label},
    {"supplied", "whether all its dates are inferred", get_supplied},
    {"id", "anchor of a month; or nothing", get_id},
    {"count", "how many pages it has in all, and whether it goes on from the sheet before",
     get_count},
    {"issues", "its pages on this sheet, a row for each day and newspaper", get_issues},
    {0},
};

const struct value_type issue_month_type = {.name = "issues of a month",
                                            .fields = issue_month_fields};

/* ---- the sheet */

static struct issue_month month_from(const struct issues_view *view, size_t turn)
{
    struct issue_month month = {.of = view, .month = page_at(view, turn)->date.month};
    month.all = view->pages->year
                    ? issues_of_month(archive_of(view), view->pages->year, month.month)
                    : (struct turns){view->pages->first, view->pages->end};
    month.here.first = turn;
    month.here.end = month.all.end < view->sheet.end ? month.all.end : view->sheet.end;
    return month;
}

static struct value months(struct arena *scratch, const struct issues_view *view)
{
    struct issue_months *list = ARENA_NEW(scratch, struct issue_months);
    for (size_t at = view->sheet.first; at < view->sheet.end;) {
        struct issue_month month = month_from(view, at);
        vec_push(scratch, list, month);
        at = month.here.end;
    }
    return value_vec(scratch, &issue_month_type, list);
}

static struct str name(struct arena *scratch, const struct issues_view *view)
{
    return strings_fill(scratch, words(view), "issues-title",
                        {"date", date_of(scratch, words(view), view->pages->year)});
}

static struct str deck(struct arena *scratch, const struct issues_view *view)
{
    return strings_count(scratch, words(view), "issues-deck",
                         view->pages->end - view->pages->first);
}

static struct value crumbs(struct arena *scratch, const struct issues_view *view)
{
    struct links *links = crumbs_past_index(scratch, words(view), "dates");
    links_add(scratch, links, name(scratch, view), STR_NONE);
    return links_value(scratch, links);
}

FIELD(get_title, issues_view, value_string(sheet_title(scratch, view->view, name(scratch, view))))
FIELD(get_description, issues_view, value_string(deck(scratch, view)))
FIELD(get_crumbs, issues_view, crumbs(scratch, view))
FIELD(get_name, issues_view, value_string(name(scratch, view)))
FIELD(get_deck, issues_view, value_string(deck(scratch, view)))
FIELD(get_months, issues_view, months(scratch, view))
FIELD(get_pager, issues_view, pager_value(view->view))

static const struct value_field issues_fields[] = {
    {"title", "of the page, with the number of the sheet from the second on", get_title},
    {"description", "the deck", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"name", "that it is the newspaper pages of a year, or of no known date", get_name},
    {"deck", "how many there are", get_deck},
    {"months", "the months whose pages stand on this sheet, the latest first", get_months},
    {"pager", "the way to the other sheets; nothing where there are none", get_pager},
    {0},
};

const struct value_type issues_type = {.name = "issues", .fields = issues_fields};

struct value issues_subject(struct arena *scratch, const struct view *view)
{
    struct issues_view *issues = ARENA_NEW(scratch, struct issues_view);
    const struct issues_page *pages = view->output->subject;
    size_t on_sheet = pages_on_sheet(view->site->config);
    size_t from = pages->first + (view->output->sheet - 1) * on_sheet;
    size_t to = from + on_sheet < pages->end ? from + on_sheet : pages->end;
    *issues = (struct issues_view){view, pages, {from, to}};
    return value_object(&issues_type, issues);
}
