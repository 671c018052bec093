/* SPDX-License-Identifier: MIT */
#include "site/view/view_counties.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/link.h"
#include "site/view/sentence.h"
#include "site/view/view_entry.h"
#include "site/view/when.h"

/* Of a county so many topics are named; of the stories that have no county so many are shown. */
enum { ROW_TOPICS = 3, UNPLACED_MAX = 20 };

struct counties_view {
    const struct view *view;
    struct entries unplaced;
};

struct province_view {
    const struct site *site;
    const struct province_index *index;
};

struct prefecture_view {
    const struct site *site;
    const struct prefecture_index *index;
};

/* A county, or all of a prefecture. */
struct county_row {
    const struct site *site;
    struct str name, href;
    const struct entries *entries;
    struct when_span span;
};

struct county_rows VEC_OF(struct county_row);

/* Prefectures that are more than a place in the table of codes. */
static size_t prefectures_named(const struct province_index *province)
{
    size_t named = 0;
    for (size_t i = 0; i < province->prefectures.len; i++)
        named += province->prefectures.at[i]->prefecture->name.len > 0;
    return named;
}

static struct str divisions(struct arena *scratch, const struct site *site, size_t prefectures,
                            size_t counties)
{
    const char *key = prefectures && counties ? "prefectures-counties" : "counties-count";
    if (!counties)
        return strings_count(scratch, site->strings, "prefectures-count", prefectures);
    return strings_fill(scratch, site->strings, key,
                        {"prefectures", number_text(scratch, prefectures)},
                        {"n", number_text(scratch, counties)});
}

static size_t all_prefectures_named(const struct site *site)
{
    size_t named = 0;
    for (size_t i = 0; i < site->archive->provinces.len; i++)
        named += prefectures_named(site->archive->provinces.at[i]);
    return named;
}

struct str counties_extent(struct arena *scratch, const struct site *site)
{
    const struct archive *archive = site->archive;
    if (archive->provinces.len == 0)
        return STR_NONE;
    struct str provinces =
        archive->provinces.len == 1
            ? archive->provinces.at[0]->province->name
            : strings_count(scratch, site->strings, "provinces-count", archive->provinces.len);
    return strings_fill(scratch, site->strings, "counties-extent", {"provinces", provinces},
                        {"divisions", divisions(scratch, site, all_prefectures_named(site),
                                                archive->counties_len)});
}

/* A county, or all of a prefecture, in the index. */

static struct value row_topics(struct arena *scratch, const struct county_row *row)
{
    struct leaders topics = leaders_first(leaders_topics(scratch, row->entries, NULL), ROW_TOPICS);
    struct strs names = {0};
    for (size_t i = 0; i < topics.len; i++)
        vec_push(scratch, &names, topics.at[i].name);
    return value_text(strings_join(scratch, row->site->strings, "list-comma", &names));
}

static struct value row_count(struct arena *scratch, const struct county_row *row)
{
    return value_string(
        strings_count(scratch, row->site->strings, "stories-count", row->entries->len));
}

/* A single date has its iso form; a span has none. */
static struct value row_iso(struct arena *scratch, const struct county_row *row)
{
    if (!when_same(&row->span.first, &row->span.last))
        return VALUE_NONE;
    return value_text(date_iso(scratch, row->span.last.date, row->span.last.precision));
}

FIELD(get_row_name, county_row, value_string(view->name))
FIELD(get_row_href, county_row, value_string(view->href))
FIELD(get_row_count, county_row, row_count(scratch, view))
FIELD(get_row_dates, county_row, value_string(when_span_text(scratch, &view->span)))
FIELD(get_row_iso, county_row, row_iso(scratch, view))
FIELD(get_row_supplied, county_row, value_bool(when_span_supplied(&view->span)))
FIELD(get_row_topics, county_row, row_topics(scratch, view))

static const struct value_field county_row_fields[] = {
    {"name", "of the county, or that it is all of the prefecture", get_row_name},
    {"href", "its file below public/", get_row_href},
    {"count", "how many stories, in words", get_row_count},
    {"dates", "from when to when, or that it is not known", get_row_dates},
    {"iso", "the same for datetime, where it is one date; or nothing", get_row_iso},
    {"supplied", "whether either of the dates is inferred, or none known", get_row_supplied},
    {"topics", "its main topics; or nothing", get_row_topics},
    {0},
};

const struct value_type county_row_type = {.name = "county row", .fields = county_row_fields};

/* A prefecture. */

static struct value prefecture_name(const struct prefecture_view *view)
{
    struct str name = view->index->prefecture->name;
    return value_string(name.len ? name : strings_get(view->site->strings, "direct"));
}

static struct value prefecture_count(struct arena *scratch, const struct prefecture_view *view)
{
    const struct strings *strings = view->site->strings;
    size_t stories = view->index->entries.len, counties = view->index->counties.len;
    if (counties == 0)
        return value_string(strings_count(scratch, strings, "stories-count", stories));
    return value_string(strings_fill(scratch, strings, "prefecture-count",
                                     {"stories", number_text(scratch, stories)},
                                     {"n", number_text(scratch, counties)}));
}

static void add_row(struct arena *scratch, struct county_rows *rows, const struct site *site,
                    struct leader leader, const struct entries *entries)
{
    vec_push(scratch, rows,
             (struct county_row){site, leader.name, leader.href, entries,
                                 when_span(site->strings, entries)});
}

static struct value prefecture_rows(struct arena *scratch, const struct prefecture_view *view)
{
    const struct site *site = view->site;
    const struct prefecture_index *index = view->index;
    struct leaders leaders = leaders_of_prefecture(scratch, site->strings, index);
    struct county_rows *rows = ARENA_NEW(scratch, struct county_rows);
    for (size_t i = 0; i < leaders.len; i++)
        add_row(scratch, rows, site, leaders.at[i],
                i < index->counties.len ? &index->counties.at[i]->entries : &index->whole);
    return value_vec(scratch, &county_row_type, rows);
}

static struct value region_href(struct arena *scratch, struct str name, struct str code)
{
    return name.len ? value_string(path_region(scratch, code)) : VALUE_NONE;
}

static struct value anchor(struct arena *scratch, struct str code)
{
    return value_string(str_format(scratch, "p%.*s", STR_FMT(code)));
}

FIELD(get_prefecture_name, prefecture_view, prefecture_name(view))
FIELD(get_prefecture_id, prefecture_view, anchor(scratch, view->index->prefecture->code))
FIELD(get_prefecture_href, prefecture_view,
      region_href(scratch, view->index->prefecture->name, view->index->prefecture->code))
FIELD(get_prefecture_count, prefecture_view, prefecture_count(scratch, view))
FIELD(get_prefecture_counties, prefecture_view, prefecture_rows(scratch, view))

static const struct value_field prefecture_fields[] = {
    {"name", "of the prefecture; or that the province administers these counties itself",
     get_prefecture_name},
    {"id", "anchor", get_prefecture_id},
    {"href", "its file below public/; nothing where it has no name", get_prefecture_href},
    {"count", "how many stories and counties, in words", get_prefecture_count},
    {"counties", "with most stories first; then all of it, if there are such stories",
     get_prefecture_counties},
    {0},
};

const struct value_type prefecture_type = {.name = "prefecture", .fields = prefecture_fields};

/* A province. */

static struct value province_count(struct arena *scratch, const struct province_view *view)
{
    struct str of =
        divisions(scratch, view->site, prefectures_named(view->index), view->index->counties_len);
    return value_string(strings_fill(scratch, view->site->strings, "province-count",
                                     {"stories", number_text(scratch, view->index->entries.len)},
                                     {"divisions", of}));
}

static struct value province_prefectures(struct arena *scratch, const struct province_view *view)
{
    const struct prefecture_indexes *list = &view->index->prefectures;
    struct prefecture_view *views = ARENA_ARRAY(scratch, struct prefecture_view, list->len);
    for (size_t i = 0; i < list->len; i++)
        views[i] = (struct prefecture_view){view->site, list->at[i]};
    return value_structs(scratch, &prefecture_type, views, list->len, sizeof *views);
}

FIELD(get_province_name, province_view, value_string(view->index->province->name))
FIELD(get_province_id, province_view, anchor(scratch, view->index->province->code))
/* The stories about all of it: words for the link to them, and where it leads. */
static struct value province_whole(struct arena *scratch, const struct province_view *view,
                                   bool words)
{
    const struct strings *strings = view->site->strings;
    const struct province_index *index = view->index;
    if (!has_whole(&index->whole, &index->entries))
        return VALUE_NONE;
    struct leader leader = leader_of_whole(scratch, strings, index->province->name,
                                           index->province->code, &index->whole);
    return words ? value_string(strings_fill(scratch, strings, "whole-go", {"whole", leader.name},
                                             {"n", number_text(scratch, leader.count)}))
                 : value_string(leader.href);
}

FIELD(get_province_whole, province_view, province_whole(scratch, view, true))
FIELD(get_province_whole_href, province_view, province_whole(scratch, view, false))
FIELD(get_province_href, province_view,
      region_href(scratch, view->index->province->name, view->index->province->code))
FIELD(get_province_count, province_view, province_count(scratch, view))
FIELD(get_province_prefectures, province_view, province_prefectures(scratch, view))

static const struct value_field province_fields[] = {
    {"name", "of the province", get_province_name},
    {"id", "anchor", get_province_id},
    {"href", "its file below public/", get_province_href},
    {"count", "how many stories, prefectures and counties, in words", get_province_count},
    {"prefectures", "with most stories first", get_province_prefectures},
    {"whole", "words for the link to the stories about all of it; or nothing", get_province_whole},
    {"whole_href", "where that leads, below public/", get_province_whole_href},
    {0},
};

const struct value_type province_type = {.name = "province", .fields = province_fields};

/* The index. */

/* The name of the only province leads to its page; of several each has a heading that does. */
static struct run provinces_run(struct arena *scratch, const struct site *site)
{
    const struct province_indexes *list = &site->archive->provinces;
    if (list->len > 1)
        return run_text(strings_count(scratch, site->strings, "provinces-count", list->len));
    const struct province *province = list->at[0]->province;
    return run_linked(run_text(province->name), path_region(scratch, province->code));
}

static struct sentence deck(struct arena *scratch, const struct counties_view *view)
{
    const struct site *site = view->view->site;
    struct sentence said = {0};
    if (site->archive->provinces.len == 0) {
        sentence_say_all(scratch, &said, site->strings, "counties-deck-none", NULL);
        return said;
    }
    struct str of =
        divisions(scratch, site, all_prefectures_named(site), site->archive->counties_len);
    const char *key = view->unplaced.len ? "counties-deck-unplaced" : "counties-deck";
    sentence_say(scratch, &said, site->strings, key, {"provinces", provinces_run(scratch, site)},
                 {"divisions", run_text(of)}, {"n", run_number(scratch, view->unplaced.len)});
    return said;
}

static struct value deck_value(struct arena *scratch, const struct counties_view *view)
{
    struct sentence *said = ARENA_NEW(scratch, struct sentence);
    *said = deck(scratch, view);
    return sentence_value(scratch, said);
}

static struct value description(struct arena *scratch, const struct counties_view *view)
{
    struct sentence said = deck(scratch, view);
    return value_string(sentence_text(scratch, view->view->site->strings, &said));
}

static struct value provinces(struct arena *scratch, const struct counties_view *view)
{
    const struct province_indexes *list = &view->view->site->archive->provinces;
    struct province_view *views = ARENA_ARRAY(scratch, struct province_view, list->len);
    for (size_t i = 0; i < list->len; i++)
        views[i] = (struct province_view){view->view->site, list->at[i]};
    return value_structs(scratch, &province_type, views, list->len, sizeof *views);
}

static size_t unplaced_shown(const struct counties_view *view)
{
    return view->unplaced.len < UNPLACED_MAX ? view->unplaced.len : UNPLACED_MAX;
}

static struct value unplaced(struct arena *scratch, const struct counties_view *view)
{
    if (view->unplaced.len == 0)
        return VALUE_NONE;
    return view_entries(scratch, view->view->site, view->unplaced.at, unplaced_shown(view), NULL);
}

static struct value unplaced_count(struct arena *scratch, const struct counties_view *view)
{
    return value_string(
        strings_count(scratch, view->view->site->strings, "stories-count", view->unplaced.len));
}

static struct value unplaced_more(struct arena *scratch, const struct counties_view *view)
{
    size_t more = view->unplaced.len - unplaced_shown(view);
    return more ? value_string(strings_count(scratch, view->view->site->strings,
                                             "stories-more-by-date", more))
                : VALUE_NONE;
}

FIELD(get_title, counties_view, value_string(strings_get(view->view->site->strings, "counties")))
FIELD(get_description, counties_view, description(scratch, view))
FIELD(get_deck, counties_view, deck_value(scratch, view))
FIELD(get_crumbs, counties_view, crumbs_to_index(scratch, view->view->site->strings, "counties"))
FIELD(get_several, counties_view, value_bool(view->view->site->archive->provinces.len > 1))
FIELD(get_provinces, counties_view, provinces(scratch, view))
FIELD(get_unplaced, counties_view, unplaced(scratch, view))
FIELD(get_unplaced_count, counties_view, unplaced_count(scratch, view))
FIELD(get_unplaced_more, counties_view, unplaced_more(scratch, view))

static const struct value_field counties_fields[] = {
    {"title", "that it is the counties", get_title},
    {"description", "the deck as plain text", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"deck", "how many counties, and how many stories have no place: a list of runs", get_deck},
    {"several", "whether there are several provinces", get_several},
    {"provinces", "with most stories first", get_provinces},
    {"unplaced", "stories without a county, the newest; or nothing", get_unplaced},
    {"unplaced_count", "how many stories have no county, in words", get_unplaced_count},
    {"unplaced_more", "how many of these are not shown, in words; or nothing", get_unplaced_more},
    {0},
};

const struct value_type counties_type = {.name = "counties", .fields = counties_fields};

struct value counties_subject(struct arena *scratch, const struct view *view)
{
    struct counties_view *made = ARENA_NEW(scratch, struct counties_view);
    made->view = view;
    const struct entries *all = &view->site->archive->entries;
    for (size_t i = 0; i < all->len; i++) {
        const struct story *story = all->at[i]->story;
        if (story->counties.len == 0 && story->regions.len == 0)
            vec_push(scratch, &made->unplaced, all->at[i]);
    }
    return value_object(&counties_type, made);
}
