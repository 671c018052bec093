/* SPDX-License-Identifier: MIT */
#include "base/yaml.h"
#include "base/map.h"
#include "base/utf8.h"

#include <yaml.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct reader {
    yaml_parser_t parser;
    struct arena *keep;
    const struct yaml_source *source;
};

static struct place place_of(const struct reader *reader, yaml_mark_t mark)
{
    return (struct place){reader->source->file, reader->source->line + (uint32_t)mark.line + 1,
                          (uint32_t)mark.column + 1};
}

static struct place place_of_byte(const struct yaml_source *source, size_t at)
{
    struct str before = str_slice(source->text, 0, at);
    struct place place = {source->file, source->line + 1, 1};
    for (size_t i = 0; i < before.len; i++) {
        unsigned char byte = (unsigned char)before.ptr[i];
        place.column += (byte & 0xc0) != 0x80;
        if (byte == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

static void tell_syntax(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    const struct yaml_source *source = reader->source;
    const char *problem = parser->problem ? parser->problem : "it cannot be parsed";
    struct place place = parser->error == YAML_READER_ERROR
                             ? place_of_byte(source, parser->problem_offset)
                             : place_of(reader, parser->problem_mark);
    /* where what is not whole begins: the scanner sees that only where it should have ended */
    struct place at = parser->error == YAML_SCANNER_ERROR && parser->context
                          ? place_of(reader, parser->context_mark)
                          : place;
    if (parser->error != YAML_READER_ERROR && yaml_wide_colon_before(source, place.line, &place))
        diag_add(source->diags, source->fault, place, YAML_WIDE_COLON);
    else
        diag_add(source->diags, source->fault, at, "not well-formed YAML: %s%s%s", problem,
                 parser->context ? " " : "", parser->context ? parser->context : "");
}

static bool event_next(struct reader *reader, yaml_event_t *event)
{
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    if (reader->parser.error == YAML_MEMORY_ERROR)
        die("out of memory (a YAML document wanted)");
    tell_syntax(reader);
    return false;
}

/* Names what hand-written files do not need and what can blow up or hide in them. */
static const char *event_refused(const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        return "an alias (*name)";
    case YAML_SCALAR_EVENT:
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
        break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
        break;
    default:
        break;
    }
    return anchor ? "an anchor (&name)" : tag ? "a tag (!name)" : NULL;
}

static bool event_allowed(struct reader *reader, const yaml_event_t *event, unsigned depth)
{
    const struct yaml_source *source = reader->source;
    struct place place = place_of(reader, event->start_mark);
    const char *refused = event_refused(event);
    if (refused)
        diag_add(source->diags, source->fault, place, "%s cannot be used here: write the value out",
                 refused);
    else if (depth > YAML_MAX_DEPTH)
        diag_add(source->diags, source->fault, place, "nested more than %d levels deep",
                 YAML_MAX_DEPTH);
    else
        return true;
    return false;
}

static bool read_node(struct reader *reader, const yaml_event_t *start, unsigned depth,
                      struct yaml_node *node);

/* Reads one node after EVENT, which it takes and gives back. */
static bool read_event(struct reader *reader, yaml_event_t *event, unsigned depth,
                       struct yaml_node *node)
{
    bool ok = event_allowed(reader, event, depth) && read_node(reader, event, depth, node);
    yaml_event_delete(event);
    return ok;
}

static bool read_items(struct reader *reader, unsigned depth, struct yaml_node *list)
{
    for (;;) {
        yaml_event_t event;
        if (!event_next(reader, &event))
            return false;
        if (event.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&event);
            return true;
        }
        struct yaml_node item = {0};
        if (!read_event(reader, &event, depth + 1, &item))
            return false;
        vec_push(reader->keep, &list->items, item);
    }
}

/* Whether a key can stand in a map that holds KEYS so far. */
static bool key_allowed(struct reader *reader, struct map *keys, const struct yaml_node *key)
{
    const struct yaml_source *source = reader->source;
    if (key->kind != YAML_SCALAR) {
        diag_add(source->diags, source->fault, key->place,
                 "a key must be a word, not a list or map");
        return false;
    }
    void **seen = map_at(reader->keep, keys, key->text);
    if (*seen) {
        const struct place *first = *seen;
        diag_add(source->diags, source->fault, key->place, "'%.*s' is already on line %u",
                 STR_FMT(key->text), first->line);
        return false;
    }
    struct place *place = ARENA_NEW(reader->keep, struct place);
    *place = key->place;
    *seen = place;
    return true;
}

static bool read_members(struct reader *reader, unsigned depth, struct yaml_node *map)
{
    struct map keys = {0};
    for (;;) {
        yaml_event_t event;
        if (!event_next(reader, &event))
            return false;
        if (event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            return true;
        }
        struct yaml_node key = {0}, value = {0};
        if (!read_event(reader, &event, depth + 1, &key) || !key_allowed(reader, &keys, &key) ||
            !event_next(reader, &event) || !read_event(reader, &event, depth + 1, &value))
            return false;
        value.key = key.text;
        value.key_place = key.place;
        vec_push(reader->keep, &map->items, value);
    }
}

/* Escapes ("\0") can put into a text what the file itself may not hold. */
static bool read_scalar(struct reader *reader, const yaml_event_t *start, struct yaml_node *node)
{
    struct str text = {(const char *)start->data.scalar.value, start->data.scalar.length};
    node->kind = YAML_SCALAR;
    node->plain = start->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->text = str_dup(reader->keep, text);
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (!utf8_is_forbidden(c.code))
            continue;
        diag_add(reader->source->diags, reader->source->fault, node->place,
                 "holds the control character U+%04X", (unsigned)c.code);
        return false;
    }
    return true;
}

static bool read_node(struct reader *reader, const yaml_event_t *start, unsigned depth,
                      struct yaml_node *node)
{
    node->place = place_of(reader, start->start_mark);
    switch (start->type) {
    case YAML_SEQUENCE_START_EVENT:
        node->kind = YAML_LIST;
        return read_items(reader, depth, node);
    case YAML_MAPPING_START_EVENT:
        node->kind = YAML_MAP;
        return read_members(reader, depth, node);
    default:
        return read_scalar(reader, start, node);
    }
}

/* Passes over an event that opens or ends a document or a stream of them. */
static bool skip_event(struct reader *reader, yaml_event_type_t *type, struct place *place)
{
    yaml_event_t event;
    if (!event_next(reader, &event))
        return false;
    *type = event.type;
    *place = place_of(reader, event.start_mark);
    yaml_event_delete(&event);
    return true;
}

static bool read_document(struct reader *reader, struct yaml_node *root)
{
    const struct yaml_source *source = reader->source;
    yaml_event_t event;
    yaml_event_type_t type;
    struct place place;
    if (!skip_event(reader, &type, &place) || !skip_event(reader, &type, &place))
        return false;
    if (type == YAML_STREAM_END_EVENT) {
        *root = (struct yaml_node){.plain = true, .place = {source->file, 0, 0}};
        return true;
    }
    if (!event_next(reader, &event) || !read_event(reader, &event, 1, root) ||
        !skip_event(reader, &type, &place) || !skip_event(reader, &type, &place))
        return false;
    if (type == YAML_STREAM_END_EVENT)
        return true;
    diag_add(source->diags, source->fault, place,
             "a second document begins here; only one can be used");
    return false;
}

static bool text_allowed(const struct yaml_source *source)
{
    size_t bad;
    if (source->text.len > YAML_MAX_BYTES)
        diag_add(source->diags, source->fault, (struct place){.file = source->file},
                 "larger than %zu MiB", YAML_MAX_BYTES >> 20);
    else if (!utf8_valid(source->text, &bad))
        diag_add(source->diags, source->fault, place_of_byte(source, bad),
                 "not UTF-8: save the file as UTF-8");
    else
        return true;
    return false;
}

const struct yaml_node *yaml_parse(struct arena *keep, const struct yaml_source *source)
{
    struct yaml_source plain = *source;
    if (str_starts(plain.text, STR(BYTE_ORDER_MARK)))
        plain.text = str_slice(plain.text, strlen(BYTE_ORDER_MARK), plain.text.len);
    if (!plain.text.ptr)
        plain.text = STR("");
    struct reader reader = {.keep = keep, .source = &plain};
    struct yaml_node *root = ARENA_NEW(keep, struct yaml_node);
    if (!text_allowed(&plain))
        return NULL;
    if (!yaml_parser_initialize(&reader.parser))
        die("out of memory (a YAML parser wanted)");
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)plain.text.ptr,
                                 plain.text.len);
    bool ok = read_document(&reader, root);
    yaml_parser_delete(&reader.parser);
    return ok ? root : NULL;
}

bool yaml_is_null(const struct yaml_node *node)
{
    if (node->kind != YAML_SCALAR || !node->plain)
        return false;
    return node->text.len == 0 || str_eq(node->text, STR("~")) || str_eq(node->text, STR("null"));
}

const struct yaml_node *yaml_get(const struct yaml_node *map, struct str key)
{
    for (size_t i = 0; i < map->items.len; i++) {
        if (map->kind == YAML_MAP && str_eq(map->items.at[i].key, key))
            return &map->items.at[i];
    }
    return NULL;
}
