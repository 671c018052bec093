/* SPDX-License-Identifier: MIT */
#include "site/view/link.h"

#include "site/paths.h"
#include "site/view/field.h"

void links_add(struct arena *scratch, struct links *links, struct str text, struct str href)
{
    vec_push(scratch, links, (struct link){.text = text, .href = href});
}

struct links *crumbs_new(struct arena *scratch, const struct strings *strings)
{
    struct links *crumbs = ARENA_NEW(scratch, struct links);
    links_add(scratch, crumbs, strings_get(strings, "home"), STR("index.html"));
    return crumbs;
}

struct links *crumbs_past_index(struct arena *scratch, const struct strings *strings,
                                const char *key)
{
    struct links *crumbs = crumbs_new(scratch, strings);
    links_add(scratch, crumbs, strings_get(strings, key), path_index(scratch, key));
    return crumbs;
}

struct value crumbs_to_index(struct arena *scratch, const struct strings *strings, const char *key)
{
    struct links *crumbs = crumbs_new(scratch, strings);
    links_add(scratch, crumbs, strings_get(strings, key), STR_NONE);
    return links_value(scratch, crumbs);
}

void crumbs_add_places(struct arena *scratch, struct links *crumbs,
                       const struct prefecture *prefecture)
{
    const struct province *province = prefecture->province;
    links_add(scratch, crumbs, province->name, path_region(scratch, province->code));
    if (prefecture->name.len)
        links_add(scratch, crumbs, prefecture->name, path_region(scratch, prefecture->code));
}

FIELD(link_text, link, value_string(view->text))
FIELD(link_href, link, value_text(view->href))
FIELD(link_here, link, value_bool(view->here))

static const struct value_field link_fields[] = {
    {"text", "its words", link_text},
    {"href", "where it leads, below public/; nothing for the page itself", link_href},
    {"here", "whether it leads to the page, or the section, that is shown", link_here},
    {0},
};

const struct value_type link_type = {.name = "link", .fields = link_fields};

struct value links_value(struct arena *scratch, const struct links *links)
{
    return value_vec(scratch, &link_type, links);
}
