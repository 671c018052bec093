/* SPDX-License-Identifier: MIT */
#include "site/view/view_editorial.h"

#include "site/editorial/editorial.h"
#include "site/view/field.h"
#include "site/view/link.h"

static const struct editorial *editorial_in(const struct view *view)
{
    return view->output->subject;
}

static struct value crumbs_value(struct arena *scratch, const struct view *view)
{
    struct links *way = crumbs_new(scratch, view->site->strings);
    links_add(scratch, way, editorial_in(view)->nav, STR_NONE);
    return links_value(scratch, way);
}

FIELD(get_title, view, value_string(editorial_in(view)->title))
FIELD(get_description, view, value_text(editorial_in(view)->description))
FIELD(get_crumbs, view, crumbs_value(scratch, view))
FIELD(get_html, view, value_html(editorial_in(view)->html))

static const struct value_field fields[] = {
    {"title", "its title", get_title},
    {"description", "what it is, in a line or two; or nothing", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"html", "all that stands below the title, as HTML", get_html},
    {0},
};

const struct value_type editorial_type = {.name = "editorial", .fields = fields};

struct value editorial_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&editorial_type, view);
}
