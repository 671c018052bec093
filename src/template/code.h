/* SPDX-License-Identifier: MIT */
/*
 * What templates compile to: a list of operations for each file.
 *
 * Most operations append bytes or bind a variable and go on with the next one; some go on at TO.
 * What METAL calls by name (a macro, the filling of a slot) is a range of operations in its place
 * in the list.
 */
#ifndef TEMPLATE_CODE_H
#define TEMPLATE_CODE_H

#include "base/map.h"
#include "template/expr.h"
#include "template/html.h"

enum op_kind {
    OP_BYTES,         /* append BYTES */
    OP_DEFINE,        /* bind VARIABLE to EXPR until OP_DROP */
    OP_DEFINE_GLOBAL, /* bind VARIABLE to EXPR for good, wherever it is bound */
    OP_DROP,          /* undo the last COUNT bindings */
    OP_UNLESS,        /* if EXPR is false go to TO */
    OP_REPEAT,        /* begin a loop of VARIABLE over EXPR; none: go to TO */
    OP_NEXT,          /* the loop's next item and back to TO, or end the loop */
    OP_TEXT,          /* append EXPR escaped and go to TO, unless it is `default` */
    OP_STRUCTURE,     /* the same, but HTML as it is */
    OP_ATTRIBUTE,     /* append ATTRIBUTE with the value EXPR */
    OP_USE,           /* run USE's macro, then go to TO */
    OP_SLOT,          /* run what fills SLOT and go to TO, if something does */
    OP_TRY, /* run up to TO; if that fails take its output back and go to TO, else to END */
};

struct attribute {
    struct str name; /* for messages */
    enum html_attribute_kind kind;
    struct str start;    /* ` name="` */
    struct str original; /* ` name="value"` as the template has it; empty if it has none */
};

/* A range of operations: a macro's body, or what fills a slot. */
struct range {
    const struct code *code;
    uint32_t from, to;
};

struct macro {
    struct str name;
    struct range body;
    uint32_t at;               /* byte offset in the source */
    struct macro *outer;       /* whose body this one stands in; NULL: none */
    struct strs slots;         /* defined in its body */
    const struct use *extends; /* the macro it extends, with its own fillings; NULL: none */
};

struct fill {
    struct str slot;
    struct range range;
    uint32_t at;
};

/* A use of a macro, with what fills its slots. */
struct use {
    struct str path; /* as written: alternatives with '|' */
    uint32_t at;
    bool extending;            /* extend-macro: the user's fillings come before these */
    const struct macro *macro; /* found by template_link; NULL: `nothing`, or `default` */
    struct {
        struct fill *at;
        size_t len, cap;
    } fills;
    bool is_default;       /* the element itself is used: run on, after the fillings */
    uint32_t default_from; /* where its operations begin */
};

struct op {
    enum op_kind kind;
    uint32_t to;
    union {
        uint32_t variable;
        uint32_t count;
        uint32_t end;
        bool drops_newline; /* OP_TEXT, OP_STRUCTURE: in an element where HTML drops the first line
                               break */
    };
    const struct expr *expr;
    union {
        struct str bytes;
        const struct attribute *attribute;
        struct use *use;
        struct str slot;
    };
};

/* A compiled file. */
struct code {
    struct markup_source source;
    struct {
        struct op *at;
        size_t len, cap;
    } ops;
    struct {
        struct macro **at;
        size_t len, cap;
    } macros;
    struct map macros_by_name; /* the first of each name */
    struct {
        struct use **at;
        size_t len, cap;
    } uses;
};

/* Compiles the tree of a file to CODE->ops, with its macros and uses. False: a mistake, said in
 * DIAGS. */
bool code_compile(struct code *code, struct names *names, const struct markup *root,
                  struct diags *diags);

#endif
