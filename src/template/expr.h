/* SPDX-License-Identifier: MIT */
/* Expressions: TALES, as far as docs/templates.md has it. Compiled once, then only read. */
#ifndef TEMPLATE_EXPR_H
#define TEMPLATE_EXPR_H

#include "base/map.h"
#include "template/parse.h"
#include "template/repeat.h"

/* The names of variables, numbered, so that a run finds them in an array. */
struct names {
    struct arena *keep;
    struct map numbers; /* name → its number, a uint32_t */
    struct strs list;
    struct map steps;   /* names that stand in paths after the first: archive in here/archive */
    bool steps_unknown; /* a path has a step that a variable tells: here/?name */
};

#define NO_VARIABLE UINT32_MAX

uint32_t name_number(struct names *names, struct str name);

enum expr_kind {
    EXPR_NOTHING,
    EXPR_DEFAULT,
    EXPR_TEXT,    /* text that is known */
    EXPR_MISSING, /* what is known not to be there; TEXT says it */
    EXPR_PATH,    /* a variable and steps from it */
    EXPR_REPEAT,  /* repeat/VARIABLE/PROPERTY and steps from it */
    EXPR_FIRST,   /* PARTS: the first that can be evaluated: a | b */
    EXPR_STRING,  /* PARTS, put together */
    EXPR_NOT,     /* PARTS[0] */
    EXPR_EXISTS,  /* PARTS[0] */
};

/* A step of a path: a name, an index of a list, or what a variable holds (?variable). */
struct step {
    struct str name;
    uint32_t variable; /* NO_VARIABLE: it is `name` */
    bool is_index;
    size_t index;
};

struct expr {
    enum expr_kind kind;
    uint32_t at; /* byte offset in the source */
    struct str
        text; /* EXPR_TEXT and EXPR_MISSING; of paths and EXPR_FIRST: as written, for messages */
    uint32_t variable;                      /* EXPR_PATH, EXPR_REPEAT */
    const struct repeat_property *property; /* EXPR_REPEAT */
    struct step *steps;
    size_t step_count;
    struct expr **parts;
    size_t part_count;
};

/* Where an expression is compiled. */
struct expr_context {
    struct names *names;
    const struct markup_source *source;
    const struct markup *element;             /* whose attributes `attrs` names */
    const struct markup_attribute *attribute; /* whose value holds the expression */
    struct diags *diags;
};

/* Compiles TEXT, found at byte AT of the attribute's value. NULL: a mistake, said in DIAGS. */
struct expr *expr_parse(const struct expr_context *context, struct str text, size_t at);

/* Whether S can be the name of a variable, a macro or a slot: a letter or _, then also digits, - ;
   letters outside ASCII count. */
bool name_is_valid(struct str s);

#endif
