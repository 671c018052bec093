/* SPDX-License-Identifier: MIT */
/*
 * A topic's score is the sum of what its words count. How often a word occurs, and where, raises
 * what it counts, but ever less: a story that names ten crops is more surely about farming than one
 * that names a crop ten times. What a long story mentions in passing is made small by its length.
 */
#include "enrich/topic.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/essay.h"
#include "enrich/prominence.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "story/locate.h"

/* Scores are as in a story of the usual length; a shorter one than the short is no surer of its
 * topic. */
enum { USUAL_CHARS = 500, SHORT_CHARS = 150 };

static const double least_score = 4;   /* of the main topic */
static const double other_score = 11;  /* of another one */
static const double least_share = 0.4; /* of the main topic's score, for another one */
enum { STRONG = 4 };                   /* what a strong word counts: topics.yaml */
enum { OTHER_WORDS = 2 };              /* different ones, for another one */

/* A word of a topic that occurs in the story. */
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
    size_t covered; /* in the block at hand: up to here stands a word of the topic */
    double scale;   /* for the story's length and the topic */
    double score;
};

struct tallies {
    struct arena *scratch;
    struct tally *at; /* by the topics' order */
    size_t len;
    const struct block *essay; /* what signs it as one; NULL: it is none */
    bool poem;
    size_t main; /* the main topic's place, if there is one */
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

/* Of a topic's words that overlap, the one that begins first counts, and of these the longest. */
static void tally_word(struct tallies *tallies, const struct word *word, struct str text,
                       struct hit fresh, double prominence)
{
    const struct topic_word *value = word->value;
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

static void score_tally(struct tally *tally)
{
    for (size_t i = 0; i < tally->hits.len; i++) {
        struct hit *hit = &tally->hits.at[i];
        hit->score = hit_score(hit);
        tally->score += hit->score;
    }
    tally->score *= tally->scale;
}

/* That the story is an essay counts as a strong word that stands in the line which signs it, in
   long ones as in short ones. */
static void score_essay(struct tallies *tallies, struct tally *tally, const struct story *story)
{
    struct topic_word *value = ARENA_NEW(tallies->scratch, struct topic_word);
    struct word *word = ARENA_NEW(tallies->scratch, struct word);
    *value = (struct topic_word){tally->topic, STRONG, true};
    *word = (struct word){.text = tallies->essay->text, .value = value};
    struct hit hit = {.word = word,
                      .weight = 1,
                      .block = (size_t)(tallies->essay - story->blocks.at),
                      .score = STRONG / tally->scale};
    vec_push(tallies->scratch, &tally->hits, hit);
    tally->score += STRONG;
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

static void locate_hits(const struct story *story, struct hits *hits)
{
    struct locator locator = {0};
    qsort(hits->at, hits->len, sizeof *hits->at, by_place);
    for (size_t i = 0; i < hits->len; i++) {
        struct hit *hit = &hits->at[i];
        const struct block *block = &story->blocks.at[hit->block];
        if (locator.block != block)
            locator = locator_of(story->page, block);
        hit->span = locator_find(&locator, hit->at, hit->at + hit->word->text.len);
    }
}

/* The words that say most stand first. */
static struct evidences evidence_of(struct arena *keep, const struct story *story,
                                    struct hits *hits)
{
    struct evidences evidence = {0};
    locate_hits(story, hits);
    qsort(hits->at, hits->len, sizeof *hits->at, by_hit_score);
    for (size_t i = 0; i < hits->len; i++)
        vec_push(keep, &evidence,
                 (struct evidence){.text = hits->at[i].word->text, .span = hits->at[i].span});
    return evidence;
}

/* What the topic with the highest score lacks to be one of the story at all: it takes two words, or
   one that nobody uses who writes of something else; who signs an essay is no word, but a poem
   needs none. */
static enum topic_lack main_lacks(const struct tallies *tallies, const struct tally *tally)
{
    bool strong = false;
    for (size_t i = 0; i < tally->hits.len; i++) {
        const struct topic_word *value = tally->hits.at[i].word->value;
        strong |= value->weight >= STRONG && (tallies->poem || !value->essay);
    }
    if (tally->score < least_score)
        return TOPIC_LACKS_SCORE;
    return strong || tally->hits.len > 1 ? TOPIC_LACKS_NOTHING : TOPIC_LACKS_WORDS;
}

/* What a topic lacks to be one of the story beside the MAIN one. */
static enum topic_lack other_lacks(const struct tally *tally, const struct tally *main)
{
    if (tally->score < other_score)
        return TOPIC_LACKS_SCORE;
    if (tally->score < main->score * least_share)
        return TOPIC_LACKS_SHARE;
    return tally->hits.len >= OTHER_WORDS ? TOPIC_LACKS_NOTHING : TOPIC_LACKS_WORDS;
}

/* The main topic's place: the first, but of an essay the first that lacks nothing, if there is one,
   for its title may be a word of something else, 车站. */
static size_t find_main(const struct tallies *tallies)
{
    for (size_t i = 0; tallies->essay && i < tallies->len; i++)
        if (!main_lacks(tallies, &tallies->at[i]))
            return i;
    return 0;
}

/* What the topic at place I lacks to be one of the story. */
static enum topic_lack lacks(const struct tallies *tallies, size_t i)
{
    return i <= tallies->main ? main_lacks(tallies, &tallies->at[i])
                              : other_lacks(&tallies->at[i], &tallies->at[tallies->main]);
}

/* Records what the best topics scored, those that are not the story's too. */
static void record(struct grounds *grounds, const struct story *story,
                   const struct tallies *tallies)
{
    struct arena *keep = &grounds->keep;
    for (size_t i = 0; i < tallies->len && tallies->at[i].score > 0; i++) {
        const struct tally *tally = &tallies->at[i];
        size_t main = tallies->main;
        double share = tallies->at[main].score * least_share;
        struct ground_topic topic = {.story = story,
                                     .topic = tally->topic,
                                     .score = tally->score,
                                     .scale = tally->scale,
                                     .least = i <= main             ? least_score
                                              : share > other_score ? share
                                                                    : other_score,
                                     .least_words = i > main ? OTHER_WORDS : 2,
                                     .lack = lacks(tallies, i)};
        qsort(tally->hits.at, tally->hits.len, sizeof *tally->hits.at, by_hit_score);
        for (size_t k = 0; k < tally->hits.len; k++) {
            const struct hit *hit = &tally->hits.at[k];
            const struct topic_word *value = hit->word->value;
            vec_push(keep, &topic.words,
                     (struct ground_word){str_dup(keep, hit->word->text), value->weight,
                                          hit->weight, hit->score});
        }
        vec_push(keep, &grounds->topics, topic);
    }
}

void story_find_topics(struct arena *keep, struct arena *scratch, struct story *story,
                       const struct topics *topics, struct grounds *grounds)
{
    struct tallies tallies = {scratch,
                              ARENA_ARRAY(scratch, struct tally, topics->len),
                              topics->len,
                              essay_byline(story),
                              story_is_poem(story),
                              0};
    double scale = scale_of(tally_story(&tallies, story, topics->words));
    for (size_t i = 0; i < tallies.len; i++) {
        struct tally *tally = &tallies.at[i];
        tally->topic = &topics->at[i];
        tally->scale = scale * tally->topic->stress;
        score_tally(tally);
        if (tallies.essay && tally->topic->essays)
            score_essay(&tallies, tally, story);
    }
    qsort(tallies.at, tallies.len, sizeof *tallies.at, by_score);
    tallies.main = find_main(&tallies);
    if (grounds)
        record(grounds, story, &tallies);
    for (size_t i = 0; i < tallies.len; i++) {
        struct tally *tally = &tallies.at[i];
        if (lacks(&tallies, i))
            continue;
        vec_push(keep, &story->topics,
                 (struct story_topic){.topic = tally->topic,
                                      .score = tally->score,
                                      .evidence = evidence_of(keep, story, &tally->hits)});
    }
}
