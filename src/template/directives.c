/* SPDX-License-Identifier: MIT */
#include "base/near.h"
#include "template/compile.h"
#include "template/source.h"

static const struct directive_rule {
    const char *name; /* with the prefix that it mostly has */
    enum markup_space space;
    bool may_be_empty;
} rules[DIRECTIVE_COUNT] = {
    [TAL_DEFINE] = {"tal:define", SPACE_TAL, false},
    [TAL_CONDITION] = {"tal:condition", SPACE_TAL, false},
    [TAL_REPEAT] = {"tal:repeat", SPACE_TAL, false},
    [TAL_CONTENT] = {"tal:content", SPACE_TAL, false},
    [TAL_REPLACE] = {"tal:replace", SPACE_TAL, false},
    [TAL_ATTRIBUTES] = {"tal:attributes", SPACE_TAL, false},
    [TAL_OMIT_TAG] = {"tal:omit-tag", SPACE_TAL, true},
    [TAL_ON_ERROR] = {"tal:on-error", SPACE_TAL, false},
    [METAL_DEFINE_MACRO] = {"metal:define-macro", SPACE_METAL, false},
    [METAL_EXTEND_MACRO] = {"metal:extend-macro", SPACE_METAL, false},
    [METAL_USE_MACRO] = {"metal:use-macro", SPACE_METAL, false},
    [METAL_DEFINE_SLOT] = {"metal:define-slot", SPACE_METAL, false},
    [METAL_FILL_SLOT] = {"metal:fill-slot", SPACE_METAL, false},
};

/* Directives that cannot stand on the same element. */
static const struct {
    enum directive a, b;
} conflicts[] = {
    {TAL_CONTENT, TAL_REPLACE},
    {METAL_DEFINE_MACRO, METAL_USE_MACRO},
    {METAL_EXTEND_MACRO, METAL_USE_MACRO},
    {METAL_DEFINE_MACRO, METAL_FILL_SLOT},
    {METAL_DEFINE_MACRO, METAL_DEFINE_SLOT},
};

const char *directive_name(enum directive directive)
{
    return rules[directive].name;
}

void compile_fail(struct compiler *c, uint32_t at, struct str what)
{
    markup_mistake(&c->code->source, c->diags, at, what);
    c->failed = true;
}

struct expr_context compiler_context(struct compiler *c, const struct markup *element,
                                     const struct markup_attribute *attribute)
{
    return (struct expr_context){.names = c->names,
                                 .source = &c->code->source,
                                 .element = element,
                                 .attribute = attribute,
                                 .diags = c->diags};
}

static struct str local_name(enum directive directive)
{
    struct str name = str_of(rules[directive].name);
    str_cut(&name, ':');
    return name;
}

static enum directive directive_find(const struct markup_attribute *a)
{
    for (size_t i = 0; i < DIRECTIVE_COUNT; i++) {
        if ((a->space == SPACE_NONE || a->space == rules[i].space) &&
            str_eq(a->name, local_name((enum directive)i)))
            return (enum directive)i;
    }
    return DIRECTIVE_COUNT;
}

static void fail_unknown(struct compiler *c, const struct markup_attribute *a)
{
    struct near near = near_to(a->name);
    for (size_t i = 0; i < DIRECTIVE_COUNT; i++)
        near_try(&near, local_name((enum directive)i));
    compile_fail(c, a->at,
                 str_format(c->keep, "there is no directive '%s%.*s'%.*s",
                            a->space == SPACE_METAL ? "metal:"
                            : a->space == SPACE_TAL ? "tal:"
                                                    : "",
                            STR_FMT(a->name), STR_FMT(near_hint(c->keep, &near))));
}

static bool is_declaration(struct str name)
{
    return str_eq(name, STR("xmlns")) || str_starts(name, STR("xmlns:"));
}

static void read_one(struct compiler *c, const struct markup_attribute *a, struct directives *out)
{
    enum directive directive = directive_find(a);
    if (directive == DIRECTIVE_COUNT) {
        fail_unknown(c, a);
        return;
    }
    const char *name = directive_name(directive);
    if (out->of[directive])
        compile_fail(c, a->at, str_format(c->keep, "%s is here twice", name));
    if (!rules[directive].may_be_empty && str_trim_ascii(a->value).len == 0)
        compile_fail(c, a->at, str_format(c->keep, "%s is empty", name));
    out->of[directive] = a;
}

static void check_conflicts(struct compiler *c, const struct directives *d)
{
    for (size_t i = 0; i < sizeof conflicts / sizeof *conflicts; i++) {
        const struct markup_attribute *a = d->of[conflicts[i].a], *b = d->of[conflicts[i].b];
        if (a && b)
            compile_fail(c, a->at > b->at ? a->at : b->at,
                         str_format(c->keep, "%s and %s cannot stand on one element",
                                    directive_name(conflicts[i].a),
                                    directive_name(conflicts[i].b)));
    }
    if (d->of[METAL_EXTEND_MACRO] && !d->of[METAL_DEFINE_MACRO])
        compile_fail(c, d->of[METAL_EXTEND_MACRO]->at,
                     STR("metal:extend-macro needs metal:define-macro beside it"));
}

bool directives_read(struct compiler *c, const struct markup *element, struct directives *out)
{
    bool failed_before = c->failed;
    c->failed = false;
    *out = (struct directives){0};
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct markup_attribute *a = &element->attributes[i];
        if (a->space != SPACE_NONE || (element->space != SPACE_NONE && !is_declaration(a->name)))
            read_one(c, a, out);
    }
    check_conflicts(c, out);
    bool ok = !c->failed;
    c->failed = c->failed || failed_before;
    return ok;
}

bool statement_next(struct arena *keep, struct str value, size_t *at, struct statement *out)
{
    struct buf text = {0};
    while (*at < value.len && (xml_is_space(value.ptr[*at]) || value.ptr[*at] == ';'))
        ++*at;
    out->at = *at;
    for (; *at < value.len; ++*at) {
        if (value.ptr[*at] == ';' && (*at + 1 == value.len || value.ptr[*at + 1] != ';'))
            break;
        if (value.ptr[*at] == ';')
            ++*at;
        buf_byte(&text, value.ptr[*at]);
    }
    out->text = str_dup(keep, buf_view(&text));
    buf_clear(&text);
    return out->text.len > 0;
}

struct str statement_word(struct statement *statement)
{
    struct str s = statement->text;
    size_t end = 0, next;
    while (end < s.len && !xml_is_space(s.ptr[end]))
        end++;
    for (next = end; next < s.len && xml_is_space(s.ptr[next]);)
        next++;
    statement->text = str_slice(s, next, s.len);
    statement->at += next;
    return str_slice(s, 0, end);
}
