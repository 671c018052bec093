/* SPDX-License-Identifier: MIT */
#include "template/link.h"

#include "base/file.h"
#include "base/near.h"

struct linker {
    const struct codes *codes;
    struct diags *diags;
    bool failed;
};

const struct code *code_find(const struct codes *codes, struct str name)
{
    for (size_t i = 0; i < codes->len; i++) {
        if (str_eq(codes->at[i]->source.name, name))
            return codes->at[i];
    }
    return NULL;
}

static void link_fail(struct linker *l, const struct code *code, uint32_t at, struct str what)
{
    markup_mistake(&code->source, l->diags, at, what);
    l->failed = true;
}

/* Whether a macro's path means the file called NAME: by its whole name or what is after the last
   '/', with or without what is after the last '.'. */
static bool names_file(struct str wanted, struct str name)
{
    struct str base = path_base(name);
    size_t dot = base.len;
    while (dot > 0 && base.ptr[dot - 1] != '.')
        dot--;
    return str_eq(wanted, name) || str_eq(wanted, base) ||
           (dot > 0 && str_eq(wanted, str_slice(base, 0, dot - 1)));
}

static const struct macro *macro_in(const struct code *code, struct str name, struct near *near)
{
    const struct macro *found = map_get(&code->macros_by_name, name);
    for (size_t i = 0; !found && i < code->macros.len; i++)
        near_try(near, code->macros.at[i]->name);
    return found;
}

/* macros/NAME: this file's own, or else the only one of that name in the others. */
static const struct macro *macro_anywhere(struct linker *l, const struct code *code,
                                          const struct use *use, struct str name, struct near *near)
{
    const struct macro *found = macro_in(code, name, near);
    for (size_t i = 0; !found && i < l->codes->len; i++) {
        found = macro_in(l->codes->at[i], name, near);
        for (size_t j = i + 1; found && j < l->codes->len; j++) {
            if (macro_in(l->codes->at[j], name, near))
                link_fail(
                    l, code, use->at,
                    str_format(l->diags->keep,
                               "'%.*s' is defined in %.*s and %.*s; put the file's name before "
                               "'macros'",
                               STR_FMT(name), STR_FMT(l->codes->at[i]->source.name),
                               STR_FMT(l->codes->at[j]->source.name)));
        }
    }
    return found;
}

/* Names of Zope's that may come before a file's name and say nothing here. */
static struct str skip_prefix(struct str path)
{
    static const char *const names[] = {"path:",      "nocall:", "here/",     "context/",
                                        "container/", "root/",   "templates/"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_starts(path, str_of(names[i])))
            path = str_trim_ascii(str_slice(path, strlen(names[i]), path.len));
    }
    return path;
}

/* FILE/macros/NAME. NULL: there is no such file, or no such macro in it; *WHY says which. */
static const struct macro *macro_of_file(struct linker *l, struct str file, struct str name,
                                         struct str *why)
{
    struct near near = near_to(name), near_file = near_to(file);
    for (size_t i = 0; i < l->codes->len; i++) {
        const struct code *code = l->codes->at[i];
        near_try(&near_file, path_base(code->source.name));
        if (!names_file(file, code->source.name))
            continue;
        const struct macro *found = macro_in(code, name, &near);
        *why =
            str_format(l->diags->keep, "%.*s has no macro '%.*s'%.*s", STR_FMT(code->source.name),
                       STR_FMT(name), STR_FMT(near_hint(l->diags->keep, &near)));
        return found;
    }
    *why = str_format(l->diags->keep, "there is no template '%.*s'%.*s", STR_FMT(file),
                      STR_FMT(near_hint(l->diags->keep, &near_file)));
    return NULL;
}

/* [FILE/]macros/NAME; "template" stands for this file. NULL: there is none, *WHY says what is
 * missing. */
static const struct macro *resolve(struct linker *l, const struct code *code, const struct use *use,
                                   struct str path, struct str *why)
{
    struct arena *keep = l->diags->keep;
    path = skip_prefix(path);
    size_t at = str_find(path, STR("/macros/"), 0);
    if (at != SIZE_MAX) {
        struct str file = str_slice(path, 0, at);
        if (str_eq(file, STR("template")))
            file = code->source.name;
        return macro_of_file(l, file, str_slice(path, at + sizeof "/macros/" - 1, path.len), why);
    }
    if (!str_starts(path, STR("macros/"))) {
        *why =
            str_format(keep, "'%.*s' is not the path of a macro: macros/NAME or FILE/macros/NAME",
                       STR_FMT(path));
        return NULL;
    }
    struct near near = near_to(str_slice(path, sizeof "macros/" - 1, path.len));
    const struct macro *found = macro_anywhere(l, code, use, near.word, &near);
    *why = str_format(keep, "there is no macro '%.*s'%.*s", STR_FMT(near.word),
                      STR_FMT(near_hint(keep, &near)));
    return found;
}

/* The first alternative of the path that there is. */
static void link_use(struct linker *l, const struct code *code, struct use *use)
{
    struct str why = STR_NONE;
    for (struct str rest = use->path; rest.ptr && !use->macro;) {
        struct str path = str_trim_ascii(str_cut(&rest, '|'));
        use->is_default = str_eq(path, STR("default"));
        if (use->is_default || str_eq(path, STR("nothing")))
            return;
        use->macro = resolve(l, code, use, path, &why);
    }
    if (!use->macro)
        link_fail(l, code, use->at, why);
}

/* How many macros may extend each other in a row; more go round in a circle. */
#define EXTENDS_MAX 100

static bool has_slot(const struct macro *macro, struct str slot, struct near *near)
{
    for (int i = 0; macro && i < EXTENDS_MAX; i++) {
        for (size_t j = 0; j < macro->slots.len; j++) {
            if (str_eq(macro->slots.at[j], slot))
                return true;
            near_try(near, macro->slots.at[j]);
        }
        macro = macro->extends ? macro->extends->macro : NULL;
    }
    return false;
}

/* A filling without a slot is never seen: most likely its name is wrong. */
static void check_fills(struct linker *l, const struct code *code, const struct use *use)
{
    for (size_t i = 0; use->macro && i < use->fills.len; i++) {
        const struct fill *fill = &use->fills.at[i];
        struct near near = near_to(fill->slot);
        if (has_slot(use->macro, fill->slot, &near))
            continue;
        diag_add(l->diags, D_TEMPLATE_SLOT, markup_place(&code->source, fill->at),
                 "the macro '%.*s' has no slot '%.*s'%.*s", STR_FMT(use->macro->name),
                 STR_FMT(fill->slot), STR_FMT(near_hint(l->diags->keep, &near)));
    }
}

bool link_codes(const struct codes *codes, struct diags *diags)
{
    struct linker l = {.codes = codes, .diags = diags};
    for (size_t i = 0; i < codes->len; i++) {
        for (size_t j = 0; j < codes->at[i]->uses.len; j++)
            link_use(&l, codes->at[i], codes->at[i]->uses.at[j]);
    }
    for (size_t i = 0; i < codes->len; i++) {
        for (size_t j = 0; j < codes->at[i]->uses.len; j++)
            check_fills(&l, codes->at[i], codes->at[i]->uses.at[j]);
    }
    return !l.failed;
}
