/* SPDX-License-Identifier: MIT */
/* Inside the engine: the state of one rendering, shared by template_run.c (operations) and
   template_eval.c (expressions). */
#ifndef TEMPLATE_RUN_H
#define TEMPLATE_RUN_H

#include "template/code.h"

/* The number of `error`, which tal:on-error binds: every set begins with it. */
#define ERROR_VARIABLE 0

/* A loop that is running. */
struct loop {
    struct value list;
    size_t index, length;
    uint32_t variable;
    bool binds;         /* false: tal:repeat got `default`, so there is no variable */
    struct loop *outer; /* the loop around it, whatever its variable */
};

/* What a variable stands for now. */
struct binding {
    enum {
        BINDING_UNKNOWN,
        BINDING_MISSING,
        BINDING_SET
    } state; /* unknown: not yet asked of the root */
    struct value value;
    struct loop *loop; /* the innermost loop of the variable; for repeat/VARIABLE */
};

struct saved_binding {
    uint32_t variable;
    struct binding binding;
};

/* A macro that is being used: where its slots look for what fills them. */
struct frame {
    const struct use *use;
    const struct frame *outer; /* what is in force where the macro is used */
};

/* Why an expression has no value. Its message is made only when it is told to somebody. */
struct fault {
    enum fault_kind {
        FAULT_NAME,   /* no variable VARIABLE */
        FAULT_STEP,   /* HOLDER has no STEP */
        FAULT_LOOP,   /* no loop of VARIABLE */
        FAULT_TEXT,   /* HOLDER is no text: a list or an object */
        FAULT_REPEAT, /* HOLDER cannot be repeated over */
        FAULT_KNOWN,  /* MESSAGE says it */
    } kind;
    const struct code *code;
    uint32_t at;     /* byte offset in its source */
    struct str path; /* the expression as written */
    struct str step;
    struct value holder;
    struct str message;
};

struct run {
    const struct names *names;
    struct value root;
    struct buf *out;
    struct arena *scratch;
    struct diags *diags;
    struct str subject;
    const struct code *code; /* whose operations are running */
    struct binding *bindings;
    struct {
        struct saved_binding *at;
        size_t len, cap;
    } saved;
    struct loop *loop, *free_loops;
    struct fault fault;
    struct buf text; /* room to put values together */
    size_t depth;    /* of macros, slots and tal:on-error */
    size_t calls;    /* of macros */
};

/* The value of an expression. False: it has none, and run->fault says why. */
bool expr_value(struct run *run, const struct expr *expr, struct value *out);

/* Whether a value counts as true: nothing, false, 0, empty text, an empty list and an empty object
   do not. */
bool value_truth(const struct value *value);

/* A value's text, in run->text where it must be made. False: it has none, a fault. */
bool value_to_text(struct run *run, const struct expr *expr, const struct value *value,
                   struct str *out);

/* Runs a range of operations. False: a fault, in run->fault. */
bool run_range(struct run *run, const struct range *range, const struct frame *frame);

/* Tells run->fault to run->diags. */
void fault_report(struct run *run);

/* The message of run->fault, in SCRATCH. */
struct str fault_text(const struct run *run);

#endif
