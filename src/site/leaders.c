/* SPDX-License-Identifier: MIT */
#include "site/leaders.h"
#include "base/map.h"
#include "base/vec.h"
#include "site/field.h"
#include "site/paths.h"

#include <stdlib.h>

/* Things that occur, by key: how often, and in which order they first did. */
struct tally_item {
    const void *what;
    size_t count, order;
};

struct tally {
    struct arena *keep;
    struct map by_key;
    struct {
        struct tally_item **at;
        size_t len, cap;
    } items;
};

static void tally_add(struct tally *tally, struct str key, const void *what)
{
    void **slot = map_at(tally->keep, &tally->by_key, key);
    if (!*slot) {
        struct tally_item *item = ARENA_NEW(tally->keep, struct tally_item);
        *item = (struct tally_item){.what = what, .order = tally->items.len};
        vec_push(tally->keep, &tally->items, item);
        *slot = item;
    }
    ((struct tally_item *)*slot)->count++;
}

static int most_first(const void *a, const void *b)
{
    const struct tally_item *x = *(struct tally_item *const *)a;
    const struct tally_item *y = *(struct tally_item *const *)b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return (x->order > y->order) - (x->order < y->order);
}

/* The tally, sorted, as leaders; LEADER says how a thing is named and where it leads. */
static struct leaders tally_leaders(struct tally *tally,
                                    struct leader (*leader)(struct arena *keep, const void *what))
{
    struct leaders leaders = {0};
    if (tally->items.len)
        qsort(tally->items.at, tally->items.len, sizeof *tally->items.at, most_first);
    for (size_t i = 0; i < tally->items.len; i++) {
        struct leader made = leader(tally->keep, tally->items.at[i]->what);
        made.count = tally->items.at[i]->count;
        vec_push(tally->keep, &leaders, made);
    }
    return leaders;
}

static struct leader topic_leader(struct arena *keep, const void *what)
{
    const struct topic *topic = what;
    return (struct leader){.name = topic->label, .href = path_topic(keep, topic)};
}

static struct leader county_leader(struct arena *keep, const void *what)
{
    const struct county *county = what;
    return (struct leader){.name = county->name, .href = path_county(keep, county)};
}

static struct leader person_leader(struct arena *keep, const void *what)
{
    const struct person *person = what;
    return (struct leader){.name = person->name, .href = path_person(keep, person)};
}

struct leaders leaders_topics(struct arena *keep, const struct entries *entries,
                              const struct topic *except)
{
    struct tally tally = {.keep = keep};
    for (size_t i = 0; i < entries->len; i++) {
        const struct story_topics *topics = &entries->at[i]->story->topics;
        for (size_t k = 0; k < topics->len; k++) {
            if (topics->at[k].topic != except)
                tally_add(&tally, topics->at[k].topic->id, topics->at[k].topic);
        }
    }
    return tally_leaders(&tally, topic_leader);
}

struct leaders leaders_counties(struct arena *keep, const struct entries *entries,
                                const struct county *except)
{
    struct tally tally = {.keep = keep};
    for (size_t i = 0; i < entries->len; i++) {
        const struct story_counties *counties = &entries->at[i]->story->counties;
        for (size_t k = 0; k < counties->len; k++) {
            if (counties->at[k].county != except)
                tally_add(&tally, counties->at[k].county->code, counties->at[k].county);
        }
    }
    return tally_leaders(&tally, county_leader);
}

static bool signed_before(const struct bylines *bylines, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (str_eq(bylines->at[k].name, bylines->at[i].name))
            return true;
    }
    return false;
}

struct leaders leaders_people(struct arena *keep, const struct archive *archive,
                              const struct entries *entries, const struct person *except)
{
    struct tally tally = {.keep = keep};
    for (size_t i = 0; i < entries->len; i++) {
        const struct bylines *bylines = &entries->at[i]->story->bylines;
        for (size_t k = 0; k < bylines->len; k++) {
            const struct person *person = map_get(&archive->by_person, bylines->at[k].name);
            if (person != except && !signed_before(bylines, k))
                tally_add(&tally, person->name, person);
        }
    }
    return tally_leaders(&tally, person_leader);
}

struct leaders leaders_first(struct leaders leaders, size_t max)
{
    if (leaders.len > max)
        leaders.len = max;
    return leaders;
}

FIELD(leader_name, leader, value_string(view->name))
FIELD(leader_href, leader, value_string(view->href))
FIELD(leader_count, leader, value_size(view->count))

static const struct value_field leader_fields[] = {
    {"name", "of a county, topic or person", leader_name},
    {"href", "its file below public/", leader_href},
    {"count", "how many stories it has here", leader_count},
    {0},
};

const struct value_type leader_type = {.name = "leader", .fields = leader_fields};

struct value leaders_value(struct arena *scratch, const struct leaders *leaders)
{
    return value_vec(scratch, &leader_type, leaders);
}
