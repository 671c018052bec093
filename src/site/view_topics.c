/* SPDX-License-Identifier: MIT */
#include "site/view_topics.h"
#include "site/field.h"
#include "site/leaders.h"
#include "site/link.h"

static struct value deck(struct arena *scratch, const struct view *view)
{
    const struct site *site = view->site;
    const struct topic_indexes *topics = &site->archive->topics;
    if (topics->len == 0)
        return value_string(strings_get(site->strings, "none-yet"));
    size_t count = 0;
    for (size_t i = 0; i < topics->len; i++)
        count += topics->at[i]->topic != NULL;
    return value_string(strings_fill(scratch, site->strings, "topics-deck",
                                     {"n", str_format(scratch, "%zu", count)}));
}

static struct value leaders(struct arena *scratch, const struct view *view)
{
    struct leaders *all = ARENA_NEW(scratch, struct leaders);
    *all = leaders_all_topics(scratch, view->site->strings, view->site->archive);
    return leaders_value(scratch, all);
}

FIELD(get_title, view, value_string(strings_get(view->site->strings, "topics")))
FIELD(get_deck, view, deck(scratch, view))
FIELD(get_crumbs, view, crumbs_to_index(scratch, view->site->strings, "topics"))
FIELD(get_leaders, view, leaders(scratch, view))

static const struct value_field topics_fields[] = {
    {"title", "that it is the topics", get_title},
    {"description", "the deck", get_deck},
    {"crumbs", "the way from the front page", get_crumbs},
    {"deck", "how many topics, and how a story comes by them", get_deck},
    {"leaders", "all topics that have stories, most first, 其他 last", get_leaders},
    {0},
};

const struct value_type topics_type = {.name = "topics", .fields = topics_fields};

struct value topics_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&topics_type, view);
}
