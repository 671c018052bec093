/* SPDX-License-Identifier: MIT */
#include "explain/filed.h"

#include <math.h>

#include "base/map.h"
#include "enrich/date_words.h"

enum { HEADING = 2, ITEM = 4, WHY = 6, WORDS_SHOWN = 4, DATES_SHOWN = 5 };

struct str line_at(const struct teller *teller, struct span span)
{
    return str_format(teller->scratch, "line %u", page_place(teller->page, span.start).line);
}

/* ---- topics */

/* "土豆 +5.2, 种植 +3.1 and 3 more words": what each of WORDS adds, times SCALE. */
static struct str words_of(const struct teller *teller, const struct ground_words *words,
                           double scale)
{
    struct str said = STR_NONE;
    size_t len = words->len;
    for (size_t i = 0; i < len && (teller->speech->full || i < WORDS_SHOWN); i++)
        said = str_format(teller->scratch, "%.*s%s%.*s %+.1f", STR_FMT(said), i ? ", " : "",
                          STR_FMT(words->at[i].text), words->at[i].score * scale);
    if (!teller->speech->full && len > WORDS_SHOWN) {
        struct str more = count_of(teller->scratch, len - WORDS_SHOWN, "more word");
        said = str_format(teller->scratch, "%.*s and %.*s", STR_FMT(said), STR_FMT(more));
    }
    return said;
}

static void tell_each_word(const struct teller *teller, const struct ground_topic *topic)
{
    for (size_t i = 0; i < topic->words.len; i++) {
        const struct ground_word *word = &topic->words.at[i];
        if (word->places <= 0) {
            say(teller->speech, WHY, "%.*s: it signs an essay or poem, %+.1f whatever its length",
                STR_FMT(word->text), word->score * topic->scale);
            continue;
        }
        say(teller->speech, WHY,
            "%.*s: weight %g, %g places, a headline counting for four: %g x log2(1 + %g) x %.2f "
            "for the story's length and the topic",
            STR_FMT(word->text), word->weight, word->places, word->weight, word->places,
            topic->scale);
    }
}

/* What the topic's own words say, and what the others do. */
static void tell_words(const struct teller *teller, const struct ground_topic *topic)
{
    struct str words = words_of(teller, &topic->words, topic->scale);
    struct str hints = words_of(teller, &topic->hints, 1);
    double own = log2(1 + topic->sum);
    if (words.len)
        say(teller->speech, WHY, "its words: log2(1 + %.2f) = %.2f: %.*s", topic->sum, own,
            STR_FMT(words));
    if (hints.len)
        say(teller->speech, WHY, "hints: %+.2f: %.*s", topic->score - own, STR_FMT(hints));
    if (teller->speech->full)
        tell_each_word(teller, topic);
}

void tell_topics(const struct teller *teller, const struct story *story)
{
    const struct grounds *grounds = &teller->grounds;
    size_t told = 0, taken = 0, left = 0;
    say(teller->speech, HEADING, "Topics");
    if (story->topics_given) {
        say(teller->speech, ITEM, "%s",
            story->topics.len ? "the page's front matter says them"
                              : "none: the page's front matter says so");
        for (size_t i = 0; i < story->topics.len; i++)
            say(teller->speech, ITEM, "%.*s", STR_FMT(story->topics.at[i].topic->label));
        return;
    }
    for (size_t i = 0; i < grounds->topics.len; i++) {
        const struct ground_topic *topic = &grounds->topics.at[i];
        bool filed = topic->score >= topic->least, first = told == 0;
        told += topic->story == story;
        if (topic->story != story || (!filed && left && !teller->speech->full))
            continue;
        if (filed)
            say(teller->speech, ITEM, "%.*s: score %.2f, at least %.2f is needed",
                STR_FMT(topic->topic->label), topic->score, topic->least);
        else
            say(teller->speech, ITEM, "not %.*s: score %.2f of the %.2f that %s needs",
                STR_FMT(topic->topic->label), topic->score, topic->least,
                first ? "a topic" : "another topic");
        tell_words(teller, topic);
        taken += filed;
        left += !filed;
    }
    if (!taken && !left)
        say(teller->speech, ITEM, "none: it has no word of any topic");
}

/* ---- the date */

static const char *basis_words(enum basis basis)
{
    static const char *const words[] = {
        [BASIS_NONE] = "not known",
        [BASIS_FRONT_MATTER] = "the page's front matter says it",
        [BASIS_PATH] = "the name of the page's file or folder says it",
        [BASIS_MASTHEAD] = "the page's own date line says it",
        [BASIS_DATELINE] = "the story's dateline says it",
        [BASIS_TEXT] = "inferred from the story's words, for nothing states it",
        [BASIS_PAGE] = "inferred from other stories of the page, for nothing states it",
    };
    return words[basis];
}

/* Whether a date's words are shown as evidence already. */
static bool is_evidence(const struct story_date *date, struct str words)
{
    for (size_t i = 0; i < date->evidence.len; i++)
        if (str_eq(date->evidence.at[i].text, words))
            return true;
    return false;
}

/* The other dates in a story's words, which were seen and did not settle it. */
static void tell_other_dates(const struct teller *teller, const struct story *story)
{
    static const char *const senses[] = {
        [DATE_PLAIN] = "", [DATE_AHEAD] = " (of a plan)", [DATE_OTHER] = " (of another time)"};
    struct buf said = {0};
    struct map told = {0};
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        struct date_words words;
        for (size_t from = 0; date_words_next(block->text, from, &words); from = words.end) {
            struct str text = str_slice(block->text, words.at, words.end);
            if (is_evidence(&story->date, text) || map_get(&told, text))
                continue;
            *map_at(teller->scratch, &told, text) = &told;
            if (told.len <= DATES_SHOWN || teller->speech->full)
                buf_fmt(&said, "%s%.*s%s", said.len ? ", " : "", STR_FMT(text),
                        senses[words.sense]);
        }
    }
    bool more = told.len > DATES_SHOWN && !teller->speech->full;
    if (said.len)
        say(teller->speech, ITEM, "its words also have %.*s%s", STR_FMT(buf_view(&said)),
            more ? " and more" : "");
    buf_clear(&said);
}

void tell_date(const struct teller *teller, const struct story *story)
{
    const struct story_date *date = &story->date;
    struct str iso = date_iso(teller->scratch, date->value, date->precision);
    say(teller->speech, HEADING, "Date");
    if (iso.len)
        say(teller->speech, ITEM, "%.*s: %s", STR_FMT(iso), basis_words(date->basis));
    else
        say(teller->speech, ITEM, "not known: neither the page nor the story says it");
    for (size_t i = 0; i < date->evidence.len; i++) {
        struct str line = line_at(teller, date->evidence.at[i].span);
        say(teller->speech, WHY, "%.*s 「%.*s」", STR_FMT(line),
            STR_FMT(date->evidence.at[i].text));
    }
    tell_other_dates(teller, story);
}

/* ---- who signs */

static bool is_of_line(const struct byline *a, const struct byline *b)
{
    return a->span.start == b->span.start && str_eq(a->line, b->line);
}

void tell_bylines(const struct teller *teller, const struct story *story)
{
    say(teller->speech, HEADING, "Bylines");
    for (size_t i = 0, next; i < story->bylines.len; i = next) {
        const struct byline *byline = &story->bylines.at[i];
        struct str line = line_at(teller, byline->span), names = STR_NONE;
        for (next = i; next < story->bylines.len && is_of_line(byline, &story->bylines.at[next]);
             next++)
            names = str_format(teller->scratch, "%.*s%s%.*s (%s)", STR_FMT(names),
                               names.len ? ", " : "", STR_FMT(story->bylines.at[next].name),
                               byline_role_name(story->bylines.at[next].role));
        say(teller->speech, ITEM, "%.*s: %.*s 「%.*s」", STR_FMT(names), STR_FMT(line),
            STR_FMT(byline->line));
    }
    if (!story->bylines.len)
        say(teller->speech, ITEM, "none: no words of it say who wrote it");
}
