/* SPDX-License-Identifier: MIT */
#include "template/compile.h"

#include "template/source.h"

#define NBSP "\xc2\xa0"

uint32_t here(struct compiler *c)
{
    if (c->bytes.len > 0) {
        struct op op = {.kind = OP_BYTES, .bytes = str_dup(c->keep, buf_view(&c->bytes))};
        vec_push(c->keep, &c->code->ops, op);
        buf_reset(&c->bytes);
    }
    return (uint32_t)c->code->ops.len;
}

uint32_t emit(struct compiler *c, struct op op)
{
    uint32_t at = here(c);
    vec_push(c->keep, &c->code->ops, op);
    return at;
}

void land(struct compiler *c, uint32_t at)
{
    uint32_t to = here(c);
    c->code->ops.at[at].to = to;
}

void add_escaped(struct compiler *c, struct str text, void (*add)(struct buf *out, struct str text))
{
    for (size_t at = 0; at < text.len;) {
        size_t nbsp = str_find(text, STR(NBSP), at);
        size_t end = nbsp == SIZE_MAX ? text.len : nbsp;
        add(&c->bytes, str_slice(text, at, end));
        if (nbsp != SIZE_MAX)
            buf_str(&c->bytes, STR("&nbsp;"));
        at = nbsp == SIZE_MAX ? end : end + sizeof NBSP - 1;
    }
}

struct expr *parse_value(struct compiler *c, const struct markup *element,
                         const struct markup_attribute *a, struct str text, size_t at)
{
    struct expr_context context = compiler_context(c, element, a);
    struct expr *expr = expr_parse(&context, text, at);
    c->failed = c->failed || !expr;
    return expr;
}

struct expr *parse_whole(struct compiler *c, const struct markup *element,
                         const struct markup_attribute *a)
{
    return parse_value(c, element, a, a->value, 0);
}

static bool is_reserved(struct str name)
{
    static const char *const names[] = {"nothing", "default", "repeat", "attrs", "CONTEXTS"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_eq(name, str_of(names[i])))
            return true;
    }
    return false;
}

/* "name expression" of tal:define and tal:repeat, the name already cut off. */
static struct expr *parse_binding(struct compiler *c, const struct markup *element,
                                  const struct markup_attribute *a, struct str name,
                                  struct statement rest)
{
    uint32_t at = markup_value_at(&c->code->source, a, rest.at);
    if (!name_is_valid(name)) {
        compile_fail(c, at,
                     str_format(c->keep, "'%.*s' cannot be a variable's name", STR_FMT(name)));
        return NULL;
    }
    if (is_reserved(name)) {
        compile_fail(c, at,
                     str_format(c->keep,
                                "'%.*s' has a meaning of its own and cannot be a "
                                "variable's name",
                                STR_FMT(name)));
        return NULL;
    }
    if (rest.text.len == 0) {
        compile_fail(c, at,
                     str_format(c->keep, "after '%.*s' its expression is missing", STR_FMT(name)));
        return NULL;
    }
    return parse_value(c, element, a, rest.text, rest.at);
}

/* How many bindings there are to drop at the element's end. */
static uint32_t compile_defines(struct compiler *c, const struct markup *element,
                                const struct markup_attribute *a)
{
    uint32_t bound = 0;
    struct statement part;
    for (size_t at = 0; a && statement_next(c->keep, a->value, &at, &part);) {
        struct op op = {.kind = OP_DEFINE};
        struct str name = statement_word(&part);
        if (str_eq(name, STR("global")))
            op.kind = OP_DEFINE_GLOBAL;
        if (op.kind == OP_DEFINE_GLOBAL || str_eq(name, STR("local")))
            name = statement_word(&part);
        op.expr = parse_binding(c, element, a, name, part);
        if (!op.expr)
            continue;
        op.variable = name_number(c->names, name);
        emit(c, op);
        bound += op.kind == OP_DEFINE;
    }
    return bound;
}

enum op_kind cut_mode(struct statement *statement)
{
    struct statement rest = *statement;
    struct str word = statement_word(&rest);
    bool structure = str_eq(word, STR("structure"));
    if ((structure || str_eq(word, STR("text"))) && rest.at - statement->at > word.len)
        *statement = rest;
    else
        structure = false;
    return structure ? OP_STRUCTURE : OP_TEXT;
}

uint32_t compile_insert(struct compiler *c, const struct markup *element,
                        const struct markup_attribute *a, bool drops_newline)
{
    size_t from = 0;
    while (from < a->value.len && xml_is_space(a->value.ptr[from]))
        from++;
    struct statement statement = {str_slice(a->value, from, a->value.len), from};
    struct op op = {.drops_newline = drops_newline};
    op.kind = cut_mode(&statement);
    op.expr = parse_value(c, element, a, statement.text, statement.at);
    return emit(c, op);
}

/* What tal:replace, or the macro of metal:use-macro, stands for. */
void compile_replaced(struct compiler *c, const struct markup *element, const struct directives *d)
{
    const struct markup_attribute *replace = d->of[TAL_REPLACE];
    uint32_t insert = 0;
    if (d->of[METAL_USE_MACRO] || d->of[METAL_EXTEND_MACRO]) {
        compile_use(c, element, d);
        return;
    }
    if (replace)
        insert = compile_insert(c, element, replace, false);
    compile_tags(c, element, d);
    if (replace)
        land(c, insert);
}

/* Whether the rest of the line that an element ends on is blank. */
static bool ends_line(const struct markup *element)
{
    const struct markup *next = element->next;
    if (!next || next->kind != MARKUP_TEXT)
        return false;
    size_t at = 0;
    while (at < next->text.len && (next->text.ptr[at] == ' ' || next->text.ptr[at] == '\t'))
        at++;
    return at < next->text.len && next->text.ptr[at] == '\n';
}

/* Takes "\n" and the blanks after it off the bytes: a repeated element takes its line with it, and
   so does one with a condition that stands alone on its line. */
static struct str take_line_start(struct compiler *c)
{
    size_t at = c->bytes.len;
    while (at > 0 && (c->bytes.ptr[at - 1] == ' ' || c->bytes.ptr[at - 1] == '\t'))
        at--;
    if (at == 0 || c->bytes.ptr[at - 1] != '\n')
        return STR_NONE;
    struct str taken = str_dup(c->keep, str_slice(buf_view(&c->bytes), at - 1, c->bytes.len));
    c->bytes.len = at - 1;
    return taken;
}

/* What stands in an element's place if something in it fails: its tags, and in them the expression.
 */
static void compile_on_error(struct compiler *c, const struct markup *element,
                             const struct directives *d)
{
    if (element_has_tags(element)) {
        compile_start(c, element, NULL);
        buf_byte(&c->bytes, '>');
    }
    land(c, compile_insert(c, element, d->of[TAL_ON_ERROR], false));
    if (element_has_tags(element) && !element_is_void(element))
        compile_end(c, element);
    emit(c, (struct op){.kind = OP_DROP, .count = 1});
}

static void compile_repeat(struct compiler *c, const struct markup *element,
                           const struct directives *d, struct str line_start)
{
    const struct markup_attribute *a = d->of[TAL_REPEAT];
    struct statement rest = {.text = str_trim_ascii(a->value)};
    rest.at = (size_t)(rest.text.ptr - a->value.ptr);
    struct op op = {.kind = OP_REPEAT};
    struct str name = statement_word(&rest);
    op.expr = parse_binding(c, element, a, name, rest);
    op.variable = name_number(c->names, name);
    uint32_t repeat = emit(c, op);
    buf_str(&c->bytes, line_start);
    compile_replaced(c, element, d);
    emit(c, (struct op){.kind = OP_NEXT, .variable = op.variable, .to = repeat + 1});
    land(c, repeat);
}

/* In the order of TAL: define, condition, repeat, then the element itself. */
static void compile_ordered(struct compiler *c, const struct markup *element,
                            const struct directives *d)
{
    struct str line_start = c->line_start;
    c->line_start = STR_NONE;
    uint32_t bound = compile_defines(c, element, d->of[TAL_DEFINE]);
    uint32_t unless = 0;
    if (d->of[TAL_CONDITION])
        unless = emit(c, (struct op){.kind = OP_UNLESS,
                                     .expr = parse_whole(c, element, d->of[TAL_CONDITION])});
    if (d->of[TAL_REPEAT]) {
        compile_repeat(c, element, d, line_start);
    } else {
        buf_str(&c->bytes, line_start);
        compile_replaced(c, element, d);
    }
    if (d->of[TAL_CONDITION])
        land(c, unless);
    if (bound > 0)
        emit(c, (struct op){.kind = OP_DROP, .count = bound});
}

void compile_tal(struct compiler *c, const struct markup *element, const struct directives *d)
{
    if (!d->of[TAL_ON_ERROR]) {
        compile_ordered(c, element, d);
        return;
    }
    uint32_t attempt = emit(c, (struct op){.kind = OP_TRY});
    compile_ordered(c, element, d);
    land(c, attempt);
    compile_on_error(c, element, d);
    uint32_t end = here(c);
    c->code->ops.at[attempt].end = end;
}

void compile_element(struct compiler *c, const struct markup *element)
{
    struct directives d;
    if (!directives_read(c, element, &d))
        return;
    if (d.of[TAL_REPEAT] || (d.of[TAL_CONDITION] && ends_line(element)))
        c->line_start = take_line_start(c);
    compile_metal(c, element, &d);
}

bool code_compile(struct code *code, struct names *names, const struct markup *root,
                  struct diags *diags)
{
    struct compiler c = {.keep = names->keep, .code = code, .names = names, .diags = diags};
    if (code->source.doctype.len > 0)
        html_markup(&c.bytes, code->source.doctype);
    compile_children(&c, root);
    here(&c);
    buf_clear(&c.bytes);
    return !c.failed;
}
