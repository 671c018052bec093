/* SPDX-License-Identifier: MIT */
#include "archive/record.h"
#include "base/map.h"
#include "base/utf8.h"
#include "enrich/region.h"
#include "enrich/topics.h"

#include <jansson.h>
#include <math.h>

/* Enough digits for every number rounded to hundredths, few enough to print it as it was rounded.
 */
enum { NUMBER_DIGITS = 12 };

/* Adds VALUE, which may be NULL for want of memory, to OBJECT. */
static void put(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(object, key, value) != 0)
        die("out of memory (a record)");
}

static void push(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        die("out of memory (a record)");
}

/* A file's name need not be UTF-8, though all other text is. */
static json_t *mended_value(struct str s)
{
    struct buf mended = {0};
    utf8_add_mended(&mended, s);
    json_t *value = json_stringn(mended.ptr, mended.len);
    buf_clear(&mended);
    return value;
}

static json_t *text_value(struct str s)
{
    size_t bad;
    if (!utf8_valid(s, &bad))
        return mended_value(s);
    return json_stringn_nocheck(s.ptr ? s.ptr : "", s.len);
}

static json_t *text_or_null(struct str s)
{
    return s.len ? text_value(s) : json_null();
}

static json_t *hundredths_value(double number)
{
    return isfinite(number) ? json_real(round(number * 100) / 100) : json_null();
}

static json_t *span_value(struct span span)
{
    json_t *array = json_array();
    push(array, json_integer(span.start));
    push(array, json_integer(span.end));
    return array;
}

static json_t *bylines_value(const struct bylines *bylines)
{
    json_t *array = json_array();
    for (size_t i = 0; i < bylines->len; i++) {
        json_t *object = json_object();
        put(object, "name", text_value(bylines->at[i].name));
        put(object, "role", json_string(byline_role_name(bylines->at[i].role)));
        put(object, "organisation", text_or_null(bylines->at[i].organisation));
        put(object, "line", text_or_null(bylines->at[i].line));
        push(array, object);
    }
    return array;
}

static json_t *date_value(const struct story_date *date)
{
    struct arena scratch = {0};
    json_t *object = json_object();
    put(object, "value", text_or_null(date_iso(&scratch, date->value, date->precision)));
    put(object, "precision", json_string(precision_name(date->precision)));
    put(object, "basis", json_string(basis_name(date->basis)));
    arena_clear(&scratch);
    return object;
}

static json_t *truncated_value(const struct story *story)
{
    json_t *object = json_object();
    put(object, "start", json_boolean(story->truncated_start));
    put(object, "end", json_boolean(story->truncated_end));
    return object;
}

/* How a place is mentioned: in the dateline, as what the story is about, or in passing. */
static const char *mention_kind(const struct evidence *evidence, bool passing)
{
    return passing ? "passing" : evidence->dateline ? "dateline" : "subject";
}

static json_t *mentions_value(const struct evidences *evidences, bool passing)
{
    json_t *array = json_array();
    for (size_t i = 0; i < evidences->len; i++) {
        json_t *object = json_object();
        put(object, "text", text_value(evidences->at[i].text));
        put(object, "span", span_value(evidences->at[i].span));
        put(object, "kind", json_string(mention_kind(&evidences->at[i], passing)));
        push(array, object);
    }
    return array;
}

static json_t *counties_value(const struct story_counties *counties, bool passing)
{
    json_t *array = json_array();
    for (size_t i = 0; i < counties->len; i++) {
        const struct county *county = counties->at[i].county;
        json_t *object = json_object();
        put(object, "code", text_value(county->code));
        put(object, "name", text_value(county->name));
        put(object, "prefecture", text_or_null(county->prefecture->name));
        put(object, "province", text_or_null(county->prefecture->province->name));
        if (counties->at[i].inferred)
            put(object, "inferred", json_true());
        put(object, "evidence", mentions_value(&counties->at[i].evidence, passing));
        push(array, object);
    }
    return array;
}

static json_t *open_names_value(const struct story_open_names *names)
{
    json_t *array = json_array();
    for (size_t i = 0; i < names->len; i++) {
        json_t *object = json_object(), *codes = json_array();
        for (size_t k = 0; k < names->at[i].counties.len; k++)
            push(codes, text_value(names->at[i].counties.at[k]->code));
        put(object, "text", text_value(names->at[i].evidence.text));
        put(object, "span", span_value(names->at[i].evidence.span));
        put(object, "codes", codes);
        push(array, object);
    }
    return array;
}

static json_t *regions_value(const struct story_regions *regions)
{
    json_t *array = json_array();
    for (size_t i = 0; i < regions->len; i++) {
        json_t *object = json_object();
        put(object, "code", text_value(region_code(&regions->at[i])));
        put(object, "name", text_value(region_name(&regions->at[i])));
        put(object, "province", text_value(regions->at[i].province->name));
        put(object, "evidence", mentions_value(&regions->at[i].evidence, false));
        push(array, object);
    }
    return array;
}

/* Each word once, in the order of the first time that it stands. */
static json_t *words_value(const struct evidences *evidences)
{
    struct arena scratch = {0};
    struct map seen = {0};
    json_t *array = json_array();
    for (size_t i = 0; i < evidences->len; i++) {
        struct evidence *word = &evidences->at[i];
        void **known = map_at(&scratch, &seen, word->text);
        if (!*known)
            push(array, text_value(word->text));
        *known = word;
    }
    arena_clear(&scratch);
    return array;
}

static json_t *topics_value(const struct story_topics *topics)
{
    json_t *array = json_array();
    for (size_t i = 0; i < topics->len; i++) {
        json_t *object = json_object();
        put(object, "id", text_value(topics->at[i].topic->id));
        put(object, "score", hundredths_value(topics->at[i].score));
        put(object, "evidence", words_value(&topics->at[i].evidence));
        push(array, object);
    }
    return array;
}

static json_t *blocks_value(const struct blocks *blocks)
{
    json_t *array = json_array();
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        json_t *spans = json_array();
        for (size_t j = 0; j < block->spans.len; j++)
            push(spans, span_value(block->spans.at[j]));
        json_t *object = json_object();
        put(object, "role", json_string(role_name(block->role)));
        put(object, "text", text_value(block->text));
        put(object, "spans", spans);
        push(array, object);
    }
    return array;
}

static json_t *half_value(const struct entry *half)
{
    return half ? text_value(half->story->id) : json_null();
}

/* What only the archive knows. */
static void put_published(json_t *object, const struct entry *entry)
{
    const struct page_facts *facts = &entry->story->page->facts;
    put(object, "publication", text_or_null(facts->publication));
    put(object, "page", text_or_null(facts->number));
    put(object, "language", text_or_null(facts->language));
    put(object, "rights", text_or_null(facts->rights));
    put(object, "continues", half_value(entry->continues));
    put(object, "continued_from", half_value(entry->continued_from));
    put(object, "first_printing", half_value(entry->first_printing));
}

/* ENTRY is NULL where the story is in no archive; else it can be read at URL. */
static json_t *story_value(const struct story *story, const struct entry *entry, struct str url)
{
    json_t *object = json_object();
    put(object, "source", text_value(story->page->path));
    put(object, "id", text_or_null(story->id));
    if (entry)
        put(object, "url", text_value(url));
    put(object, "kind", json_string(story_kind_name(story->kind)));
    put(object, "headline", text_or_null(story->headline));
    put(object, "headline_derived", json_boolean(story->headline_derived));
    put(object, "kicker", text_or_null(story->kicker));
    put(object, "subtitle", text_or_null(story->subtitle));
    put(object, "bylines", bylines_value(&story->bylines));
    put(object, "dateline", text_or_null(story->dateline));
    put(object, "date", date_value(&story->date));
    put(object, "truncated", truncated_value(story));
    put(object, "counties", counties_value(&story->counties, false));
    put(object, "passing", counties_value(&story->passing, true));
    put(object, "open", open_names_value(&story->open));
    put(object, "regions", regions_value(&story->regions));
    put(object, "topics", topics_value(&story->topics));
    put(object, "confidence", hundredths_value(story->confidence));
    if (entry)
        put_published(object, entry);
    put(object, "blocks", blocks_value(&story->blocks));
    return object;
}

static int append(const char *bytes, size_t len, void *out)
{
    buf_add(out, bytes, len);
    return 0;
}

static void write_record(struct buf *out, json_t *object)
{
    if (json_dump_callback(object, append, out, JSON_COMPACT | JSON_REAL_PRECISION(NUMBER_DIGITS)))
        die("out of memory (a record)");
    buf_byte(out, '\n');
    json_decref(object);
}

void record_json(struct buf *out, const struct story *story)
{
    write_record(out, story_value(story, NULL, STR_NONE));
}

void record_json_published(struct buf *out, const struct entry *entry, struct str url)
{
    write_record(out, story_value(entry->story, entry, url));
}
