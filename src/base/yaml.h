/* SPDX-License-Identifier: MIT */
/*
 * YAML, through a schema, into structs.
 *
 * A document is parsed into a tree by libyaml (yaml.c), and a table of fields says where in a
 * struct each value of the tree goes (yaml_schema.c). What does not fit is told with line and
 * column.
 *
 * YAML is kept to what people write by hand: one document, scalars, lists and maps. Anchors,
 * aliases and tags are faults, and so are keys that occur twice in a map, more than YAML_MAX_DEPTH
 * levels, and more than YAML_MAX_BYTES.
 */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/diag.h"

#define YAML_MAX_BYTES ((size_t)4 << 20)
#define YAML_MAX_DEPTH 16

/* A document and where its faults are told. */
struct yaml_source {
    struct str file;    /* its name in messages; borrowed */
    struct str text;    /* UTF-8; anything else is a fault */
    uint32_t line;      /* number in the file of the line before the text's first; usually 0 */
    enum diag_id fault; /* what faults are: D_CONFIG … Unknown keys are D_CONFIG_UNKNOWN_KEY */
    struct diags *diags;
};

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_nodes {
    struct yaml_node *at;
    size_t len, cap;
};

struct yaml_node {
    enum yaml_kind kind;
    bool plain;         /* a scalar without quotes */
    struct str text;    /* of a scalar */
    struct place place; /* where it begins */
    struct str key;     /* in a map: its key */
    struct place key_place;
    struct yaml_nodes items; /* of a list or map, in the order of the file */
};

/* The tree of a document, in KEEP; an empty document is a scalar that yaml_is_null(). NULL: it
   cannot be parsed, and the source's diags say why. */
const struct yaml_node *yaml_parse(struct arena *keep, const struct yaml_source *source);

/* A scalar that says that there is no value: nothing, ~ or null, without quotes. */
bool yaml_is_null(const struct yaml_node *node);

/* A slip of Chinese keyboards: title： 洛川报. It makes the line a text, and what follows a fault.
   Where it stands in NODE, or in SOURCE on the lines that end in a fault on line LAST of its file.
 */
#define YAML_WIDE_COLON "a full-width colon ： stands where YAML wants ': '"
bool yaml_wide_colon(const struct yaml_node *node, struct place *place);
bool yaml_wide_colon_before(const struct yaml_source *source, uint32_t last, struct place *place);

/* The value of a map's key, or NULL. */
const struct yaml_node *yaml_get(const struct yaml_node *map, struct str key);

/* What a field holds, and the C type at its offset. */
enum yaml_type {
    YAML_STRING,     /* struct str: any scalar, as written: 03 stays "03" */
    YAML_BOOL,       /* bool: true, false, yes, no, on, off */
    YAML_INT,        /* int: decimal, from field.min to field.max */
    YAML_PARSED,     /* anything: a scalar, by field.parse */
    YAML_STRINGS,    /* struct yaml_strings without keys: a list of scalars */
    YAML_STRING_MAP, /* struct yaml_strings: a map from any keys to scalars */
    YAML_RECORD,     /* a struct: a map with the keys of field.fields */
    YAML_RECORDS,    /* struct VEC_OF(T): a list of such maps; field.size is sizeof(T) */
    YAML_PLACE,      /* struct place: not a key, but where the record begins; key is "" */
    YAML_OTHER,      /* no key: what people may write for the key that field.expects names */
};

/* One row of a table: {.key = "title", YAML_STRING, offsetof(struct config, title)}. */
struct yaml_field {
    const char *key; /* NULL ends a table */
    enum yaml_type type;
    size_t offset;                   /* in the struct */
    bool required;                   /* a record without it is a fault */
    int min, max;                    /* YAML_INT */
    const struct yaml_field *fields; /* YAML_RECORD, YAML_RECORDS */
    size_t size;                     /* YAML_RECORDS */
    /* YAML_PARSED: reads TEXT into *VALUE; false, and *VALUE unchanged, if it cannot be read. */
    bool (*parse)(struct arena *keep, struct str text, void *value);
    const char *expects; /* YAML_PARSED, for messages: "a date such as 2023-10-17"; YAML_OTHER */
};

struct yaml_string {
    struct str key, value;
    struct place place; /* of the key, or of the value where there is none */
};

struct yaml_strings VEC_OF(struct yaml_string);

/*
 * Puts NODE into *VALUE as FIELD says; the field's own key and offset do not count, so that a
 * document may be a record, a list of records, or a map. What it makes lives in KEEP.
 *
 * What is absent or null leaves its part of *VALUE as it was: put defaults there. So does what has
 * a fault; the rest is still read, and of a list of records each record. False: there was a fault.
 * Unknown keys are not faults.
 */
bool yaml_fill(struct arena *keep, const struct yaml_source *source, const struct yaml_node *node,
               const struct yaml_field *field, void *value);

/* yaml_parse() and yaml_fill(). */
bool yaml_read(struct arena *keep, const struct yaml_source *source, const struct yaml_field *field,
               void *value);

#endif
