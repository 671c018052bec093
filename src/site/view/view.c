/* SPDX-License-Identifier: MIT */
#include "site/view/view.h"

#include "site/config.h"
#include "site/editorial/editorial.h"
#include "site/feeds.h"
#include "site/paths.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/link.h"
#include "site/view/view_site.h"

/* The indexes that every page leads to, in the order of the navigation. */
static const struct {
    enum page_kind index;
    const char *key; /* of its name */
    const char *path;
} sections[] = {
    {PAGE_COUNTIES, "counties", "counties/index.html"},
    {PAGE_TOPICS, "topics", "topics/index.html"},
    {PAGE_PEOPLE, "people", "people/index.html"},
    {PAGE_DATES, "dates", "dates/index.html"},
    {PAGE_SEARCH, "search", "search.html"},
};

const struct view *view_of(struct arena *scratch, const struct site *site,
                           const struct output *output)
{
    struct view *view = ARENA_NEW(scratch, struct view);
    view->site = site;
    view->output = output;
    view->root = str_has(output->path, STR("/")) ? STR("../") : STR("");
    if (output->kind == PAGE_NOT_FOUND && site->config->base_url.len)
        view->root = base_url_path(site->config->base_url); /* a host shows it at any depth */
    view->subject = page_kinds[output->kind].subject(scratch, view);
    return view;
}

static void add_indexes(struct arena *scratch, struct links *nav, const struct view *view)
{
    enum page_kind index = page_kinds[view->output->kind].index;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        vec_push(scratch, nav,
                 (struct link){.text = strings_get(view->site->strings, sections[i].key),
                               .href = str_of(sections[i].path),
                               .here = sections[i].index == index});
}

static void add_editorials(struct arena *scratch, struct links *nav, const struct view *view)
{
    const struct editorials *editorials = view->site->editorials;
    for (size_t i = 0; editorials && i < editorials->len; i++) {
        const struct editorial *editorial = &editorials->at[i];
        vec_push(scratch, nav,
                 (struct link){.text = editorial->nav,
                               .href = editorial->path,
                               .here = view->output->subject == editorial});
    }
}

static struct value nav_value(struct arena *scratch, const struct view *view)
{
    struct links *nav = ARENA_NEW(scratch, struct links);
    add_indexes(scratch, nav, view);
    add_editorials(scratch, nav, view);
    return links_value(scratch, nav);
}

static struct value of_subject(struct arena *scratch, const struct view *view, struct str name)
{
    struct value value = VALUE_NONE;
    value_get(scratch, view->subject, name, &value);
    return value;
}

/* For the window: the page and the site, or the site alone for the front page. */
static struct value head_title(struct arena *scratch, const struct view *view)
{
    struct str site = view->site->config->title;
    struct value title = of_subject(scratch, view, STR("title"));
    if (title.kind != VALUE_STRING || str_eq(title.text, site))
        return value_string(site);
    return value_string(
        strings_fill(scratch, view->site->strings, "title", {"title", title.text}, {"site", site}));
}

/* The feed of what the page lists, or of all; nothing where there are none. */
static struct value feed(struct arena *scratch, const struct view *view)
{
    const struct output *output = view->output;
    if (!view->site->config->base_url.len)
        return VALUE_NONE;
    const struct topic_index *topic = output->kind == PAGE_TOPIC ? output->subject : NULL;
    if (output->kind == PAGE_COUNTY || (topic && topic->topic))
        return value_string(
            feed_path(scratch, path_first_sheet(scratch, output->path, output->sheet)));
    return value_string(STR("feed.xml"));
}

FIELD(root_text, view, strings_value(view->site->strings))
FIELD(root_root, view, value_string(view->root))
FIELD(root_path, view, value_string(view->output->path))
FIELD(root_site, view, site_value(view->site))
FIELD(root_archive, view, archive_value(view->site))
FIELD(root_signs, view, signs_value(scratch, view->site))
FIELD(root_head_title, view, head_title(scratch, view))
FIELD(root_nav, view, nav_value(scratch, view))
FIELD(root_title, view, of_subject(scratch, view, STR("title")))
FIELD(root_description, view, of_subject(scratch, view, STR("description")))
FIELD(root_subjects, view, of_subject(scratch, view, STR("subjects")))
FIELD(root_metas, view, of_subject(scratch, view, STR("metas")))
FIELD(root_feed, view, feed(scratch, view))
FIELD(root_json_ld, view, of_subject(scratch, view, STR("json_ld")))
FIELD(root_crumbs, view, of_subject(scratch, view, STR("crumbs")))

static const struct value_field root_fields[] = {
    {"text", "the site's words: text/KEY is a message of the strings file", root_text},
    {"root", "from the page's folder to the site's root: put it before every href", root_root},
    {"path", "of the page, below public/", root_path},
    {"site", "the site, as site.yaml describes it", root_site},
    {"archive", "how much there is of everything", root_archive},
    {"signs", "how the page's black and red are to be read, a list of runs", root_signs},
    {"nav", "links to the indexes and the editorial pages", root_nav},
    {"title", "of the page", root_title},
    {"head_title", "of the page and the site, for the window", root_head_title},
    {"description", "what the page is, in a line or two; or nothing", root_description},
    {"subjects", "of a story: its topics as IPTC Media Topics, a list of URIs; or nothing",
     root_subjects},
    {"feed", "the Atom feed of what the page lists, else of all stories; nothing without base_url",
     root_feed},
    {"metas", "of a story: Dublin Core and OpenGraph, a list of meta; or nothing", root_metas},
    {"json_ld", "of a story: a script with schema.org's NewsArticle, HTML; or nothing",
     root_json_ld},
    {"crumbs", "links that lead to the page from the front page; the last is the page",
     root_crumbs},
    {0},
};

/* The subject, by the name of the page's kind; the names of other kinds are nothing. */
static bool root_lookup(struct arena *scratch, const void *self, struct str name, struct value *out)
{
    (void)scratch;
    const struct view *view = self;
    for (size_t kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        if (!str_eq(name, str_of(page_kinds[kind].name)))
            continue;
        *out = kind == view->output->kind ? view->subject : VALUE_NONE;
        return true;
    }
    return false;
}

const struct value_type root_type = {.name = "root", .fields = root_fields, .lookup = root_lookup};

struct value view_root(const struct view *view)
{
    return value_object(&root_type, view);
}
