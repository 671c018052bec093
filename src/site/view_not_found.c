/* SPDX-License-Identifier: MIT */
#include "site/view.h"

#include "site/field.h"
#include "site/link.h"
#include "site/strings.h"

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

FIELD(get_title, view, value_string(message(view, "not-found")))
FIELD(get_description, view, value_string(message(view, "not-found-deck")))
FIELD(get_crumbs, view, crumbs(scratch, view))

static const struct value_field fields[] = {
    {"title", "that there is no such page", get_title},
    {"description", "what may have happened", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {0},
};

const struct value_type not_found_type = {.name = "not_found", .fields = fields};

struct value not_found_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&not_found_type, view);
}
