/* SPDX-License-Identifier: MIT */
#include "template/expr.h"

#include "base/near.h"
#include "template/html.h"
#include "template/source.h"

/* Bounds how deep not:not:… can nest. */
#define EXPR_MAX 16384

uint32_t name_number(struct names *names, struct str name)
{
    uint32_t *known = map_get(&names->numbers, name);
    if (known)
        return *known;
    struct str kept = str_dup(names->keep, name);
    uint32_t *number = ARENA_NEW(names->keep, uint32_t);
    *number = (uint32_t)names->list.len;
    vec_push(names->keep, &names->list, kept);
    *map_at(names->keep, &names->numbers, kept) = number;
    return *number;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

/* How many bytes at the start of S can be a name. */
static size_t name_length(struct str s, bool dashes)
{
    size_t len = 0;
    while (len < s.len &&
           (is_letter(s.ptr[len]) || (len > 0 && ((s.ptr[len] >= '0' && s.ptr[len] <= '9') ||
                                                  (s.ptr[len] == '-' && dashes)))))
        len++;
    return len;
}

bool name_is_valid(struct str s)
{
    return s.len > 0 && name_length(s, true) == s.len;
}

static struct expr *expr_new(const struct expr_context *context, enum expr_kind kind, size_t at)
{
    struct expr *expr = ARENA_NEW(context->names->keep, struct expr);
    expr->kind = kind;
    expr->at = markup_value_at(context->source, context->attribute, at);
    return expr;
}

static struct expr *fail(const struct expr_context *context, size_t at, struct str what)
{
    markup_mistake(context->source, context->diags,
                   markup_value_at(context->source, context->attribute, at), what);
    return NULL;
}

/* A part of an attribute's value, and where in it. */
struct piece {
    struct str text;
    size_t at;
    bool none; /* there is no such part: past the last one */
};

static struct piece piece_slice(struct piece piece, size_t from, size_t to)
{
    return (struct piece){str_slice(piece.text, from, to), piece.at + from, false};
}

static struct piece piece_trim_left(struct piece piece)
{
    size_t from = 0;
    while (from < piece.text.len && xml_is_space(piece.text.ptr[from]))
        from++;
    return piece_slice(piece, from, piece.text.len);
}

static struct piece piece_trim(struct piece piece)
{
    piece = piece_trim_left(piece);
    piece.text = str_trim_ascii(piece.text);
    return piece;
}

/* What stands before the first SEP; *REST is what stands after it. */
static struct piece piece_cut(struct piece *rest, char sep)
{
    struct piece before = *rest;
    size_t len = 0;
    while (len < rest->text.len && rest->text.ptr[len] != sep)
        len++;
    rest->none = len == rest->text.len;
    rest->text = str_slice(rest->text, len + 1, rest->text.len);
    rest->at += len + 1;
    before.text = str_slice(before.text, 0, len);
    return before;
}

struct parts VEC_OF(struct expr *);

static struct expr *with_parts(struct expr *expr, struct parts parts)
{
    expr->parts = parts.at;
    expr->part_count = parts.len;
    return expr;
}

static struct expr *parse(const struct expr_context *context, struct piece piece);

/* attrs/NAME is known when the template is compiled: the attribute as the element has it. */
static struct expr *parse_attrs(const struct expr_context *context, struct piece name)
{
    const struct markup *element = context->element;
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct markup_attribute *a = &element->attributes[i];
        if (a->space == SPACE_NONE && html_name_eq(a->name, name.text)) {
            struct expr *expr = expr_new(context, EXPR_TEXT, name.at);
            expr->text = a->value;
            return expr;
        }
    }
    struct expr *expr = expr_new(context, EXPR_MISSING, name.at);
    expr->text = str_format(context->names->keep, "this element has no attribute '%.*s'",
                            STR_FMT(name.text));
    return expr;
}

static bool parse_step(const struct expr_context *context, struct piece piece, struct step *step)
{
    *step = (struct step){.name = piece.text, .variable = NO_VARIABLE};
    if (piece.text.len == 0) {
        fail(context, piece.at, STR("a name is missing beside the '/'"));
        return false;
    }
    if (piece.text.ptr[0] == '?') {
        struct str name = str_slice(piece.text, 1, piece.text.len);
        if (!name_is_valid(name)) {
            fail(context, piece.at, STR("after '?' the name of a variable is missing"));
            return false;
        }
        step->variable = name_number(context->names, name);
        context->names->steps_unknown = true;
        return true;
    }
    struct names *names = context->names;
    *map_at(names->keep, &names->steps, str_dup(names->keep, piece.text)) = names;
    step->is_index = piece.text.len < 10;
    for (size_t i = 0; i < piece.text.len; i++) {
        step->is_index = step->is_index && piece.text.ptr[i] >= '0' && piece.text.ptr[i] <= '9';
        step->index = step->index * 10 + (size_t)(piece.text.ptr[i] - '0');
    }
    return true;
}

static bool parse_steps(const struct expr_context *context, struct piece rest, struct expr *expr)
{
    struct {
        struct step *at;
        size_t len, cap;
    } steps = {0};
    while (!rest.none) {
        struct step step;
        if (!parse_step(context, piece_cut(&rest, '/'), &step))
            return false;
        vec_push(context->names->keep, &steps, step);
    }
    expr->steps = steps.at;
    expr->step_count = steps.len;
    return true;
}

static struct expr *parse_walk(const struct expr_context *context, enum expr_kind kind,
                               struct str whole, struct piece variable, struct piece rest)
{
    if (!name_is_valid(variable.text))
        return fail(
            context, variable.at,
            str_format(context->names->keep, "'%.*s' cannot be a name", STR_FMT(variable.text)));
    struct expr *expr = expr_new(context, kind, variable.at);
    expr->text = whole;
    expr->variable = name_number(context->names, variable.text);
    return parse_steps(context, rest, expr) ? expr : NULL;
}

static struct expr *parse_repeat(const struct expr_context *context, struct str whole,
                                 struct piece rest)
{
    struct piece variable = piece_cut(&rest, '/');
    struct piece property = piece_cut(&rest, '/');
    struct arena *keep = context->names->keep;
    if (property.none)
        return fail(context, variable.at,
                    STR("'repeat' is followed by a variable and what is asked of its loop: "
                        "repeat/item/number"));
    struct near near = near_to(property.text);
    const struct repeat_property *found = repeat_property_find(property.text, &near);
    if (!found)
        return fail(context, property.at,
                    str_format(keep, "a loop has no '%.*s'%.*s", STR_FMT(property.text),
                               STR_FMT(near_hint(keep, &near))));
    if (!rest.none && found->get)
        return fail(context, rest.at,
                    str_format(keep, "nothing can follow '%.*s'", STR_FMT(property.text)));
    struct expr *expr = parse_walk(context, EXPR_REPEAT, whole, variable, rest);
    if (expr)
        expr->property = found;
    return expr;
}

static struct expr *parse_path(const struct expr_context *context, struct piece path)
{
    path = piece_trim(path);
    struct piece rest = path;
    struct piece first = piece_cut(&rest, '/');
    if (str_eq(first.text, STR("CONTEXTS")) && !rest.none)
        first = piece_cut(&rest, '/');
    if (first.text.len == 0)
        return fail(context, path.at, STR("an expression is missing here"));
    if (str_eq(first.text, STR("nothing")) && rest.none)
        return expr_new(context, EXPR_NOTHING, path.at);
    if (str_eq(first.text, STR("default")) && rest.none)
        return expr_new(context, EXPR_DEFAULT, path.at);
    if (str_eq(first.text, STR("attrs")) && !rest.none)
        return parse_attrs(context, rest);
    if (str_eq(first.text, STR("repeat")))
        return parse_repeat(context, path.text, rest);
    return parse_walk(context, EXPR_PATH, path.text, first, rest);
}

/* The length of "NAME:" at the start of S; 0 if it does not start so. */
static size_t prefix_length(struct str s)
{
    size_t len = name_length(s, false);
    return len > 0 && len < s.len && s.ptr[len] == ':' ? len + 1 : 0;
}

/* a | b | string:c|d — from the first that has a prefix, all the rest is that expression. */
static struct expr *parse_paths(const struct expr_context *context, struct piece rest)
{
    struct expr *first = expr_new(context, EXPR_FIRST, rest.at);
    first->text = str_trim_ascii(rest.text);
    struct parts parts = {0};
    while (!rest.none) {
        struct piece all = piece_trim_left(rest);
        struct piece next = piece_cut(&rest, '|');
        bool prefixed = prefix_length(all.text) > 0;
        struct expr *part = prefixed ? parse(context, all) : parse_path(context, next);
        if (!part)
            return NULL;
        vec_push(context->names->keep, &parts, part);
        if (prefixed)
            break;
    }
    return parts.len == 1 ? parts.at[0] : with_parts(first, parts);
}

static struct expr *parse_text(const struct expr_context *context, struct piece piece)
{
    struct expr *expr = expr_new(context, EXPR_TEXT, piece.at);
    expr->text = str_dup(context->names->keep, piece.text);
    return expr;
}

/* What a '$' begins: "$$", "$name", where the name ends before a '-', or "${path}"; *LEN is how
   long it is. */
static struct expr *parse_dollar(const struct expr_context *context, struct piece piece,
                                 size_t *len)
{
    if (str_starts(piece.text, STR("$$"))) {
        *len = 2;
        return parse_text(context, piece_slice(piece, 0, 1));
    }
    if (str_starts(piece.text, STR("${"))) {
        size_t end = str_find(piece.text, STR("}"), 2);
        if (end == SIZE_MAX)
            return fail(context, piece.at, STR("the '}' that ends '${' is missing"));
        *len = end + 1;
        return parse_paths(context, piece_slice(piece, 2, end));
    }
    size_t name = name_length(str_slice(piece.text, 1, piece.text.len), false);
    if (name == 0)
        return fail(context, piece.at, STR("'$' is followed by a name or {path}, or doubled: $$"));
    *len = 1 + name;
    return parse_path(context, piece_slice(piece, 1, 1 + name));
}

static struct expr *parse_string(const struct expr_context *context, struct piece piece)
{
    struct expr *string = expr_new(context, EXPR_STRING, piece.at);
    struct parts parts = {0};
    while (piece.text.len > 0) {
        size_t len = str_find(piece.text, STR("$"), 0);
        struct expr *part;
        if (len == 0) {
            part = parse_dollar(context, piece, &len);
        } else {
            len = len == SIZE_MAX ? piece.text.len : len;
            part = parse_text(context, piece_slice(piece, 0, len));
        }
        if (!part)
            return NULL;
        vec_push(context->names->keep, &parts, part);
        piece = piece_slice(piece, len, piece.text.len);
    }
    return with_parts(string, parts);
}

static struct expr *parse_around(const struct expr_context *context, enum expr_kind kind,
                                 struct piece piece)
{
    struct expr *inner = parse(context, piece);
    struct parts parts = {0};
    if (!inner)
        return NULL;
    vec_push(context->names->keep, &parts, inner);
    return with_parts(expr_new(context, kind, piece.at), parts);
}

static struct expr *parse_not(const struct expr_context *context, struct piece piece)
{
    return parse_around(context, EXPR_NOT, piece);
}

static struct expr *parse_exists(const struct expr_context *context, struct piece piece)
{
    return parse_around(context, EXPR_EXISTS, piece);
}

static const struct expr_type {
    const char *prefix;
    struct expr *(*parse)(const struct expr_context *context, struct piece piece);
} expr_types[] = {
    {"path", parse_paths},    {"string", parse_string},  {"not", parse_not},
    {"exists", parse_exists}, {"standard", parse_paths}, {"nocall", parse_paths},
};

static struct expr *parse(const struct expr_context *context, struct piece piece)
{
    piece = piece_trim_left(piece);
    size_t prefix = prefix_length(piece.text);
    if (prefix == 0)
        return parse_paths(context, piece);
    struct near near = near_to(str_slice(piece.text, 0, prefix - 1));
    for (size_t i = 0; i < sizeof expr_types / sizeof *expr_types; i++) {
        if (str_eq(near.word, str_of(expr_types[i].prefix)))
            return expr_types[i].parse(context, piece_slice(piece, prefix, piece.text.len));
        near_try(&near, str_of(expr_types[i].prefix));
    }
    struct arena *keep = context->names->keep;
    return fail(context, piece.at,
                str_format(keep,
                           "there are no '%.*s:' expressions, only path:, string:, not: "
                           "and exists:%.*s",
                           STR_FMT(near.word), STR_FMT(near_hint(keep, &near))));
}

struct expr *expr_parse(const struct expr_context *context, struct str text, size_t at)
{
    if (text.len > EXPR_MAX)
        return fail(context, at, STR("an expression longer than 16 KB"));
    return parse(context, (struct piece){text, at, false});
}
