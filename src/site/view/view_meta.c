/* SPDX-License-Identifier: MIT */
/*
 * What machines read in a story's head: Dublin Core (as RFC 2731 writes it in HTML), which Zotero's
 * Embedded Metadata takes for a newspaperArticle; OpenGraph; and schema.org's NewsArticle as
 * JSON-LD.
 */
#include <jansson.h>
#include <stdlib.h>

#include "archive/json_out.h"
#include "base/utf8.h"
#include "enrich/region.h"
#include "site/config.h"
#include "site/paths.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/view_entry.h"
#include "site/view/view_story.h"

/* A <meta> element: NAME or PROPERTY says what CONTENT is. */
struct meta {
    struct str name, property, content;
};

struct metas VEC_OF(struct meta);

FIELD(get_name, meta, value_text(view->name))
FIELD(get_property, meta, value_text(view->property))
FIELD(get_content, meta, value_string(view->content))

static const struct value_field meta_fields[] = {
    {"name", "what it says, or nothing", get_name},
    {"property", "the same in RDFa, for OpenGraph; or nothing", get_property},
    {"content", "what is said", get_content},
    {0},
};

const struct value_type meta_type = {.name = "meta", .fields = meta_fields};

static const struct page_facts *facts_of(const struct story_view *view)
{
    return &view->entry->page->page->facts;
}

static void name(struct arena *scratch, struct metas *metas, const char *what, struct str content)
{
    if (content.len)
        vec_push(scratch, metas, (struct meta){.name = str_of(what), .content = content});
}

static void property(struct arena *scratch, struct metas *metas, const char *what,
                     struct str content)
{
    if (content.len)
        vec_push(scratch, metas, (struct meta){.property = str_of(what), .content = content});
}

/* Empty where the date is inferred: then uncertain_date() has it. */
static struct str stated_date(struct arena *scratch, const struct story_view *view)
{
    const struct story_date *date = &view->entry->story->date;
    return story_date_inferred(date) ? STR_NONE : date_iso(scratch, date->value, date->precision);
}

/* 2023-10?, as ISO 8601-2 writes what is not sure. */
static struct str uncertain_date(struct arena *scratch, const struct story_view *view)
{
    const struct story_date *date = &view->entry->story->date;
    struct str iso = date_iso(scratch, date->value, date->precision);
    return iso.len && story_date_inferred(date) ? str_format(scratch, "%.*s?", STR_FMT(iso))
                                                : STR_NONE;
}

/* Where the story can be read, if the site says where it will stand; else empty. */
static struct str url_of(struct arena *scratch, const struct story_view *view)
{
    return path_url(scratch, view->site->config->base_url, path_story(scratch, view->entry->story));
}

static struct str county_called(struct arena *scratch, const struct county *county)
{
    return str_format(scratch, "%.*s%.*s%.*s", STR_FMT(county->prefecture->province->name),
                      STR_FMT(county->prefecture->name), STR_FMT(county->name));
}

static struct str region_called(struct arena *scratch, const struct story_region *region)
{
    return str_format(scratch, "%.*s%.*s", STR_FMT(region->province->name),
                      STR_FMT(region->prefecture ? region->prefecture->name : STR_NONE));
}

static void add_places(struct arena *scratch, struct metas *metas, const struct story *story)
{
    for (size_t i = 0; i < story->counties.len; i++)
        name(scratch, metas, "DC.coverage", county_called(scratch, story->counties.at[i].county));
    for (size_t i = 0; i < story->regions.len; i++)
        name(scratch, metas, "DC.coverage", region_called(scratch, &story->regions.at[i]));
    if (story->counties.len)
        name(scratch, metas, "z:place", county_called(scratch, story->counties.at[0].county));
    else if (story->regions.len)
        name(scratch, metas, "z:place", region_called(scratch, &story->regions.at[0]));
}

/* Who wrote and took the pictures signs twice. */
static bool is_repeated(const struct bylines *bylines, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (str_eq(bylines->at[k].name, bylines->at[i].name))
            return true;
    return false;
}

static void add_dublin_core(struct arena *scratch, struct metas *metas,
                            const struct story_view *view, struct str title)
{
    const struct story *story = view->entry->story;
    const struct page_facts *facts = facts_of(view);
    struct str language = facts->language.len ? facts->language : view->site->config->language;
    name(scratch, metas, "DC.title", title);
    for (size_t i = 0; i < story->bylines.len; i++) {
        const struct byline *byline = &story->bylines.at[i];
        if (!is_repeated(&story->bylines, i))
            name(scratch, metas, byline->role == BYLINE_EDITOR ? "DC.contributor" : "DC.creator",
                 byline->name);
    }
    name(scratch, metas, "DC.date", stated_date(scratch, view));
    name(scratch, metas, "DC.date", uncertain_date(scratch, view));
    name(scratch, metas, "DC.source", facts->publication);
    name(scratch, metas, "DC.publisher", facts->publisher);
    name(scratch, metas, "DC.language", language);
    name(scratch, metas, "DC.type", STR("newspaperArticle"));
    name(scratch, metas, "DC.identifier", story->id);
    name(scratch, metas, "DC.rights", facts->rights);
    name(scratch, metas, "bibo.pages", facts->number);
    name(scratch, metas, "prism.issn", facts->issn);
    add_places(scratch, metas, story);
}

static void add_open_graph(struct arena *scratch, struct metas *metas,
                           const struct story_view *view, struct str title)
{
    enum { DESCRIPTION_CHARS = 90 };
    const struct story *story = view->entry->story;
    property(scratch, metas, "og:type", STR("article"));
    property(scratch, metas, "og:title", title);
    property(scratch, metas, "og:description",
             entry_standfirst(scratch, view->site->archive, view->entry, DESCRIPTION_CHARS));
    property(scratch, metas, "og:site_name", view->site->config->title);
    property(scratch, metas, "og:url", url_of(scratch, view));
    property(scratch, metas, "article:published_time", stated_date(scratch, view));
    if (story->topics.len)
        property(scratch, metas, "article:section", story->topics.at[0].topic->label);
    for (size_t i = 0; i < story->topics.len; i++)
        property(scratch, metas, "article:tag", story->topics.at[i].topic->label);
}

struct value story_metas(struct arena *scratch, const struct story_view *view, struct str title)
{
    struct metas *metas = ARENA_NEW(scratch, struct metas);
    add_dublin_core(scratch, metas, view, title);
    add_open_graph(scratch, metas, view, title);
    return value_vec(scratch, &meta_type, metas);
}

/* ---- JSON-LD */

static json_t *text(struct str s)
{
    return json_stringn(s.ptr ? s.ptr : "", s.len);
}

static void put(json_t *object, const char *key, struct str s)
{
    if (s.len)
        json_object_set_new(object, key, text(s));
}

static json_t *typed(const char *type, struct str called)
{
    json_t *object = json_object();
    json_object_set_new(object, "@type", json_string(type));
    put(object, "name", called);
    return object;
}

/* Adds LIST under KEY, unless it is empty, and takes it over. */
static void put_list(json_t *object, const char *key, json_t *list)
{
    if (json_array_size(list) > 0)
        json_object_set_new(object, key, list);
    else
        json_decref(list);
}

static json_t *people(const struct story *story, bool editors)
{
    json_t *list = json_array();
    for (size_t i = 0; i < story->bylines.len; i++) {
        const struct byline *byline = &story->bylines.at[i];
        if ((byline->role == BYLINE_EDITOR) != editors || is_repeated(&story->bylines, i))
            continue;
        json_t *person =
            typed(byline->role == BYLINE_ORGANISATION ? "Organization" : "Person", byline->name);
        if (byline->organisation.len)
            json_object_set_new(person, "affiliation", typed("Organization", byline->organisation));
        json_array_append_new(list, person);
    }
    return list;
}

static json_t *place(struct str called, struct str code)
{
    json_t *object = typed("AdministrativeArea", called), *id = typed("PropertyValue", STR_NONE);
    json_object_set_new(id, "propertyID", json_string("GB/T 2260"));
    put(id, "value", code);
    json_object_set_new(object, "identifier", id);
    return object;
}

static json_t *places(struct arena *scratch, const struct story *story)
{
    json_t *list = json_array();
    for (size_t i = 0; i < story->counties.len; i++) {
        const struct county *county = story->counties.at[i].county;
        json_array_append_new(list, place(county_called(scratch, county), county->code));
    }
    for (size_t i = 0; i < story->regions.len; i++) {
        const struct story_region *region = &story->regions.at[i];
        json_array_append_new(list, place(region_called(scratch, region), region_code(region)));
    }
    return list;
}

static json_t *sections(const struct story *story)
{
    json_t *list = json_array();
    for (size_t i = 0; i < story->topics.len; i++)
        json_array_append_new(list, text(story->topics.at[i].topic->label));
    return list;
}

static json_t *newspaper(const struct page_facts *facts)
{
    json_t *paper = typed("Newspaper", facts->publication);
    put(paper, "issn", facts->issn);
    if (facts->publisher.len)
        json_object_set_new(paper, "publisher", typed("Organization", facts->publisher));
    return paper;
}

static json_t *article(struct arena *scratch, const struct story_view *view, struct str title)
{
    const struct story *story = view->entry->story;
    const struct page_facts *facts = facts_of(view);
    json_t *object = typed("NewsArticle", STR_NONE);
    json_object_set_new(object, "@context", json_string("https://schema.org"));
    put(object, "headline", title);
    put(object, "alternativeHeadline", story->subtitle);
    put_list(object, "author", people(story, false));
    put_list(object, "editor", people(story, true));
    put(object, "datePublished", stated_date(scratch, view));
    put(object, "temporal", uncertain_date(scratch, view));
    put(object, "dateline", story->dateline);
    put(object, "printPage", facts->number);
    put(object, "printEdition", facts->name);
    if (facts->publication.len)
        json_object_set_new(object, "isPartOf", newspaper(facts));
    put_list(object, "contentLocation", places(scratch, story));
    put_list(object, "articleSection", sections(story));
    put(object, "inLanguage", facts->language.len ? facts->language : view->site->config->language);
    put(object, "identifier", story->id);
    put(object, "url", url_of(scratch, view));
    put(object, "copyrightNotice", facts->rights);
    return object;
}

struct value story_json_ld(struct arena *scratch, const struct story_view *view, struct str title)
{
    json_t *object = article(scratch, view, title);
    char *json = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(object);
    if (!json)
        die("out of memory");
    struct buf html = {0};
    buf_str(&html, STR("<script type=\"application/ld+json\">"));
    struct str made = str_of(json);
    for (struct utf8 c = utf8_first(made); c.len; c = utf8_next(made, c)) {
        if (c.code == '<' || c.code == '>' || c.code == '&' || utf8_is_forbidden(c.code))
            json_escape(&html, c.code); /* nothing in it may end the element, or be in no HTML */
        else
            buf_add(&html, made.ptr + c.at, c.len);
    }
    buf_str(&html, STR("</script>"));
    free(json);
    struct str kept = str_dup(scratch, buf_view(&html));
    buf_clear(&html);
    return value_html(kept);
}
