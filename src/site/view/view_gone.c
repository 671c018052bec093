/* SPDX-License-Identifier: MIT */
#include "site/view/view.h"

#include "base/file.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/link.h"

static struct str title(const struct view *view)
{
    return strings_get(view->site->strings, "gone");
}

static struct str id_of(const struct view *view)
{
    struct str file = path_base(view->output->path);
    return str_slice(file, 0, file.len - strlen(".html"));
}

static struct str description(struct arena *scratch, const struct view *view)
{
    return strings_fill(scratch, view->site->strings, "gone-deck", {"id", id_of(view)});
}

static struct value crumbs(struct arena *scratch, const struct view *view)
{
    struct links *way = crumbs_new(scratch, view->site->strings);
    links_add(scratch, way, title(view), STR_NONE);
    return links_value(scratch, way);
}

FIELD(get_title, view, value_string(title(view)))
FIELD(get_description, view, value_string(description(scratch, view)))
FIELD(get_crumbs, view, crumbs(scratch, view))
FIELD(get_id, view, value_string(id_of(view)))
FIELD(get_ways, view, indexes_value(scratch, view))

static const struct value_field fields[] = {
    {"title", "that the story is gone", get_title},
    {"description", "the same with its id, and what may have happened", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"id", "of the story that was there", get_id},
    {"ways", "the indexes, each with name, href and count", get_ways},
    {0},
};

const struct value_type gone_type = {.name = "gone", .fields = fields};

struct value gone_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&gone_type, view);
}
