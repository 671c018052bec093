/* SPDX-License-Identifier: MIT */
#include "archive/related.h"

#include "base/pool.h"

/* Of the lists that a story is in, so many stories before it and after it are looked at. */
enum { WINDOW = 24 };

/* What speaks for a story, and what it must have. */
static const double of_county = 2, of_main_topic = 2, of_topic = 1, of_person = 1, of_word = 0.5;
static const double words_most = 4, least = 5;

struct relative {
    const struct entry *entry;
    double score;
};

struct relatives VEC_OF(struct relative);

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

/* What most words that differ differ in is looked at first. */
static bool is_same_word(struct str a, struct str b)
{
    return a.len == b.len && a.len > 0 && a.ptr[a.len - 1] == b.ptr[a.len - 1] && str_eq(a, b);
}

/* How many words both have. */
static size_t words_shared(const struct evidences *a, const struct evidences *b)
{
    size_t count = 0;
    for (size_t i = 0; i < a->len; i++)
        for (size_t k = 0; k < b->len; k++)
            count += is_same_word(a->at[i].text, b->at[k].text);
    return count;
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

static double words_score(const struct story *a, const struct story *b)
{
    size_t words = 0;
    for (size_t i = 0; i < a->topics.len; i++)
        for (size_t k = 0; k < b->topics.len; k++)
            if (a->topics.at[i].topic == b->topics.at[k].topic)
                words += words_shared(&a->topics.at[i].evidence, &b->topics.at[k].evidence);
    double score = of_word * (double)words;
    return score < words_most ? score : words_most;
}

/* Above what a story must score to be one of the best. */
static double bar(const struct relatives *relatives)
{
    return relatives->len == RELATED_MOST ? relatives->at[RELATED_MOST - 1].score : 0;
}

/* Puts a story among the RELATIVES, best first, if it is one of the best and not there yet. */
static void consider(struct relatives *relatives, const struct entry *entry,
                     const struct entry *other)
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
    double score = filed + words_score(entry->story, other->story);
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
static void consider_near(struct relatives *relatives, const struct entry *entry,
                          const struct entries *entries)
{
    size_t at = entries_find(entries, entry);
    for (size_t by = 1; by <= WINDOW; by++) {
        if (at + by < entries->len)
            consider(relatives, entry, entries->at[at + by]);
        if (by <= at)
            consider(relatives, entry, entries->at[at - by]);
    }
}

/* Their room is there already. */
static void find(const struct archive *archive, struct entry *entry)
{
    struct relative room[RELATED_MOST];
    struct relatives relatives = {.at = room, .cap = RELATED_MOST};
    const struct story *story = entry->story;
    for (size_t i = 0; i < story->counties.len; i++) {
        const struct county_index *index =
            map_get(&archive->by_division, story->counties.at[i].county->code);
        if (index)
            consider_near(&relatives, entry, &index->entries);
    }
    for (size_t i = 0; i < story->topics.len; i++) {
        const struct topic_index *index =
            map_get(&archive->by_topic, story->topics.at[i].topic->id);
        if (index)
            consider_near(&relatives, entry, &index->entries);
    }
    for (size_t i = 0; i < relatives.len; i++)
        entry->related.at[i] = relatives.at[i].entry;
    entry->related.len = relatives.len;
}

static void find_for_page(void *context, size_t item, size_t worker)
{
    const struct archive *archive = context;
    const struct archive_page *page = archive->pages.at[item];
    (void)worker;
    for (size_t i = 0; i < page->entries_len; i++)
        find(archive, &page->entries[i]);
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
    pool_run(archive->threads, archive->pages.len, find_for_page, archive);
}
