/* SPDX-License-Identifier: MIT */
#include "archive/topic_words.h"

#include "base/map.h"

#include <pthread.h>

struct word_pool {
    struct arena *keep;
    struct map words; /* text → struct str */
    pthread_mutex_t lock;
};

struct word_pool *word_pool_new(struct arena *keep)
{
    struct word_pool *pool = ARENA_NEW(keep, struct word_pool);
    pool->keep = keep;
    pthread_mutex_init(&pool->lock, NULL);
    return pool;
}

static const struct str *word_of(struct word_pool *pool, struct str text)
{
    struct str *word = map_get(&pool->words, text);
    if (!word) {
        word = ARENA_NEW(pool->keep, struct str);
        *word = str_dup(pool->keep, text);
        *map_at(pool->keep, &pool->words, *word) = word;
    }
    return word;
}

struct topic_words topic_words_of(struct arena *keep, struct word_pool *pool,
                                  const struct evidences *evidence)
{
    struct topic_words words = {ARENA_ARRAY(keep, const struct str *, evidence->len), 0};
    pthread_mutex_lock(&pool->lock);
    for (size_t i = 0; i < evidence->len; i++)
        if (evidence->at[i].text.len)
            words.at[words.len++] = word_of(pool, evidence->at[i].text);
    pthread_mutex_unlock(&pool->lock);
    return words;
}
