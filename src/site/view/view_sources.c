/* SPDX-License-Identifier: MIT */
#include "site/view/view_home.h"

#include "base/file.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/newspaper.h"
#include "site/view/when.h"

struct source_row {
    const struct site *site;
    const struct archive_page *page;
    struct when when;
};

/* The prefecture that all counties are in; NULL: they are in several. */
static const struct prefecture *prefecture_of(const struct archive_page *page)
{
    const struct prefecture *found = NULL;
    for (size_t i = 0; i < page->entries_len; i++) {
        const struct story_counties *counties = &page->entries[i].story->counties;
        for (size_t k = 0; k < counties->len; k++) {
            const struct prefecture *prefecture = counties->at[k].county->prefecture;
            if (found && found != prefecture)
                return NULL;
            found = prefecture;
        }
    }
    return found;
}

/* The place that a page's stories are about: one county, or the prefecture of several, or the one
   that most are about and 等. Empty: no story has a county. */
static struct str place_of(struct arena *scratch, const struct site *site,
                           const struct archive_page *page)
{
    struct entries entries = {0};
    for (size_t i = 0; i < page->entries_len; i++)
        vec_push(scratch, &entries, &page->entries[i]);
    struct leaders counties = leaders_places(scratch, &entries);
    if (counties.len == 0)
        return STR_NONE;
    if (counties.len == 1)
        return counties.at[0].name;
    const struct prefecture *prefecture = prefecture_of(page);
    if (prefecture && prefecture->name.len)
        return prefecture->name;
    return strings_fill(scratch, site->strings, "names-more", {"names", counties.at[0].name});
}

/* What the page says of its newspaper, else what it is about, else what its file is called. */
static struct value row_name(struct arena *scratch, const struct source_row *row)
{
    struct str name = newspaper_text(scratch, row->site, row->page->page);
    if (name.len == 0)
        name = place_of(scratch, row->site, row->page);
    return value_string(name.len ? name : path_base(row->page->page->path));
}

struct str source_called(struct arena *scratch, const struct site *site,
                         const struct archive_page *page)
{
    const struct page_facts *facts = &page->page->facts;
    if (facts->number.len)
        return newspaper_page(scratch, site, page->page);
    if (facts->name.len)
        return facts->name;
    struct str place = place_of(scratch, site, page);
    return place.len ? place : path_base(page->page->path);
}

static struct value row_count(struct arena *scratch, const struct source_row *row)
{
    return value_string(
        strings_count(scratch, row->site->strings, "stories-count", row->page->entries_len));
}

FIELD(get_name, source_row, row_name(scratch, view))
FIELD(get_date, source_row, when_value(&view->when))
FIELD(get_href, source_row, value_string(path_source(scratch, view->page)))
FIELD(get_count, source_row, row_count(scratch, view))

static const struct value_field source_row_fields[] = {
    {"name", "the newspaper and the page's number, or the place that it is about", get_name},
    {"date", "of the page, or the one that its stories agree on", get_date},
    {"href", "its file below public/", get_href},
    {"count", "how many stories, in words", get_count},
    {0},
};

const struct value_type source_row_type = {.name = "source", .fields = source_row_fields};

struct value sources_value(struct arena *scratch, const struct site *site)
{
    const struct archive_pages *issues = &site->archive->issues;
    size_t len = issues->len < SOURCES_MAX ? issues->len : SOURCES_MAX;
    if (len == 0)
        return VALUE_NONE;
    struct source_row *rows = ARENA_ARRAY(scratch, struct source_row, len);
    for (size_t i = 0; i < len; i++)
        rows[i] = (struct source_row){site, issues->at[i], when_of_page(site, issues->at[i])};
    return value_structs(scratch, &source_row_type, rows, len, sizeof *rows);
}
