/* SPDX-License-Identifier: MIT */
#include "base/near.h"
#include "template/compile.h"

/* The name that an attribute gives; empty: it cannot be one, which is told. */
static struct str read_name(struct compiler *c, const struct markup_attribute *a)
{
    struct str name = str_trim_ascii(a->value);
    if (name_is_valid(name))
        return name;
    compile_fail(c, a->value_at, str_format(c->keep, "'%.*s' cannot be a name", STR_FMT(name)));
    return STR_NONE;
}

static bool has_alternative(struct str path, struct str wanted)
{
    while (path.ptr) {
        if (str_eq(str_trim_ascii(str_cut(&path, '|')), wanted))
            return true;
    }
    return false;
}

static bool is_filled(const struct use *use, struct str slot)
{
    for (size_t i = 0; i < use->fills.len; i++) {
        if (str_eq(use->fills.at[i].slot, slot))
            return true;
    }
    return false;
}

static void compile_fill(struct compiler *c, const struct markup *element,
                         const struct directives *d, struct use *use)
{
    const struct markup_attribute *a = d->of[METAL_FILL_SLOT];
    struct directives rest = *d;
    rest.of[METAL_FILL_SLOT] = NULL;
    struct fill fill = {.slot = read_name(c, a), .at = a->at};
    if (fill.slot.len == 0)
        return;
    if (is_filled(use, fill.slot)) {
        compile_fail(c, a->at,
                     str_format(c->keep, "the slot '%.*s' is filled twice", STR_FMT(fill.slot)));
        return;
    }
    fill.range.code = c->code;
    fill.range.from = here(c);
    compile_metal(c, element, &rest);
    fill.range.to = here(c);
    vec_push(c->keep, &use->fills, fill);
}

/* Of what is in an element that uses a macro, only what fills slots is used. */
static void compile_fills(struct compiler *c, const struct markup *parent, struct use *use)
{
    for (const struct markup *node = parent->first; node; node = node->next) {
        struct directives d;
        if (node->kind != MARKUP_ELEMENT || !directives_read(c, node, &d))
            continue;
        if (d.of[METAL_FILL_SLOT])
            compile_fill(c, node, &d, use);
        else if (!d.of[METAL_USE_MACRO])
            compile_fills(c, node, use);
    }
}

/* The element as it is, for a path that ends in "| default". */
static void compile_default(struct compiler *c, const struct markup *element,
                            const struct directives *d)
{
    struct directives rest = *d;
    bool ignored = c->ignores_fills;
    rest.of[METAL_USE_MACRO] = rest.of[METAL_EXTEND_MACRO] = NULL;
    c->ignores_fills = true;
    compile_replaced(c, element, &rest);
    c->ignores_fills = ignored;
}

static void check_use(struct compiler *c, const struct directives *d)
{
    static const enum directive idle[] = {TAL_CONTENT, TAL_REPLACE, TAL_ATTRIBUTES, TAL_OMIT_TAG};
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++) {
        if (d->of[idle[i]])
            compile_fail(c, d->of[idle[i]]->at,
                         str_format(c->keep,
                                    "%s does nothing beside metal:use-macro, which "
                                    "replaces the element",
                                    directive_name(idle[i])));
    }
}

void compile_use(struct compiler *c, const struct markup *element, const struct directives *d)
{
    const struct markup_attribute *a = d->of[METAL_USE_MACRO];
    struct use *use = ARENA_NEW(c->keep, struct use);
    use->extending = !a;
    a = a ? a : d->of[METAL_EXTEND_MACRO];
    use->path = a->value;
    use->at = a->value_at;
    if (use->extending)
        c->macro->extends = use;
    vec_push(c->keep, &c->code->uses, use);
    uint32_t op = emit(c, (struct op){.kind = OP_USE, .use = use});
    compile_fills(c, element, use);
    use->default_from = here(c);
    if (has_alternative(use->path, STR("default")))
        compile_default(c, element, d);
    else
        check_use(c, d);
    land(c, op);
}

static void compile_slot(struct compiler *c, const struct markup *element,
                         const struct directives *d)
{
    const struct markup_attribute *a = d->of[METAL_DEFINE_SLOT];
    if (!a) {
        compile_tal(c, element, d);
        return;
    }
    struct str slot = read_name(c, a);
    if (!c->macro)
        compile_fail(c, a->at, STR("metal:define-slot must be inside metal:define-macro"));
    for (struct macro *macro = c->macro; macro; macro = macro->outer)
        vec_push(c->keep, &macro->slots, slot);
    uint32_t op = emit(c, (struct op){.kind = OP_SLOT, .slot = slot});
    compile_tal(c, element, d);
    land(c, op);
}

static void name_macro(struct compiler *c, struct macro *macro)
{
    if (macro->name.len == 0) /* told already */
        return;
    void **slot = map_at(c->keep, &c->code->macros_by_name, macro->name);
    if (*slot)
        compile_fail(
            c, macro->at,
            str_format(c->keep, "the macro '%.*s' is defined twice", STR_FMT(macro->name)));
    else
        *slot = macro;
}

static void compile_macro(struct compiler *c, const struct markup *element,
                          const struct directives *d)
{
    const struct markup_attribute *a = d->of[METAL_DEFINE_MACRO];
    struct macro *macro = ARENA_NEW(c->keep, struct macro);
    macro->name = read_name(c, a);
    macro->at = a->at;
    macro->outer = c->macro;
    name_macro(c, macro);
    vec_push(c->keep, &c->code->macros, macro);
    c->macro = macro;
    macro->body.code = c->code;
    macro->body.from = here(c);
    compile_tal(c, element, d);
    macro->body.to = here(c);
    c->macro = macro->outer;
}

void compile_metal(struct compiler *c, const struct markup *element, const struct directives *d)
{
    if (d->of[METAL_FILL_SLOT] && !c->ignores_fills)
        compile_fail(c, d->of[METAL_FILL_SLOT]->at,
                     STR("metal:fill-slot must be inside an element with metal:use-macro"));
    if (d->of[METAL_DEFINE_MACRO])
        compile_macro(c, element, d);
    else
        compile_slot(c, element, d);
}
