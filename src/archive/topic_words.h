/* SPDX-License-Identifier: MIT */
/* The words that the topics of an archive's stories were found by, each kept once. */
#ifndef ARCHIVE_TOPIC_WORDS_H
#define ARCHIVE_TOPIC_WORDS_H

#include "story/story.h"

struct word_pool;

/* A pool for words, in KEEP, which nobody else takes from while words are added. */
struct word_pool *word_pool_new(struct arena *keep);

/* The words of EVIDENCE, those without text left out: the list in KEEP, they in POOL. Of many
   threads, each with a KEEP of its own. */
struct topic_words topic_words_of(struct arena *keep, struct word_pool *pool,
                                  const struct evidences *evidence);

#endif
