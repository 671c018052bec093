/* SPDX-License-Identifier: MIT */
#include "archive/related.h"

#include "base/pool.h"

#include <stdlib.h>

/* Of the lists that a story is in, so many stories before it and after it are looked at. */
enum { WINDOW = 24, WORDS_MOST = 8 /* words that speak for a story */ };

/* What speaks for a story, and what it must have. */
#define OF_WORD 0.5
static const double of_county = 2, of_main_topic = 2, of_topic = 1, of_person = 1;
static const double words_most = OF_WORD * WORDS_MOST, least = 5;

struct relative {
    const struct entry *entry;
    double score;
};

struct relatives VEC_OF(struct relative);

/* A word that a story's topics were found by, told by a number: one and the same word of two topics
   has two. */
struct told_word {
    uint64_t number;
    size_t times;
};

/* In rising order. */
struct word_numbers {
    struct told_word *at;
    size_t len;
};

struct relating {
    const struct archive *archive;
    struct arena scratch;
    struct word_numbers *words; /* by entry_number() */
};

static struct word_numbers *words_of(const struct relating *relating, const struct entry *entry)
{
    return &relating->words[entry_number(entry)];
}

static int by_number(const void *a, const void *b)
{
    const struct told_word *x = a, *y = b;
    return (x->number > y->number) - (x->number < y->number);
}

/* Makes one of words that are the same and stand next to each other. */
static void count_times(struct word_numbers *words)
{
    size_t kept = 0;
    for (size_t i = 0; i < words->len; i++) {
        if (kept && words->at[kept - 1].number == words->at[i].number)
            words->at[kept - 1].times++;
        else
            words->at[kept++] = words->at[i];
    }
    words->len = kept;
}

static void take_words(struct relating *relating, const struct entry *entry)
{
    const struct story_topics *topics = &entry->story->topics;
    struct word_numbers *words = words_of(relating, entry);
    size_t len = 0;
    for (size_t i = 0; i < topics->len; i++)
        len += topics->at[i].words.len;
    words->at = ARENA_ARRAY(&relating->scratch, struct told_word, len);
    for (size_t i = 0; i < topics->len; i++) {
        uint64_t topic = str_hash(topics->at[i].topic->id);
        for (size_t k = 0; k < topics->at[i].words.len; k++)
            words->at[words->len++] =
                (struct told_word){(uintptr_t)topics->at[i].words.at[k] ^ topic, 1};
    }
    if (len)
        qsort(words->at, len, sizeof *words->at, by_number);
    count_times(words);
}

static void take_all_words(struct relating *relating)
{
    const struct archive *archive = relating->archive;
    relating->words = ARENA_ARRAY(&relating->scratch, struct word_numbers, archive->entries.len);
    for (size_t i = 0; i < archive->entries.len; i++)
        take_words(relating, archive->entries.at[i]);
}

static bool share_county(const struct story *a, const struct story *b)
{
    for (size_t i = 0; i < a->counties.len; i++)
        for (size_t k = 0; k < b->counties.len; k++)
            if (a->counties.at[i].county == b->counties.at[k].county)
                return true;
    return false;
}

static bool share_person(const struct story *a, const struct story *b)
{
    for (size_t i = 0; i < a->bylines.len; i++)
        for (size_t k = 0; k < b->bylines.len; k++)
            if (str_eq(a->bylines.at[i].name, b->bylines.at[k].name))
                return true;
    return false;
}

/* What speaks for B but the words. */
static double filed_score(const struct story *a, const struct story *b)
{
    double score = (share_county(a, b) ? of_county : 0) + (share_person(a, b) ? of_person : 0);
    for (size_t i = 0; i < a->topics.len; i++)
        for (size_t k = 0; k < b->topics.len; k++)
            if (a->topics.at[i].topic == b->topics.at[k].topic)
                score += i + k == 0 ? of_main_topic : of_topic;
    return score;
}

/* How many words of topics both have, each as often as in both together, or MOST. It goes from one
   to the next without branches, which could not be foreseen. */
static size_t words_shared(const struct word_numbers *a, const struct word_numbers *b, size_t most)
{
    size_t count = 0, i = 0, k = 0;
    while (i < a->len && k < b->len && count < most) {
        const struct told_word x = a->at[i], y = b->at[k];
        count += (x.number == y.number) * x.times * y.times;
        i += x.number <= y.number;
        k += y.number <= x.number;
    }
    return count < most ? count : most;
}

static double words_score(const struct relating *relating, const struct entry *a,
                          const struct entry *b)
{
    return OF_WORD * (double)words_shared(words_of(relating, a), words_of(relating, b), WORDS_MOST);
}

/* Above what a story must score to be one of the best. */
static double bar(const struct relatives *relatives)
{
    return relatives->len == RELATED_MOST ? relatives->at[RELATED_MOST - 1].score : 0;
}

/* Puts a story among the RELATIVES, best first, if it is one of the best and not there yet. */
static void consider(const struct relating *relating, struct relatives *relatives,
                     const struct entry *entry, const struct entry *other)
{
    if (other == entry || other == entry->continues || other == entry->continued_from ||
        (other->printings && other->printings == entry->printings))
        return;
    for (size_t i = 0; i < relatives->len; i++)
        if (relatives->at[i].entry == other)
            return;
    double filed = filed_score(entry->story, other->story);
    if (filed + words_most < least || filed + words_most <= bar(relatives))
        return;
    double score = filed + words_score(relating, entry, other);
    size_t at = relatives->len;
    while (at > 0 && relatives->at[at - 1].score < score)
        at--;
    if (score < least || at == RELATED_MOST)
        return;
    size_t len = relatives->len < RELATED_MOST ? relatives->len + 1 : RELATED_MOST;
    for (size_t i = len - 1; i > at; i--)
        relatives->at[i] = relatives->at[i - 1];
    relatives->at[at] = (struct relative){other, score};
    relatives->len = len;
}

/* The nearest first, so that of equals these are taken. */
static void consider_near(const struct relating *relating, struct relatives *relatives,
                          const struct entry *entry, const struct entries *entries)
{
    size_t at = entries_find(entries, entry);
    for (size_t by = 1; by <= WINDOW; by++) {
        if (at + by < entries->len)
            consider(relating, relatives, entry, entries->at[at + by]);
        if (by <= at)
            consider(relating, relatives, entry, entries->at[at - by]);
    }
}

/* Their room is there already. */
static void find(const struct relating *relating, struct entry *entry)
{
    const struct archive *archive = relating->archive;
    struct relative room[RELATED_MOST];
    struct relatives relatives = {.at = room, .cap = RELATED_MOST};
    const struct story *story = entry->story;
    for (size_t i = 0; i < story->counties.len; i++) {
        const struct county_index *index =
            map_get(&archive->by_division, story->counties.at[i].county->code);
        if (index)
            consider_near(relating, &relatives, entry, &index->entries);
    }
    for (size_t i = 0; i < story->topics.len; i++) {
        const struct topic_index *index =
            map_get(&archive->by_topic, story->topics.at[i].topic->id);
        if (index)
            consider_near(relating, &relatives, entry, &index->entries);
    }
    for (size_t i = 0; i < relatives.len; i++)
        entry->related.at[i] = relatives.at[i].entry;
    entry->related.len = relatives.len;
}

static void find_for_page(void *context, size_t item, size_t worker)
{
    const struct relating *relating = context;
    const struct archive_page *page = relating->archive->pages.at[item];
    (void)worker;
    for (size_t i = 0; i < page->entries_len; i++)
        find(relating, &page->entries[i]);
}

void related_join(struct archive *archive)
{
    const struct entry **room =
        ARENA_ARRAY(archive->keep, const struct entry *, archive->entries.len *RELATED_MOST);
    for (size_t i = 0; i < archive->pages.len; i++) {
        const struct archive_page *page = archive->pages.at[i];
        for (size_t k = 0; k < page->entries_len; k++, room += RELATED_MOST)
            page->entries[k].related = (struct entries){room, 0, RELATED_MOST};
    }
    struct relating relating = {.archive = archive};
    take_all_words(&relating);
    pool_run(archive->threads, archive->pages.len, find_for_page, &relating);
    arena_clear(&relating.scratch);
}
