/* SPDX-License-Identifier: MIT */
#include "base/near.h"
#include "base/utf8.h"
#include "base/yaml.h"

enum { SHOWN_CHARS = 40 };

struct filler {
    struct arena *keep;
    const struct yaml_source *source;
};

static bool expect(struct filler *filler, const struct yaml_node *node, const char *expected)
{
    static const char *const kinds[] = {[YAML_LIST] = "a list", [YAML_MAP] = "a map"};
    const struct yaml_source *source = filler->source;
    const char *colon = node->key.len ? ": " : "";
    struct str shown = utf8_head(node->text, SHOWN_CHARS);
    struct place slip;
    if (yaml_wide_colon(node, &slip))
        diag_add(source->diags, source->fault, slip, YAML_WIDE_COLON);
    else if (node->kind == YAML_SCALAR)
        diag_add(source->diags, source->fault, node->place, "%.*s%sexpected %s, not '%.*s'",
                 STR_FMT(node->key), colon, expected, STR_FMT(shown));
    else
        diag_add(source->diags, source->fault, node->place, "%.*s%sexpected %s, not %s",
                 STR_FMT(node->key), colon, expected, kinds[node->kind]);
    return false;
}

static bool fill_value(struct filler *filler, const struct yaml_node *node,
                       const struct yaml_field *field, void *value);

static bool fill_string(struct filler *filler, const struct yaml_node *node,
                        const struct yaml_field *field, void *value)
{
    (void)field;
    if (node->kind != YAML_SCALAR)
        return expect(filler, node, "text");
    *(struct str *)value = node->text;
    return true;
}

static bool fill_bool(struct filler *filler, const struct yaml_node *node,
                      const struct yaml_field *field, void *value)
{
    static const char *const words[] = {"false", "true", "no", "yes", "off", "on"};
    (void)field;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (node->plain && str_eq(node->text, str_of(words[i]))) {
            *(bool *)value = i % 2;
            return true;
        }
    }
    return expect(filler, node, "true or false");
}

static bool int_parse(struct str text, long long *number)
{
    bool negative = text.len > 1 && text.ptr[0] == '-';
    text = str_slice(text, negative, text.len);
    *number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || *number > INT32_MAX)
            return false;
        *number = *number * 10 + (text.ptr[i] - '0');
    }
    if (negative)
        *number = -*number;
    return text.len > 0;
}

static bool fill_int(struct filler *filler, const struct yaml_node *node,
                     const struct yaml_field *field, void *value)
{
    long long number;
    if (!int_parse(node->text, &number) || number < field->min || number > field->max) {
        struct str range =
            str_format(filler->keep, "a whole number from %d to %d", field->min, field->max);
        return expect(filler, node, range.ptr);
    }
    *(int *)value = (int)number;
    return true;
}

static bool fill_parsed(struct filler *filler, const struct yaml_node *node,
                        const struct yaml_field *field, void *value)
{
    if (node->kind != YAML_SCALAR || !field->parse(filler->keep, node->text, value))
        return expect(filler, node, field->expects);
    return true;
}

static bool fill_strings(struct filler *filler, const struct yaml_node *node,
                         const struct yaml_field *field, void *value)
{
    struct yaml_strings strings = {0};
    bool ok = true;
    if (node->kind != YAML_LIST)
        return expect(filler, node, "a list of texts");
    for (size_t i = 0; i < node->items.len; i++) {
        struct yaml_string entry = {.place = node->items.at[i].place};
        ok = fill_string(filler, &node->items.at[i], field, &entry.value) && ok;
        vec_push(filler->keep, &strings, entry);
    }
    if (ok)
        *(struct yaml_strings *)value = strings;
    return ok;
}

static bool fill_string_map(struct filler *filler, const struct yaml_node *node,
                            const struct yaml_field *field, void *value)
{
    struct yaml_strings strings = {0};
    bool ok = true;
    if (node->kind != YAML_MAP)
        return expect(filler, node, "a map from keys to texts");
    for (size_t i = 0; i < node->items.len; i++) {
        const struct yaml_node *item = &node->items.at[i];
        struct yaml_string entry = {.key = item->key, .place = item->key_place};
        ok = fill_string(filler, item, field, &entry.value) && ok;
        vec_push(filler->keep, &strings, entry);
    }
    if (ok)
        *(struct yaml_strings *)value = strings;
    return ok;
}

static const struct yaml_field *field_find(const struct yaml_field *fields, struct str key)
{
    for (; key.len && fields->key; fields++) {
        if (str_eq(key, str_of(fields->key)))
            return fields;
    }
    return NULL;
}

static void tell_unknown(struct filler *filler, const struct yaml_node *node,
                         const struct yaml_field *fields)
{
    struct near near = near_to(node->key);
    for (; fields->key; fields++) {
        bool other = fields->type == YAML_OTHER;
        if (other && str_eq(node->key, str_of(fields->key)))
            near = (struct near){.best = str_of(fields->expects)};
        else if (!other)
            near_try(&near, str_of(fields->key));
    }
    struct str shown = utf8_head(node->key, SHOWN_CHARS);
    if (near.best.len)
        diag_add(filler->source->diags, D_CONFIG_UNKNOWN_KEY, node->key_place,
                 "unknown key '%.*s': did you mean '%.*s'?", STR_FMT(shown), STR_FMT(near.best));
    else
        diag_add(filler->source->diags, D_CONFIG_UNKNOWN_KEY, node->key_place, "unknown key '%.*s'",
                 STR_FMT(shown));
}

/* Fills the fields that are no keys, and looks whether a key is missing. */
static bool fill_rest(struct filler *filler, const struct yaml_node *node,
                      const struct yaml_field *fields, unsigned char *record)
{
    bool ok = true;
    for (; fields->key; fields++) {
        if (fields->type == YAML_PLACE)
            memcpy(record + fields->offset, &node->place, sizeof node->place);
        if (!fields->required)
            continue;
        const struct yaml_node *value = yaml_get(node, str_of(fields->key));
        if (value && !yaml_is_null(value))
            continue;
        diag_add(filler->source->diags, filler->source->fault, node->place, "'%s' is missing",
                 fields->key);
        ok = false;
    }
    return ok;
}

static bool fill_record(struct filler *filler, const struct yaml_node *node,
                        const struct yaml_field *field, void *value)
{
    unsigned char *record = value;
    if (node->kind != YAML_MAP)
        return expect(filler, node, "a map of keys and values");
    bool ok = true;
    for (size_t i = 0; i < node->items.len; i++) {
        const struct yaml_node *item = &node->items.at[i];
        const struct yaml_field *known = field_find(field->fields, item->key);
        if (known && known->type != YAML_OTHER)
            ok = fill_value(filler, item, known, record + known->offset) && ok;
        else
            tell_unknown(filler, item, field->fields);
    }
    return fill_rest(filler, node, field->fields, record) && ok;
}

static bool fill_records(struct filler *filler, const struct yaml_node *node,
                         const struct yaml_field *field, void *value)
{
    struct {
        void *at;
        size_t len, cap;
    } records = {.len = node->items.len, .cap = node->items.len};
    if (node->kind != YAML_LIST)
        return expect(filler, node, "a list of maps");
    unsigned char *record = arena_array(filler->keep, records.len, field->size);
    bool ok = true;
    records.at = record;
    for (size_t i = 0; i < records.len; i++, record += field->size)
        ok = fill_record(filler, &node->items.at[i], field, record) && ok;
    memcpy(value, &records, sizeof records);
    return ok;
}

static bool fill_value(struct filler *filler, const struct yaml_node *node,
                       const struct yaml_field *field, void *value)
{
    static bool (*const by_type[])(struct filler *, const struct yaml_node *,
                                   const struct yaml_field *, void *) = {
        [YAML_STRING] = fill_string,   [YAML_BOOL] = fill_bool,
        [YAML_INT] = fill_int,         [YAML_PARSED] = fill_parsed,
        [YAML_STRINGS] = fill_strings, [YAML_STRING_MAP] = fill_string_map,
        [YAML_RECORD] = fill_record,   [YAML_RECORDS] = fill_records,
    };
    return yaml_is_null(node) || by_type[field->type](filler, node, field, value);
}

bool yaml_fill(struct arena *keep, const struct yaml_source *source, const struct yaml_node *node,
               const struct yaml_field *field, void *value)
{
    struct filler filler = {keep, source};
    return fill_value(&filler, node, field, value);
}

bool yaml_read(struct arena *keep, const struct yaml_source *source, const struct yaml_field *field,
               void *value)
{
    const struct yaml_node *root = yaml_parse(keep, source);
    return root && yaml_fill(keep, source, root, field, value);
}
