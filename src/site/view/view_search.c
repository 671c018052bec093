/* SPDX-License-Identifier: MIT */
#include "site/view/view_search.h"

#include "site/config.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/link.h"
#include "site/view/sentence.h"

static struct run index_run(const struct view *view, const char *key, const char *path)
{
    return (struct run){.text = strings_get(view->site->strings, key), .href = str_of(path)};
}

/* How else to find things. */
static struct value without(struct arena *scratch, const struct view *view)
{
    struct sentence *said = ARENA_NEW(scratch, struct sentence);
    sentence_say(scratch, said, view->site->strings, "search-without",
                 {"counties", index_run(view, "counties", "counties/index.html")},
                 {"topics", index_run(view, "topics", "topics/index.html")},
                 {"people", index_run(view, "people", "people/index.html")},
                 {"dates", index_run(view, "dates", "dates/index.html")});
    return sentence_value(scratch, said);
}

/* The window's title, with {q} for what is asked for. */
static struct value window(struct arena *scratch, const struct view *view)
{
    const struct strings *strings = view->site->strings;
    struct str title = str_format(scratch, "%.*s：{q}", STR_FMT(strings_get(strings, "search")));
    return value_string(strings_fill(scratch, strings, "title", {"title", title},
                                     {"site", view->site->config->title}));
}

FIELD(get_title, view, value_string(strings_get(view->site->strings, "search")))
FIELD(get_description, view, value_string(strings_get(view->site->strings, "search-label")))
FIELD(get_crumbs, view, crumbs_to_index(scratch, view->site->strings, "search"))
FIELD(get_without, view, without(scratch, view))
FIELD(get_window, view, window(scratch, view))

static const struct value_field search_fields[] = {
    {"title", "that it is the search", get_title},
    {"description", "what is searched", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"without", "how to find things without a script, as runs", get_without},
    {"window", "the window's title, with {q} in the place of what is asked for", get_window},
    {0},
};

const struct value_type search_type = {.name = "search", .fields = search_fields};

struct value search_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&search_type, view);
}
