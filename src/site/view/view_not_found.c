/* SPDX-License-Identifier: MIT */
#include "site/view/view.h"

#include "base/file.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/link.h"

static struct str message(const struct view *view, const char *key)
{
    return strings_get(view->site->strings, key);
}

static struct value crumbs(struct arena *scratch, const struct view *view, const char *key)
{
    struct links *way = crumbs_new(scratch, view->site->strings);
    links_add(scratch, way, message(view, key), STR_NONE);
    return links_value(scratch, way);
}

/* The indexes, with how much is in them. */
static struct value ways(struct arena *scratch, const struct view *view)
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
FIELD(get_crumbs, view, crumbs(scratch, view, "not-found"))
FIELD(get_ways, view, ways(scratch, view))

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

/* A story that is gone. */

static struct str gone_id(const struct view *view)
{
    struct str file = path_base(view->output->path);
    return str_slice(file, 0, file.len - strlen(".html"));
}

FIELD(gone_title, view, value_string(message(view, "gone")))
FIELD(gone_description, view,
      value_string(strings_fill(scratch, view->site->strings, "gone-deck", {"id", gone_id(view)})))
FIELD(gone_crumbs, view, crumbs(scratch, view, "gone"))
FIELD(gone_get_id, view, value_string(gone_id(view)))

static const struct value_field gone_fields[] = {
    {"title", "that the story is gone", gone_title},
    {"description", "the same with its id, and what may have happened", gone_description},
    {"crumbs", "the way from the front page", gone_crumbs},
    {"id", "of the story that was there", gone_get_id},
    {"ways", "the indexes, each with name, href and count", get_ways},
    {0},
};

const struct value_type gone_type = {.name = "gone", .fields = gone_fields};

struct value gone_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&gone_type, view);
}
