/* SPDX-License-Identifier: MIT */
#include "site/pairs.h"

#include "search/index.h"
#include "site/publish/publish.h"
#include "site/sum.h"

struct putting {
    struct arena *keep;
    const struct map *before; /* path → struct stamp */
    const struct pairs_store *store;
    struct stage *stage;
    struct made *made;
};

static bool put(void *context, struct str path, struct str bytes)
{
    const struct putting *putting = context;
    return publish_put(putting->stage, path, bytes);
}

static bool keep_file(void *context, struct str path, uint64_t stamp)
{
    const struct putting *putting = context;
    const struct stamp *before = map_get(putting->before, path);
    vec_push(putting->keep, &putting->made->stamps,
             (struct stamp){.path = str_dup(putting->keep, path), .hash = stamp});
    return before && before->hash == stamp && publish_keep(putting->stage, path);
}

static void store_bytes(void *context, struct str bytes)
{
    const struct pairs_store *store = ((const struct putting *)context)->store;
    if (store->add)
        store->add(store->context, bytes);
}

static int more_bytes(void *context, struct buf *out)
{
    const struct pairs_store *store = ((const struct putting *)context)->store;
    return store->more(store->context, out);
}

/* A story's text is its page's, and its place there. */
static uint64_t story_made_of(const struct entry *entry)
{
    struct sum sum = {0};
    sum_add_stamp(&sum, entry->page->page->made_of);
    sum_add(&sum, entry->place);
    return sum_stamp(&sum);
}

static uint64_t *numbers_of(struct arena *scratch, const struct search_docs *docs)
{
    uint64_t *numbers = ARENA_ARRAY(scratch, uint64_t, docs->len);
    for (size_t i = 0; i < docs->len; i++)
        numbers[i] = docs->at[i].made_of;
    return numbers;
}

bool pairs_put(struct arena *keep, const struct site *site, const struct made *before,
               const struct map *stamps, const struct pairs_store *store, struct stage *stage,
               struct made *made)
{
    struct arena scratch = {0};
    struct putting putting = {keep, stamps, store, stage, made};
    const struct entries *entries = &site->archive->entries;
    for (size_t i = 0; i < entries->len; i++)
        vec_push(keep, &made->docs, (struct search_doc){story_made_of(entries->at[i])});
    const struct search_known known = {
        .docs = numbers_of(&scratch, &made->docs),
        .old_docs = before ? numbers_of(&scratch, &before->docs) : NULL,
        .old_len = before ? before->docs.len : 0,
        .more = before && store->more ? more_bytes : NULL,
        .keep = keep_file,
        .store = store_bytes,
    };
    bool damaged = false, good = search_pairs(site->archive, &known, put, &putting, &damaged);
    if (damaged)
        store->damaged(store->context);
    arena_clear(&scratch);
    return good;
}
