/* SPDX-License-Identifier: MIT */
/*
 * Values: what a template can name.
 *
 * A template sees the model through values: "story/headline" asks the object `story` for its field
 * `headline`. Objects are C structs behind a type: a table of named fields, each with one line of
 * documentation and a function that makes the field's value. Nothing is copied before it is asked
 * for.
 */
#ifndef TEMPLATE_VALUE_H
#define TEMPLATE_VALUE_H

#include "base/str.h"

enum value_kind {
    VALUE_NOTHING, /* known, but there is none */
    VALUE_BOOL,
    VALUE_INT,
    VALUE_REAL,
    VALUE_STRING, /* text; escaped wherever it is put */
    VALUE_HTML,   /* markup that xianbao made; put as it is by `structure`, escaped elsewhere */
    VALUE_LIST,
    VALUE_OBJECT,
    VALUE_DEFAULT, /* what `default` names in a template; no view makes it */
};

struct value_type;
struct value_list;

struct value {
    enum value_kind kind;
    union {
        bool truth;
        long long number;
        double real;
        struct str text;               /* VALUE_STRING, VALUE_HTML */
        const struct value_list *list; /* VALUE_LIST */
        struct {
            const struct value_type *type;
            const void *self;
        } object; /* VALUE_OBJECT */
    };
};

/* A list is an array of things of one kind, and how one of them becomes a value. */
struct value_list {
    size_t len;
    struct value (*item)(struct arena *scratch, const struct value_list *list, size_t i);
    const void *items;   /* for item() */
    const void *context; /* for item() */
};

/* One name that a template can use after an object's. */
struct value_field {
    const char *name;
    const char *doc; /* one line: what it holds, and when it is nothing */
    struct value (*get)(struct arena *scratch, const void *self);
};

struct value_type {
    const char *name;                 /* for messages and docs: "story" */
    const struct value_field *fields; /* ended by a field without a name */
    /* For objects whose names are not known beforehand (JSON, strings): used where FIELDS has no
       such name. Returns false if there is none. May be NULL. */
    bool (*lookup)(struct arena *scratch, const void *self, struct str name, struct value *out);
    /* For messages: the i-th of the names that lookup() knows; false past the last. May be NULL. */
    bool (*name_at)(const void *self, size_t i, struct str *name);
};

#define VALUE_NONE ((struct value){.kind = VALUE_NOTHING})

static inline struct value value_bool(bool truth)
{
    return (struct value){.kind = VALUE_BOOL, .truth = truth};
}

static inline struct value value_int(long long number)
{
    return (struct value){.kind = VALUE_INT, .number = number};
}

static inline struct value value_string(struct str text)
{
    return (struct value){.kind = VALUE_STRING, .text = text};
}

/* A string, or nothing if it is empty. */
static inline struct value value_text(struct str text)
{
    return text.len ? value_string(text) : VALUE_NONE;
}

static inline struct value value_html(struct str html)
{
    return (struct value){.kind = VALUE_HTML, .text = html};
}

static inline struct value value_list(const struct value_list *list)
{
    return (struct value){.kind = VALUE_LIST, .list = list};
}

static inline struct value value_object(const struct value_type *type, const void *self)
{
    return (struct value){.kind = VALUE_OBJECT, .object = {type, self}};
}

/* The field NAME of an object. False: it has no such field. */
bool value_get(struct arena *scratch, struct value object, struct str name, struct value *out);

#endif
