/* SPDX-License-Identifier: MIT */
#include "archive/json_out.h"
#include "archive/record.h"
#include "base/map.h"
#include "base/utf8.h"
#include "enrich/region.h"
#include "enrich/topics.h"

/* A file's name need not be UTF-8, though all other text is. */
static void put_path(struct json_out *json, struct str path)
{
    size_t bad;
    if (utf8_valid(path, &bad)) {
        json_text(json, path);
        return;
    }
    struct buf mended = {0};
    utf8_add_mended(&mended, path);
    json_text(json, buf_view(&mended));
    buf_clear(&mended);
}

/* A value with its key. */
static void put_text(struct json_out *json, const char *key, struct str text)
{
    json_key(json, key);
    json_text(json, text);
}

static void put_text_or_null(struct json_out *json, const char *key, struct str text)
{
    json_key(json, key);
    json_text_or_null(json, text);
}

static void put_word(struct json_out *json, const char *key, const char *word)
{
    json_key(json, key);
    json_word(json, word);
}

static void put_bool(struct json_out *json, const char *key, bool truth)
{
    json_key(json, key);
    json_bool(json, truth);
}

static void put_hundredths(struct json_out *json, const char *key, double number)
{
    json_key(json, key);
    json_hundredths(json, number);
}

static void put_list(struct json_out *json, const char *key)
{
    json_key(json, key);
    json_begin(json, '[');
}

static void put_span(struct json_out *json, struct span span)
{
    json_begin(json, '[');
    json_count(json, span.start);
    json_count(json, span.end);
    json_end(json, ']');
}

static void put_bylines(struct json_out *json, const struct bylines *bylines)
{
    put_list(json, "bylines");
    for (size_t i = 0; i < bylines->len; i++) {
        json_begin(json, '{');
        put_text(json, "name", bylines->at[i].name);
        put_word(json, "role", byline_role_name(bylines->at[i].role));
        put_text_or_null(json, "organisation", bylines->at[i].organisation);
        put_text_or_null(json, "line", bylines->at[i].line);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void put_date(struct json_out *json, const struct story_date *date)
{
    struct arena scratch = {0};
    json_key(json, "date");
    json_begin(json, '{');
    put_text_or_null(json, "value", date_iso(&scratch, date->value, date->precision));
    put_word(json, "precision", precision_name(date->precision));
    put_word(json, "basis", basis_name(date->basis));
    json_end(json, '}');
    arena_clear(&scratch);
}

static void put_truncated(struct json_out *json, const struct story *story)
{
    json_key(json, "truncated");
    json_begin(json, '{');
    put_bool(json, "start", story->truncated_start);
    put_bool(json, "end", story->truncated_end);
    json_end(json, '}');
}

/* How a place is mentioned: in the dateline, as what the story is about, or in passing. */
static const char *mention_kind(const struct evidence *evidence, bool passing)
{
    return passing ? "passing" : evidence->dateline ? "dateline" : "subject";
}

static void put_mentions(struct json_out *json, const struct evidences *evidences, bool passing)
{
    put_list(json, "evidence");
    for (size_t i = 0; i < evidences->len; i++) {
        json_begin(json, '{');
        put_text(json, "text", evidences->at[i].text);
        json_key(json, "span");
        put_span(json, evidences->at[i].span);
        put_word(json, "kind", mention_kind(&evidences->at[i], passing));
        json_end(json, '}');
    }
    json_end(json, ']');
}

/* Whether the archivist says it, and not the page. */
static void put_given(struct json_out *json, bool given)
{
    if (given)
        put_bool(json, "given", true);
}

static void put_counties(struct json_out *json, const struct story_counties *counties, bool passing,
                         bool given)
{
    put_list(json, passing ? "passing" : "counties");
    for (size_t i = 0; i < counties->len; i++) {
        const struct county *county = counties->at[i].county;
        json_begin(json, '{');
        put_text(json, "code", county->code);
        put_text(json, "name", county->name);
        put_text_or_null(json, "prefecture", county->prefecture->name);
        put_text_or_null(json, "province", county->prefecture->province->name);
        if (counties->at[i].inferred)
            put_bool(json, "inferred", true);
        put_given(json, given);
        put_mentions(json, &counties->at[i].evidence, passing);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void put_open_names(struct json_out *json, const struct story_open_names *names)
{
    put_list(json, "open");
    for (size_t i = 0; i < names->len; i++) {
        json_begin(json, '{');
        put_text(json, "text", names->at[i].evidence.text);
        json_key(json, "span");
        put_span(json, names->at[i].evidence.span);
        put_list(json, "codes");
        for (size_t k = 0; k < names->at[i].counties.len; k++)
            json_text(json, names->at[i].counties.at[k]->code);
        json_end(json, ']');
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void put_regions(struct json_out *json, const struct story_regions *regions, bool given)
{
    put_list(json, "regions");
    for (size_t i = 0; i < regions->len; i++) {
        json_begin(json, '{');
        put_text(json, "code", region_code(&regions->at[i]));
        put_text(json, "name", region_name(&regions->at[i]));
        put_text(json, "province", regions->at[i].province->name);
        put_given(json, given);
        put_mentions(json, &regions->at[i].evidence, false);
        json_end(json, '}');
    }
    json_end(json, ']');
}

/* Each word once, in the order of the first time that it stands. */
static void put_words(struct json_out *json, const struct evidences *evidences)
{
    struct arena scratch = {0};
    struct map seen = {0};
    put_list(json, "evidence");
    for (size_t i = 0; i < evidences->len; i++) {
        struct evidence *word = &evidences->at[i];
        void **known = map_at(&scratch, &seen, word->text);
        if (!*known)
            json_text(json, word->text);
        *known = word;
    }
    json_end(json, ']');
    arena_clear(&scratch);
}

static void put_topics(struct json_out *json, const struct story_topics *topics, bool given)
{
    put_list(json, "topics");
    for (size_t i = 0; i < topics->len; i++) {
        json_begin(json, '{');
        put_text(json, "id", topics->at[i].topic->id);
        put_hundredths(json, "score", topics->at[i].score);
        put_given(json, given);
        put_words(json, &topics->at[i].evidence);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void put_blocks(struct json_out *json, const struct blocks *blocks)
{
    put_list(json, "blocks");
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        json_begin(json, '{');
        put_word(json, "role", role_name(block->role));
        put_text(json, "text", block->text);
        put_list(json, "spans");
        for (size_t k = 0; k < block->spans.len; k++)
            put_span(json, block->spans.at[k]);
        json_end(json, ']');
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void put_half(struct json_out *json, const char *key, const struct entry *half)
{
    put_text_or_null(json, key, half ? half->story->id : STR_NONE);
}

/* What only the archive knows. */
static void put_published(struct json_out *json, const struct entry *entry)
{
    const struct page_facts *facts = &entry->story->page->facts;
    put_text_or_null(json, "publication", facts->publication);
    put_text_or_null(json, "page", facts->number);
    put_text_or_null(json, "language", facts->language);
    put_text_or_null(json, "rights", facts->rights);
    put_half(json, "continues", entry->continues);
    put_half(json, "continued_from", entry->continued_from);
    put_half(json, "first_printing", entry->first_printing);
}

/* ENTRY is NULL where the story is in no archive; else it can be read at URL. */
static void put_record(struct buf *out, const struct story *story, const struct entry *entry,
                       struct str url)
{
    struct json_out json = {.to = out};
    json_begin(&json, '{');
    json_key(&json, "source");
    put_path(&json, story->page->path);
    put_text_or_null(&json, "id", story->id);
    if (entry)
        put_text(&json, "url", url);
    put_word(&json, "kind", story_kind_name(story->kind));
    put_text_or_null(&json, "headline", story->headline);
    put_bool(&json, "headline_derived", story->headline_derived);
    put_text_or_null(&json, "kicker", story->kicker);
    put_text_or_null(&json, "subtitle", story->subtitle);
    put_bylines(&json, &story->bylines);
    put_text_or_null(&json, "dateline", story->dateline);
    put_date(&json, &story->date);
    put_truncated(&json, story);
    put_counties(&json, &story->counties, false, story->places_given);
    put_counties(&json, &story->passing, true, false);
    put_open_names(&json, &story->open);
    put_regions(&json, &story->regions, story->places_given);
    put_topics(&json, &story->topics, story->topics_given);
    if (story->places_given)
        put_bool(&json, "places_given", true);
    if (story->topics_given)
        put_bool(&json, "topics_given", true);
    put_hundredths(&json, "confidence", story->confidence);
    if (entry)
        put_published(&json, entry);
    put_blocks(&json, &story->blocks);
    json_end(&json, '}');
    buf_byte(out, '\n');
}

void record_json(struct buf *out, const struct story *story)
{
    put_record(out, story, NULL, STR_NONE);
}

void record_json_published(struct buf *out, const struct entry *entry, struct str url)
{
    put_record(out, entry->story, entry, url);
}
