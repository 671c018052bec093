/* SPDX-License-Identifier: MIT */
#include "site/view/view_topics.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/link.h"

static struct value deck(struct arena *scratch, const struct view *view)
{
    const struct site *site = view->site;
    const struct topic_indexes *topics = &site->archive->topics;
    if (topics->len == 0)
        return value_string(strings_get(site->strings, "none-yet"));
    return value_string(
        strings_count(scratch, site->strings, "topics-deck", archive_topics_named(site->archive)));
}

/* Topics under one heading. */
struct topic_group {
    struct str name; /* empty: those that topics.yaml puts in no group */
    struct leaders topics;
};

struct topic_groups VEC_OF(struct topic_group);

FIELD(group_name, topic_group, value_text(view->name))
FIELD(group_topics, topic_group, leaders_value(scratch, &view->topics))

static const struct value_field group_fields[] = {
    {"name", "the heading; nothing for topics without a group", group_name},
    {"topics", "with counts, most first", group_topics},
    {0},
};

const struct value_type topic_group_type = {.name = "topic group", .fields = group_fields};

static struct topic_group *group_of(struct arena *scratch, struct topic_groups *groups,
                                    struct str name)
{
    for (size_t i = 0; i < groups->len; i++) {
        if (str_eq(groups->at[i].name, name))
            return &groups->at[i];
    }
    vec_push(scratch, groups, (struct topic_group){.name = name});
    return &groups->at[groups->len - 1];
}

/* The groups in the order of topics.yaml, and last what is in none. */
static struct value groups(struct arena *scratch, const struct view *view)
{
    const struct archive *archive = view->site->archive;
    const struct topics *topics = archive->reference->topics;
    struct topic_groups *groups = ARENA_NEW(scratch, struct topic_groups);
    for (size_t i = 0; i < topics->len; i++) {
        if (topics->at[i].group.len && map_get(&archive->by_topic, topics->at[i].id))
            group_of(scratch, groups, topics->at[i].group);
    }
    for (size_t i = 0; i < archive->topics.len; i++) {
        const struct topic_index *index = archive->topics.at[i];
        struct str name = index->topic ? index->topic->group : STR_NONE;
        struct topic_group *group = group_of(scratch, groups, name);
        vec_push(scratch, &group->topics, leader_of_topic(scratch, view->site->strings, index));
    }
    return value_vec(scratch, &topic_group_type, groups);
}

FIELD(get_title, view, value_string(strings_get(view->site->strings, "topics")))
FIELD(get_deck, view, deck(scratch, view))
FIELD(get_crumbs, view, crumbs_to_index(scratch, view->site->strings, "topics"))
FIELD(get_groups, view, groups(scratch, view))

static const struct value_field topics_fields[] = {
    {"title", "that it is the topics", get_title},
    {"description", "the deck", get_deck},
    {"crumbs", "the way from the front page", get_crumbs},
    {"deck", "how many topics, and how a story comes by them", get_deck},
    {"groups", "all topics that have stories, in the groups of topics.yaml", get_groups},
    {0},
};

const struct value_type topics_type = {.name = "topics", .fields = topics_fields};

struct value topics_subject(struct arena *scratch, const struct view *view)
{
    (void)scratch;
    return value_object(&topics_type, view);
}
