/* SPDX-License-Identifier: MIT */
/*
 * What a topic's words count is summed. How often a word occurs, and where, raises what it counts,
 * but ever less: a story that names ten crops is more surely about farming than one that names a
 * crop ten times. What a long story mentions in passing is made small by its length. The score is
 * the logarithm of the sum, and what the story's words hint at: logistic regression (逻辑回归),
 * each topic against all others, which data/make-topic-hints fits.
 */
#include "enrich/topic.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/essay.h"
#include "enrich/prominence.h"
#include "enrich/topic_hints.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "story/locate.h"

/* Scores are as in a story of the usual length; a shorter one than the short is no surer of its
 * topic. */
enum { USUAL_CHARS = 500, SHORT_CHARS = 150 };

static const double least_score = 2.7; /* of the main topic: below, it is wrong oftener than not */
static const double other_score = 3.9; /* of another one: its odds are near even */
enum { STRONG = 4 };                   /* what a strong word counts: topics.yaml */

/* A word that occurs in the story, of a topic or one that hints. */
struct hit {
    const struct word *word;
    double weight; /* how often, each time by its block's prominence */
    size_t block;  /* of the first */
    size_t at;
    double score;
    struct span span; /* on the page */
};

struct hits VEC_OF(struct hit);

/* What was found of one topic. */
struct tally {
    const struct topic *topic;
    struct hits hits;
    size_t covered;    /* in the block at hand: up to here stands a word of the topic */
    double scale;      /* for the story's length and the topic */
    double sum;        /* of the words' scores, times SCALE */
    bool own;          /* the story has a word of the topic, or is a poem of it */
    struct hits hints; /* what words hint; their scores may be below 0 */
    double score;
};

struct tallies {
    struct arena *scratch;
    struct tally *at; /* by the topics' order */
    size_t len;
    const struct block *essay; /* what signs it as one; NULL: it is none */
    struct hits hinting;       /* the words that hint, each once */
    size_t *places;            /* by their order: the place among these, from 1; 0: not there */
};

static struct hit *hit_of(struct arena *scratch, struct hits *hits, struct hit fresh)
{
    for (size_t i = 0; i < hits->len; i++) {
        if (hits->at[i].word == fresh.word)
            return &hits->at[i];
    }
    vec_push(scratch, hits, fresh);
    return &hits->at[hits->len - 1];
}

/* Whether a word at AT of TEXT is the writer's of an essay, and not somebody's whom he quotes. */
static bool tells_of_writer(const struct tallies *tallies, struct str text, size_t at)
{
    return tallies->essay && quotes_open(str_slice(text, 0, at)) <= 0;
}

/* “插秧机医生”: whether bytes [AT, END) of a heading are quoted among others, and so often a figure
   of speech; but not “高考”. */
static bool is_figure(struct str text, size_t at, size_t end, double prominence)
{
    bool whole = is_opening(utf8_before(text, at).code) && is_closing(utf8_at(text, end).code);
    return prominence > PROMINENCE_FIRST && !whole && quotes_open(str_slice(text, 0, at)) > 0;
}

/* 办学 in 举办学习班: whether a word of two characters, bytes [AT, END), ends within one that is
   far commoner there; not 灶台 in 灶台上. */
static bool is_torn(struct str text, size_t at, size_t end)
{
    static const char suffixes[] = "上下里中内外边旁面们人量局长队团员者来去时所";
    enum { WORD_CHARS = 2, FAR = 2 }; /* levels */
    struct str word = str_slice(text, at, end);
    struct utf8 last = utf8_before(text, end), after = utf8_at(text, end);
    return utf8_count(word) == WORD_CHARS && splits_word(text, end) &&
           !holds_char(str_of(suffixes), text, after) &&
           word_level(str_slice(text, last.at, after.at + after.len)) >= word_level(word) + FAR;
}

static struct hit *tally_hint(struct tallies *tallies, const struct topic_hints *hints,
                              struct hit fresh)
{
    size_t *place = &tallies->places[hints->order];
    if (!*place) {
        vec_push(tallies->scratch, &tallies->hinting, fresh);
        *place = tallies->hinting.len;
    }
    return &tallies->hinting.at[*place - 1];
}

/* Of a topic's words that overlap, the one that begins first counts, and of these the longest. */
static void tally_word(struct tallies *tallies, const struct word *word, struct str text,
                       struct hit fresh, double prominence)
{
    const struct topic_word *value = word->value;
    if (value->hints) {
        tally_hint(tallies, value->hints, fresh)->weight += prominence;
        return;
    }
    struct tally *tally = &tallies->at[value->topic->order];
    if (fresh.at < tally->covered || (value->essay && !tells_of_writer(tallies, text, fresh.at)) ||
        is_torn(text, fresh.at, fresh.at + word->text.len))
        return;
    tally->covered = fresh.at + word->text.len;
    if (value->weight > 0)
        hit_of(tallies->scratch, &tally->hits, fresh)->weight +=
            is_figure(text, fresh.at, tally->covered, prominence) ? 1.0 : prominence;
}

static void tally_block(struct tallies *tallies, const struct words *words, struct str text,
                        size_t block, double prominence)
{
    for (size_t i = 0; i < tallies->len; i++)
        tallies->at[i].covered = 0;
    struct word_head head = words_seek(words, text, word_head_at(text, 0));
    for (; head.first.len; head = words_seek(words, text, word_head_next(text, head))) {
        const struct word *w = words_found(words, text, head);
        for (; w; w = word_next(w, text, head))
            tally_word(tallies, w, text,
                       (struct hit){.word = w, .block = block, .at = head.first.at}, prominence);
    }
}

/* The characters of all blocks that count. */
static size_t tally_story(struct tallies *tallies, const struct story *story,
                          const struct words *words)
{
    size_t chars = 0;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        double prominence = block_prominence(story, block);
        if (prominence <= 0)
            continue;
        tally_block(tallies, words, block->text, i, prominence);
        chars += utf8_count(block->text);
    }
    return chars;
}

static double hit_score(const struct hit *hit)
{
    const struct topic_word *value = hit->word->value;
    return value->weight * log2(1 + hit->weight);
}

/* What scores are multiplied with in a story of CHARS characters. */
static double scale_of(size_t chars)
{
    if (chars < SHORT_CHARS)
        chars = SHORT_CHARS;
    return sqrt((double)USUAL_CHARS / (double)chars);
}

static void sum_tally(struct tally *tally)
{
    for (size_t i = 0; i < tally->hits.len; i++) {
        struct hit *hit = &tally->hits.at[i];
        hit->score = hit_score(hit);
        tally->sum += hit->score;
    }
    tally->sum *= tally->scale;
}

/* That the story is an essay counts as a strong word that stands in the line which signs it, in
   long ones as in short ones; a poem, which names little, as two. */
static void add_essay(struct tallies *tallies, struct tally *tally, const struct story *story)
{
    struct topic_word *value = ARENA_NEW(tallies->scratch, struct topic_word);
    struct word *word = ARENA_NEW(tallies->scratch, struct word);
    *value = (struct topic_word){.topic = tally->topic, .weight = STRONG, .essay = true};
    *word = (struct word){.text = tallies->essay->text, .value = value};
    double sum = (story_is_poem(story) ? 2 : 1) * STRONG * tally->topic->stress;
    struct hit hit = {.word = word, /* which stands in no place that counts */
                      .block = (size_t)(tallies->essay - story->blocks.at),
                      .score = sum / tally->scale};
    vec_push(tallies->scratch, &tally->hits, hit);
    tally->sum += sum;
}

/* Gives each topic what the story's words hint at it; SCALE is for the story's length. */
static void score_hints(struct tallies *tallies, double scale)
{
    for (size_t i = 0; i < tallies->hinting.len; i++) {
        struct hit hit = tallies->hinting.at[i];
        const struct topic_hints *hints = ((const struct topic_word *)hit.word->value)->hints;
        double said = scale * log2(1 + hit.weight);
        for (size_t k = 0; k < hints->len; k++) {
            struct tally *tally = &tallies->at[hints->at[k].topic->order];
            hit.score = hints->at[k].weight * said;
            tally->score += hit.score;
            vec_push(tallies->scratch, &tally->hints, hit);
        }
    }
}

static int by_score(const void *a, const void *b)
{
    const struct tally *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->topic->order < y->topic->order ? -1 : 1;
}

static int by_place(const void *a, const void *b)
{
    const struct hit *x = a, *y = b;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return x->at < y->at ? -1 : 1;
}

static int by_hit_score(const void *a, const void *b)
{
    const struct hit *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return by_place(a, b);
}

static void sort_hits(struct hits *hits, int (*order)(const void *, const void *))
{
    if (hits->len > 0)
        qsort(hits->at, hits->len, sizeof *hits->at, order);
}

/* A hint may stand in a word of the topic, 基层 in 基层治理: then the walk begins anew. */
static void locate_hits(const struct story *story, struct hits *hits)
{
    struct locator locator = {0};
    size_t end = 0; /* of the hit before */
    sort_hits(hits, by_place);
    for (size_t i = 0; i < hits->len; i++) {
        struct hit *hit = &hits->at[i];
        const struct block *block = &story->blocks.at[hit->block];
        if (locator.block != block || hit->at < end)
            locator = locator_of(story->page, block);
        end = hit->at + hit->word->text.len;
        hit->span = locator_find(&locator, hit->at, end);
    }
}

/* What a topic of the story needs at place I. */
static double least_at(size_t i)
{
    return i == 0 ? least_score : other_score;
}

static bool has_word(const struct hits *hits, struct str text)
{
    for (size_t i = 0; i < hits->len; i++)
        if (str_eq(hits->at[i].word->text, text))
            return true;
    return false;
}

/* Adds so many hints, the strongest first, as TALLY needs beside its words to reach LEAST, what
   speaks against it counted in; a word of its own that hints too stands there already. */
static void add_needed_hints(struct arena *scratch, struct tally *tally, double least)
{
    double reached = log2(1 + tally->sum);
    for (size_t i = 0; i < tally->hints.len; i++)
        reached += tally->hints.at[i].score < 0 ? tally->hints.at[i].score : 0;
    sort_hits(&tally->hints, by_hit_score);
    for (size_t i = 0; i < tally->hints.len && reached < least; i++) {
        if (tally->hints.at[i].score <= 0)
            return;
        reached += tally->hints.at[i].score;
        if (!has_word(&tally->hits, tally->hints.at[i].word->text))
            vec_push(scratch, &tally->hits, tally->hints.at[i]);
    }
}

/* What says most stands first. */
static struct evidences evidence_of(struct arena *keep, const struct story *story,
                                    struct hits *hits)
{
    struct evidences evidence = {0};
    locate_hits(story, hits);
    sort_hits(hits, by_hit_score);
    for (size_t i = 0; i < hits->len; i++)
        vec_push(keep, &evidence,
                 (struct evidence){.text = hits->at[i].word->text, .span = hits->at[i].span});
    return evidence;
}

/* Lists HITS in KEEP, those that say most first. */
static struct ground_words ground_words_of(struct arena *keep, struct hits *hits)
{
    struct ground_words words = {0};
    sort_hits(hits, by_hit_score);
    for (size_t i = 0; i < hits->len; i++) {
        const struct hit *hit = &hits->at[i];
        const struct topic_word *value = hit->word->value;
        vec_push(keep, &words,
                 (struct ground_word){str_dup(keep, hit->word->text), value->weight, hit->weight,
                                      hit->score});
    }
    return words;
}

/* Records what the topics scored that the story has words of, those that are not its own too. */
static void record(struct grounds *grounds, const struct story *story,
                   const struct tallies *tallies)
{
    struct arena *keep = &grounds->keep;
    for (size_t i = 0; i < tallies->len; i++) {
        struct tally *tally = &tallies->at[i];
        if (!tally->own)
            continue;
        struct ground_topic topic = {.story = story,
                                     .topic = tally->topic,
                                     .sum = tally->sum,
                                     .score = tally->score,
                                     .scale = tally->scale,
                                     .least = least_at(i),
                                     .words = ground_words_of(keep, &tally->hits),
                                     .hints = ground_words_of(keep, &tally->hints)};
        vec_push(keep, &grounds->topics, topic);
    }
}

static struct tallies tallies_of(struct arena *scratch, const struct story *story,
                                 const struct topics *topics)
{
    return (struct tallies){.scratch = scratch,
                            .at = ARENA_ARRAY(scratch, struct tally, topics->len),
                            .len = topics->len,
                            .essay = essay_byline(story),
                            .places = ARENA_ARRAY(scratch, size_t, topics->hinting)};
}

void story_find_topics(struct arena *keep, struct arena *scratch, struct story *story,
                       const struct topics *topics, struct grounds *grounds)
{
    struct tallies tallies = tallies_of(scratch, story, topics);
    double scale = scale_of(tally_story(&tallies, story, topics->words));
    score_hints(&tallies, scale);
    for (size_t i = 0; i < tallies.len; i++) {
        struct tally *tally = &tallies.at[i];
        tally->topic = &topics->at[i];
        tally->scale = scale * tally->topic->stress;
        sum_tally(tally);
        tally->own = tally->hits.len > 0;
        if (tallies.essay && tally->topic->essays) {
            tally->own |= story_is_poem(story); /* which names little */
            add_essay(&tallies, tally, story);
        }
        tally->score = tally->own ? tally->score + log2(1 + tally->sum) : 0;
    }
    qsort(tallies.at, tallies.len, sizeof *tallies.at, by_score);
    if (grounds)
        record(grounds, story, &tallies);
    for (size_t i = 0; i < tallies.len && tallies.at[i].score >= least_at(i); i++) {
        struct tally *tally = &tallies.at[i];
        add_needed_hints(scratch, tally, least_at(i));
        vec_push(keep, &story->topics,
                 (struct story_topic){.topic = tally->topic,
                                      .score = tally->score,
                                      .evidence = evidence_of(keep, story, &tally->hits)});
    }
}
