/* SPDX-License-Identifier: MIT */
/*
 * Inside the compiler. What an element's attributes ask for is read by template_directives.c; then
 * it is compiled from the outside to the inside: template_metal.c, template_compile.c (TAL up to
 * tal:replace), template_element.c (tags and content), template_attributes.c.
 */
#ifndef TEMPLATE_COMPILE_H
#define TEMPLATE_COMPILE_H

#include "template/code.h"

enum directive {
    TAL_DEFINE,
    TAL_CONDITION,
    TAL_REPEAT,
    TAL_CONTENT,
    TAL_REPLACE,
    TAL_ATTRIBUTES,
    TAL_OMIT_TAG,
    TAL_ON_ERROR,
    METAL_DEFINE_MACRO,
    METAL_EXTEND_MACRO,
    METAL_USE_MACRO,
    METAL_DEFINE_SLOT,
    METAL_FILL_SLOT,
    DIRECTIVE_COUNT
};

/* What an element asks for: the attribute of each directive, or NULL. */
struct directives {
    const struct markup_attribute *of[DIRECTIVE_COUNT];
};

struct compiler {
    struct arena *keep;
    struct code *code;
    struct names *names;
    struct diags *diags;
    struct buf bytes;      /* of an OP_BYTES that is not yet ended */
    struct str line_start; /* taken off them, to be repeated with the next element */
    struct macro *macro;   /* whose body is being compiled; NULL: none */
    bool ignores_fills;    /* in an element that is used as it is, for want of a macro */
    bool failed;
};

/* "tal:define", for messages. */
const char *directive_name(enum directive directive);

/* Reads an element's directives. False: one is unknown, empty, or has no business beside another.
 */
bool directives_read(struct compiler *c, const struct markup *element, struct directives *out);

/* Where the expressions of an element's attribute are compiled. */
struct expr_context compiler_context(struct compiler *c, const struct markup *element,
                                     const struct markup_attribute *attribute);

/* Records a mistake at a byte offset of the source. */
void compile_fail(struct compiler *c, uint32_t at, struct str what);

/* One of the parts of an attribute that has several, between ';'. */
struct statement {
    struct str text; /* ";;" made ";" */
    size_t at;       /* byte offset in the attribute's value */
};

/* Takes the next part off an attribute's value that has been read up to *AT. False: there is none.
 */
bool statement_next(struct arena *keep, struct str value, size_t *at, struct statement *out);

/* Cuts the first word off a statement. */
struct str statement_word(struct statement *statement);

/* Adds text of the template to the run of bytes, escaped by ADD. A no-break space is written as
   &nbsp;, visible to whoever reads the HTML. */
void add_escaped(struct compiler *c, struct str text,
                 void (*add)(struct buf *out, struct str text));

/* Compiles an expression that stands at byte AT of an attribute's value. NULL: a mistake, told. */
struct expr *parse_value(struct compiler *c, const struct markup *element,
                         const struct markup_attribute *a, struct str text, size_t at);

struct expr *parse_whole(struct compiler *c, const struct markup *element,
                         const struct markup_attribute *a);

/* "[text|structure] expression" of an attribute; the operation's index, to land. */
uint32_t compile_insert(struct compiler *c, const struct markup *element,
                        const struct markup_attribute *a, bool drops_newline);

/* Cuts "text" or "structure" off a statement; OP_TEXT or OP_STRUCTURE. */
enum op_kind cut_mode(struct statement *statement);

/* Ends the run of bytes and appends an operation; its index. */
uint32_t emit(struct compiler *c, struct op op);

/* Ends the run of bytes; the index of the next operation, to jump to. */
uint32_t here(struct compiler *c);

/* Makes the operation AT go on at the next one. */
void land(struct compiler *c, uint32_t at);

/* An element, from the outside to the inside: all of it; without METAL; without the directives that
   come before tal:replace; and the macro that takes its place. */
void compile_element(struct compiler *c, const struct markup *element);
void compile_metal(struct compiler *c, const struct markup *element, const struct directives *d);
void compile_tal(struct compiler *c, const struct markup *element, const struct directives *d);
void compile_replaced(struct compiler *c, const struct markup *element, const struct directives *d);
void compile_use(struct compiler *c, const struct markup *element, const struct directives *d);

/* The tags, unless they are left out, and what is between them. */
void compile_tags(struct compiler *c, const struct markup *element, const struct directives *d);
void compile_children(struct compiler *c, const struct markup *parent);
void compile_end(struct compiler *c, const struct markup *element);

/* Elements in the spaces of TAL and METAL have no tags. */
bool element_has_tags(const struct markup *element);
bool element_is_void(const struct markup *element);

/* The start tag without its '>'. ATTRIBUTES is that of tal:attributes, or NULL. */
void compile_start(struct compiler *c, const struct markup *element,
                   const struct markup_attribute *attributes);

/* Tells of addresses that no page of the site may have. */
void check_attributes(struct compiler *c, const struct markup *element);

#endif
