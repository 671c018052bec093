/* SPDX-License-Identifier: MIT */
#include "archive/index.h"

#include <stdlib.h>

/* TOPIC is NULL for 其他. */
static struct topic_index *topic_of(struct archive *archive, const struct topic *topic)
{
    struct str id = topic ? topic->id : STR("other");
    void **slot = map_at(archive->keep, &archive->by_topic, id);
    if (!*slot) {
        struct topic_index *made = ARENA_NEW(archive->keep, struct topic_index);
        made->topic = topic;
        vec_push(archive->keep, &archive->topics, made);
        *slot = made;
    }
    return *slot;
}

static int topic_order(const void *a, const void *b)
{
    const struct topic_index *x = *(struct topic_index *const *)a;
    const struct topic_index *y = *(struct topic_index *const *)b;
    if (!x->topic || !y->topic)
        return !x->topic - !y->topic;
    if (x->entries.len != y->entries.len)
        return x->entries.len < y->entries.len ? 1 : -1;
    return (x->topic->order > y->topic->order) - (x->topic->order < y->topic->order);
}

void index_topics(struct archive *archive)
{
    for (size_t i = 0; i < archive->entries.len; i++) {
        const struct entry *entry = archive->entries.at[i];
        const struct story_topics *topics = &entry->story->topics;
        for (size_t k = 0; k < topics->len; k++)
            vec_push(archive->keep, &topic_of(archive, topics->at[k].topic)->entries, entry);
        if (topics->len == 0)
            vec_push(archive->keep, &topic_of(archive, NULL)->entries, entry);
    }
    if (archive->topics.len)
        qsort(archive->topics.at, archive->topics.len, sizeof *archive->topics.at, topic_order);
}

size_t archive_topics_named(const struct archive *archive)
{
    size_t named = 0;
    for (size_t i = 0; i < archive->topics.len; i++)
        named += archive->topics.at[i]->topic != NULL;
    return named;
}
