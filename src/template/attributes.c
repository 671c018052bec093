/* SPDX-License-Identifier: MIT */
/* Start tags: the attributes that the template has and those that tal:attributes gives. */
#include "template/compile.h"

static void add_attribute(struct compiler *c, struct str name, struct str value)
{
    buf_byte(&c->bytes, ' ');
    buf_str(&c->bytes, name);
    buf_str(&c->bytes, STR("=\""));
    add_escaped(c, value, html_attribute);
    buf_byte(&c->bytes, '"');
}

static const struct markup_attribute *static_attribute(const struct markup *element,
                                                       struct str name)
{
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct markup_attribute *a = &element->attributes[i];
        if (a->space == SPACE_NONE && html_name_eq(a->name, name))
            return a;
    }
    return NULL;
}

struct dynamic {
    struct str name;
    struct attribute *attribute;
    struct expr *expr;
    bool written;
};

struct dynamics VEC_OF(struct dynamic);

enum { NAME_MOST = 99 }; /* bytes: libxml2's parser of HTML cuts longer names in two */

/* HTML allows more, but parsers that are not browsers' go astray after such a name. */
static bool attribute_name_is_valid(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool begins = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
        if (!begins && (i == 0 || !((c >= '0' && c <= '9') || c == '-' || c == '.')))
            return false;
    }
    return name.len > 0 && name.len <= NAME_MOST;
}

static struct str attribute_text(struct compiler *c, struct str name, struct str value)
{
    struct buf outer = c->bytes;
    c->bytes = (struct buf){0};
    add_attribute(c, name, value);
    struct str text = str_dup(c->keep, buf_view(&c->bytes));
    buf_clear(&c->bytes);
    c->bytes = outer;
    return text;
}

static struct attribute *attribute_new(struct compiler *c, const struct markup *element,
                                       struct str name)
{
    const struct markup_attribute *original = static_attribute(element, name);
    struct attribute *attribute = ARENA_NEW(c->keep, struct attribute);
    attribute->name = str_dup(c->keep, original ? original->name : name);
    attribute->kind = html_attribute_kind(element->name, name);
    attribute->start = str_format(c->keep, " %.*s=\"", STR_FMT(attribute->name));
    if (original)
        attribute->original = attribute_text(c, original->name, original->value);
    return attribute;
}

/* What stops an attribute from being given a value at run time, if anything does. */
static struct str attribute_refusal(struct compiler *c, const struct markup *element,
                                    struct str name, const struct dynamics *before)
{
    if (!attribute_name_is_valid(name))
        return str_format(c->keep, "'%.*s' cannot be an attribute's name", STR_FMT(name));
    for (size_t i = 0; i < before->len; i++) {
        if (html_name_eq(before->at[i].name, name))
            return str_format(c->keep, "the attribute '%.*s' is given twice", STR_FMT(name));
    }
    bool refresh = html_name_eq(element->name, STR("meta")) && html_name_eq(name, STR("content")) &&
                   static_attribute(element, STR("http-equiv"));
    if (refresh || html_attribute_kind(element->name, name) == HTML_REFUSED)
        return str_format(c->keep, "'%.*s' may not be dynamic: a browser runs what is in it",
                          STR_FMT(name));
    return STR_NONE;
}

static void parse_dynamic(struct compiler *c, const struct markup *element,
                          const struct markup_attribute *a, struct statement part,
                          struct dynamics *out)
{
    uint32_t place = markup_value_at(&c->code->source, a, part.at);
    struct str name = statement_word(&part);
    struct str refusal = attribute_refusal(c, element, name, out);
    if (refusal.len > 0) {
        compile_fail(c, place, refusal);
        return;
    }
    struct statement probe = part;
    if (cut_mode(&probe) == OP_STRUCTURE) {
        compile_fail(c, place, STR("an attribute holds text; 'structure' has no place in it"));
        return;
    }
    if (part.text.len == 0) {
        compile_fail(c, place,
                     str_format(c->keep, "after '%.*s' its expression is missing", STR_FMT(name)));
        return;
    }
    struct dynamic dynamic = {.name = name, .attribute = attribute_new(c, element, name)};
    dynamic.expr = parse_value(c, element, a, probe.text, probe.at);
    vec_push(c->keep, out, dynamic);
}

static void emit_dynamic(struct compiler *c, struct dynamic *dynamic)
{
    dynamic->written = true;
    emit(c,
         (struct op){.kind = OP_ATTRIBUTE, .expr = dynamic->expr, .attribute = dynamic->attribute});
}

/* class and clAss: XML knows them apart, HTML does not. */
static bool is_given_before(const struct markup *element, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (element->attributes[k].space == SPACE_NONE &&
            html_name_eq(element->attributes[k].name, element->attributes[i].name))
            return true;
    return false;
}

void check_attributes(struct compiler *c, const struct markup *element)
{
    if (element->space == SPACE_NONE && element->name.len > NAME_MOST)
        compile_fail(c, element->at,
                     str_format(c->keep, "an element's name has more than %d bytes", NAME_MOST));
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct markup_attribute *a = &element->attributes[i];
        if (a->space == SPACE_NONE && a->name.len > NAME_MOST)
            compile_fail(
                c, a->value_at,
                str_format(c->keep, "an attribute's name has more than %d bytes", NAME_MOST));
        if (a->space == SPACE_NONE && is_given_before(element, i))
            compile_fail(
                c, a->value_at,
                str_format(c->keep, "the attribute '%.*s' is given twice", STR_FMT(a->name)));
        if (a->space == SPACE_NONE &&
            !html_urls_safe(html_attribute_kind(element->name, a->name), a->value))
            compile_fail(c, a->value_at,
                         str_format(c->keep,
                                    "%.*s takes only relative, http, https and mailto addresses",
                                    STR_FMT(a->name)));
    }
}

void compile_start(struct compiler *c, const struct markup *element,
                   const struct markup_attribute *attributes)
{
    struct dynamics dynamics = {0};
    struct statement part;
    for (size_t at = 0; attributes && statement_next(c->keep, attributes->value, &at, &part);)
        parse_dynamic(c, element, attributes, part, &dynamics);
    buf_byte(&c->bytes, '<');
    buf_str(&c->bytes, element->name);
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct markup_attribute *a = &element->attributes[i];
        size_t j = 0;
        while (j < dynamics.len && !html_name_eq(dynamics.at[j].name, a->name))
            j++;
        if (a->space != SPACE_NONE)
            continue;
        if (j < dynamics.len)
            emit_dynamic(c, &dynamics.at[j]);
        else
            add_attribute(c, a->name, a->value);
    }
    for (size_t j = 0; j < dynamics.len; j++) {
        if (!dynamics.at[j].written)
            emit_dynamic(c, &dynamics.at[j]);
    }
}
