/* SPDX-License-Identifier: MIT */
#include "site/view/view.h"

#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/link.h"

static struct str message(const struct view *view, const char *key)
{
    return strings_get(view->site->strings, key);
}

static struct value crumbs(struct arena *scratch, const struct view *view)
{
    struct links *way = crumbs_new(scratch, view->site->strings);
    links_add(scratch, way, message(view, "not-found"), STR_NONE);
    return links_value(scratch, way);
}

struct value indexes_value(struct arena *scratch, const struct view *view)
{
    const struct archive *archive = view->site->archive;
    const struct leader all[] = {
        {message(view, "counties"), STR("counties/index.html"), archive->counties_len},
        {message(view, "topics"), STR("topics/index.html"), archive_topics_named(archive)},
        {message(view, "people"), STR("people/index.html"), archive->people.len},
        {message(view, "dates"), STR("dates/index.html"), archive->years.len},
    };
    struct leaders *leaders = ARENA_NEW(scratch, struct leaders);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        vec_push(scratch, leaders, all[i]);
    return leaders_value(scratch, leaders);
}

FIELD(get_title, view, value_string(message(view, "not-found")))
FIELD(get_description, view, value_string(message(view, "not-found-deck")))
FIELD(get_crumbs, view, crumbs(scratch, view))
FIELD(get_ways, view, indexes_value(scratch, view))

static const struct value_field fields[] = {
    {"title", "that there is no such page", get_title},
    {"description", "what may have happened", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"ways", "the indexes, each with name, href and count", get_ways},
    {0},
};

const struct value_type not_found_type = {.name = "not_found", .fields = fields};

struct value not_found_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&not_found_type, view);
}
