/* SPDX-License-Identifier: MIT */
#include "archive/front_matter.h"
#include "base/utf8.h"
#include "enrich/region.h"
#include "enrich/topics.h"

#include <stdio.h>
#include <yaml.h>

enum { UNLIMITED = -1 };

static int append(void *out, unsigned char *bytes, size_t len)
{
    buf_add(out, bytes, len);
    return 1;
}

/* Emits an event that was just made; MADE is false where there was no memory for it. */
static void emit(yaml_emitter_t *emitter, int made, yaml_event_t *event)
{
    if (!made || !yaml_emitter_emit(emitter, event))
        die("cannot write front matter: %s", emitter->problem ? emitter->problem : "out of memory");
}

/* A scalar that readers are to take for a string (QUOTED), or for what it looks like. */
static void scalar(yaml_emitter_t *emitter, struct str text, bool quoted)
{
    struct buf mended = {0};
    utf8_add_mended(&mended, text);
    yaml_event_t event;
    int made = yaml_scalar_event_initialize(&event, NULL, NULL,
                                            (const yaml_char_t *)(mended.ptr ? mended.ptr : ""),
                                            (int)mended.len, !quoted, 1, YAML_ANY_SCALAR_STYLE);
    emit(emitter, made, &event);
    buf_clear(&mended);
}

static void key(yaml_emitter_t *emitter, const char *name)
{
    scalar(emitter, str_of(name), false);
}

static void plain_pair(yaml_emitter_t *emitter, const char *name, const char *value)
{
    key(emitter, name);
    scalar(emitter, str_of(value), false);
}

static void text_pair(yaml_emitter_t *emitter, const char *name, struct str value)
{
    if (!value.len)
        return;
    key(emitter, name);
    scalar(emitter, value, true);
}

static void mapping_start(yaml_emitter_t *emitter, yaml_mapping_style_t style)
{
    yaml_event_t event;
    emit(emitter, yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style), &event);
}

static void mapping_end(yaml_emitter_t *emitter)
{
    yaml_event_t event;
    emit(emitter, yaml_mapping_end_event_initialize(&event), &event);
}

static void list_start(yaml_emitter_t *emitter, const char *name, yaml_sequence_style_t style)
{
    yaml_event_t event;
    key(emitter, name);
    emit(emitter, yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style), &event);
}

static void list_end(yaml_emitter_t *emitter)
{
    yaml_event_t event;
    emit(emitter, yaml_sequence_end_event_initialize(&event), &event);
}

static void write_date(yaml_emitter_t *emitter, const struct story_date *date)
{
    static const char *const names[] = {
        [PRECISION_YEAR] = "year", [PRECISION_MONTH] = "month", [PRECISION_DAY] = "date"};
    if (date->precision == PRECISION_NONE)
        return;
    struct arena scratch = {0};
    key(emitter, names[date->precision]);
    scalar(emitter, date_iso(&scratch, date->value, date->precision),
           date->precision == PRECISION_MONTH);
    plain_pair(emitter, "date_basis", basis_name(date->basis));
    arena_clear(&scratch);
}

static void write_bylines(yaml_emitter_t *emitter, const struct bylines *bylines)
{
    if (!bylines->len)
        return;
    list_start(emitter, "bylines", YAML_BLOCK_SEQUENCE_STYLE);
    for (size_t i = 0; i < bylines->len; i++) {
        mapping_start(emitter, YAML_FLOW_MAPPING_STYLE);
        text_pair(emitter, "name", bylines->at[i].name);
        plain_pair(emitter, "role", byline_role_name(bylines->at[i].role));
        mapping_end(emitter);
    }
    list_end(emitter);
}

static void write_counties(yaml_emitter_t *emitter, const struct story_counties *counties)
{
    if (!counties->len)
        return;
    list_start(emitter, "counties", YAML_FLOW_SEQUENCE_STYLE);
    for (size_t i = 0; i < counties->len; i++)
        scalar(emitter, counties->at[i].county->name, true);
    list_end(emitter);
    list_start(emitter, "county_codes", YAML_FLOW_SEQUENCE_STYLE);
    for (size_t i = 0; i < counties->len; i++)
        scalar(emitter, counties->at[i].county->code, true);
    list_end(emitter);
}

static void write_regions(yaml_emitter_t *emitter, const struct story_regions *regions)
{
    if (!regions->len)
        return;
    list_start(emitter, "regions", YAML_FLOW_SEQUENCE_STYLE);
    for (size_t i = 0; i < regions->len; i++)
        scalar(emitter, region_name(&regions->at[i]), true);
    list_end(emitter);
    list_start(emitter, "region_codes", YAML_FLOW_SEQUENCE_STYLE);
    for (size_t i = 0; i < regions->len; i++)
        scalar(emitter, region_code(&regions->at[i]), true);
    list_end(emitter);
}

static void write_topics(yaml_emitter_t *emitter, const struct story_topics *topics)
{
    if (!topics->len)
        return;
    list_start(emitter, "topics", YAML_FLOW_SEQUENCE_STYLE);
    for (size_t i = 0; i < topics->len; i++)
        scalar(emitter, topics->at[i].topic->id, true);
    list_end(emitter);
}

static void write_story(yaml_emitter_t *emitter, const struct story *story)
{
    text_pair(emitter, "title", story->headline);
    if (story->headline_derived)
        plain_pair(emitter, "headline_derived", "true");
    text_pair(emitter, "kicker", story->kicker);
    text_pair(emitter, "subtitle", story->subtitle);
    text_pair(emitter, "id", story->id);
    plain_pair(emitter, "kind", story_kind_name(story->kind));
    write_date(emitter, &story->date);
    write_bylines(emitter, &story->bylines);
    write_counties(emitter, &story->counties);
    write_regions(emitter, &story->regions);
    write_topics(emitter, &story->topics);
    if (story->truncated_start)
        plain_pair(emitter, "truncated_start", "true");
    if (story->truncated_end)
        plain_pair(emitter, "truncated_end", "true");
    text_pair(emitter, "publication", story->page->facts.publication);
    text_pair(emitter, "page", story->page->facts.number);
    text_pair(emitter, "rights", story->page->facts.rights);
    text_pair(emitter, "source", story->page->path);
}

void front_matter_write(struct buf *out, const struct story *story)
{
    yaml_emitter_t emitter;
    yaml_event_t event;
    if (!yaml_emitter_initialize(&emitter))
        die("out of memory (front matter)");
    yaml_emitter_set_output(&emitter, append, out);
    yaml_emitter_set_unicode(&emitter, 1);
    yaml_emitter_set_width(&emitter, UNLIMITED);
    emit(&emitter, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING), &event);
    emit(&emitter, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 0), &event);
    mapping_start(&emitter, YAML_BLOCK_MAPPING_STYLE);
    write_story(&emitter, story);
    mapping_end(&emitter);
    emit(&emitter, yaml_document_end_event_initialize(&event, 1), &event);
    emit(&emitter, yaml_stream_end_event_initialize(&event), &event);
    yaml_emitter_delete(&emitter);
    buf_str(out, STR("---\n"));
}
