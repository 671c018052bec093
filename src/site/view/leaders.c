/* SPDX-License-Identifier: MIT */
#include "site/view/leaders.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "enrich/region.h"
#include "site/paths.h"
#include "site/view/field.h"

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

static struct leader region_leader(struct arena *keep, const void *what)
{
    const struct story_region *region = what;
    return (struct leader){.name = region_name(region),
                           .href = path_region(keep, region_code(region))};
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

static int more_stories(const void *a, const void *b)
{
    const struct leader *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return str_cmp(x->href, y->href);
}

/* Counts the counties of STORY that lie in PREFECTURE, or in PROVINCE where that is NULL; all where
   both are. */
static void tally_counties(struct tally *tally, const struct story *story,
                           const struct prefecture *prefecture, const struct province *province)
{
    for (size_t k = 0; k < story->counties.len; k++) {
        const struct county *county = story->counties.at[k].county;
        if ((!prefecture || county->prefecture == prefecture) &&
            (!province || county->prefecture->province == province))
            tally_add(tally, county->code, county);
    }
}

struct leaders leaders_counties(struct arena *keep, const struct entries *entries,
                                const struct prefecture *prefecture,
                                const struct province *province)
{
    struct tally tally = {.keep = keep};
    for (size_t i = 0; i < entries->len; i++)
        tally_counties(&tally, entries->at[i]->story, prefecture, province);
    return tally_leaders(&tally, county_leader);
}

struct leaders leaders_places(struct arena *keep, const struct entries *entries)
{
    struct tally counties = {.keep = keep}, regions = {.keep = keep};
    for (size_t i = 0; i < entries->len; i++) {
        const struct story *story = entries->at[i]->story;
        tally_counties(&counties, story, NULL, NULL);
        for (size_t k = 0; k < story->regions.len; k++)
            tally_add(&regions, region_code(&story->regions.at[k]), &story->regions.at[k]);
    }
    struct leaders places = tally_leaders(&counties, county_leader);
    struct leaders wide = tally_leaders(&regions, region_leader);
    for (size_t i = 0; i < wide.len; i++)
        vec_push(keep, &places, wide.at[i]);
    if (places.len)
        qsort(places.at, places.len, sizeof *places.at, more_stories);
    return places;
}

static bool signed_before(const struct bylines *bylines, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (str_eq(byline_form(&bylines->at[k]), byline_form(&bylines->at[i])))
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
            const struct person *person = archive_person(archive, &bylines->at[k]);
            if (person != except && !signed_before(bylines, k))
                tally_add(&tally, person->form, person);
        }
    }
    return tally_leaders(&tally, person_leader);
}

struct leaders leaders_bodies(struct arena *keep, const struct archive *archive,
                              const struct person *person)
{
    struct tally tally = {.keep = keep};
    for (size_t i = 0; i < person->entries.len; i++) {
        const struct byline *byline = person_byline(person, person->entries.at[i]);
        const struct person *body = byline ? archive_body(archive, byline) : NULL;
        if (body && body != person)
            tally_add(&tally, body->form, body);
    }
    return tally_leaders(&tally, person_leader);
}

struct leaders leaders_members(struct arena *keep, const struct archive *archive,
                               const struct person *body)
{
    struct tally tally = {.keep = keep};
    for (size_t i = 0; i < body->entries.len; i++) {
        const struct bylines *bylines = &body->entries.at[i]->story->bylines;
        for (size_t k = 0; k < bylines->len; k++) {
            const struct person *person = archive_person(archive, &bylines->at[k]);
            if (archive_body(archive, &bylines->at[k]) == body && !signed_before(bylines, k))
                tally_add(&tally, person->form, person);
        }
    }
    return tally_leaders(&tally, person_leader);
}

static bool counted_before(const struct topic_words *words, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (words->at[k] == words->at[i])
            return true;
    return false;
}

static struct leader word_leader(struct arena *keep, const void *what)
{
    (void)keep;
    const struct str *word = what;
    return (struct leader){.name = *word};
}

struct leaders leaders_evidence(struct arena *keep, const struct topic_index *index)
{
    struct tally tally = {.keep = keep};
    for (size_t i = 0; i < index->entries.len; i++) {
        const struct story_topics *topics = &index->entries.at[i]->story->topics;
        for (size_t k = 0; k < topics->len; k++) {
            const struct topic_words *words = &topics->at[k].words;
            if (topics->at[k].topic != index->topic)
                continue;
            for (size_t w = 0; w < words->len; w++)
                if (!counted_before(words, w))
                    tally_add(&tally, *words->at[w], words->at[w]);
        }
    }
    return tally_leaders(&tally, word_leader);
}

struct str topic_label(const struct strings *strings, const struct topic *topic)
{
    return topic ? topic->label : strings_get(strings, "topic-other");
}

struct leader leader_of_topic(struct arena *keep, const struct strings *strings,
                              const struct topic_index *index)
{
    return (struct leader){topic_label(strings, index->topic), path_topic(keep, index->topic),
                           index->entries.len};
}

struct leaders leaders_all_topics(struct arena *keep, const struct strings *strings,
                                  const struct archive *archive)
{
    struct leaders leaders = {0};
    for (size_t i = 0; i < archive->topics.len; i++)
        vec_push(keep, &leaders, leader_of_topic(keep, strings, archive->topics.at[i]));
    return leaders;
}

struct str region_level(struct str name)
{
    return str_slice(name, utf8_last(name).at, name.len);
}

struct leader leader_of_whole(struct arena *keep, const struct strings *strings, struct str name,
                              struct str code, const struct entries *whole)
{
    struct str said =
        strings_fill(keep, strings, "whole", {"name", name}, {"level", region_level(name)});
    return (struct leader){said, path_whole(keep, code), whole->len};
}

struct leaders leaders_of_prefecture(struct arena *keep, const struct strings *strings,
                                     const struct prefecture_index *prefecture)
{
    struct leaders leaders = {0};
    for (size_t i = 0; i < prefecture->counties.len; i++) {
        const struct county_index *index = prefecture->counties.at[i];
        struct leader leader = county_leader(keep, index->county);
        leader.count = index->entries.len;
        vec_push(keep, &leaders, leader);
    }
    if (has_whole(&prefecture->whole, &prefecture->entries))
        vec_push(keep, &leaders,
                 leader_of_whole(keep, strings, prefecture->prefecture->name,
                                 prefecture->prefecture->code, &prefecture->whole));
    return leaders;
}

struct leaders leaders_all_people(struct arena *keep, const struct archive *archive)
{
    struct leaders leaders = {0};
    for (size_t i = 0; i < archive->people.len; i++) {
        const struct person *person = archive->people.at[i];
        if (person->names.len == 0) /* a body that only its people sign for */
            continue;
        struct leader leader = person_leader(keep, person);
        leader.count = person->entries.len;
        vec_push(keep, &leaders, leader);
    }
    if (leaders.len)
        qsort(leaders.at, leaders.len, sizeof *leaders.at, more_stories);
    return leaders;
}

struct leaders leaders_crossed(struct arena *keep, struct leaders leaders, struct str with,
                               const char *facet)
{
    struct leaders crossed = {0};
    for (size_t i = 0; i < leaders.len; i++) {
        struct leader leader = leaders.at[i];
        struct str id = leader.href, folder = str_cut(&id, '/'), end = STR(".html");
        id.len -= str_ends(id, end) ? end.len : 0;
        if (folder.len && !str_ends(id, STR("00")) && !str_eq(id, STR(TOPIC_OTHER)))
            leader.href =
                str_format(keep, "search.html?%.*s&%s=%.*s", STR_FMT(with), facet, STR_FMT(id));
        vec_push(keep, &crossed, leader);
    }
    return crossed;
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
