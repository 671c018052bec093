/* SPDX-License-Identifier: MIT */
#include "template/template.h"

#include "base/file.h"
#include "template/link.h"
#include "template/run.h"

struct template_set {
    struct arena *keep;
    struct str folder;
    struct names names;
    struct codes codes;
};

struct template_set *template_set_new(struct arena *keep, struct str folder)
{
    struct template_set *set = ARENA_NEW(keep, struct template_set);
    set->folder = str_dup(keep, folder);
    set->keep = set->names.keep = keep;
    name_number(&set->names, STR("error")); /* ERROR_VARIABLE */
    return set;
}

bool template_add(struct template_set *set, struct str name, struct str source, struct diags *diags)
{
    struct code *code = ARENA_NEW(set->keep, struct code);
    code->source.name = str_dup(set->keep, name);
    code->source.path = path_join(set->keep, set->folder, code->source.name);
    code->source.text = str_dup(set->keep, source);
    vec_push(set->keep, &set->codes, code);
    struct markup *root = markup_parse(set->keep, &code->source, diags);
    return root && code_compile(code, &set->names, root, diags);
}

bool template_link(struct template_set *set, struct diags *diags)
{
    return link_codes(&set->codes, diags);
}

/* Adds CODE, and what it uses, to those that are SEEN. */
static void add_used(struct arena *scratch, const struct code *code, struct map *seen,
                     struct buf *sources)
{
    void **slot = map_at(scratch, seen, code->source.name);
    if (*slot)
        return;
    *slot = seen;
    buf_str(sources, code->source.name);
    buf_byte(sources, '\0');
    buf_str(sources, code->source.text);
    buf_byte(sources, '\0');
    for (size_t i = 0; i < code->uses.len; i++)
        if (code->uses.at[i]->macro)
            add_used(scratch, code->uses.at[i]->macro->body.code, seen, sources);
}

uint64_t template_hash(const struct template_set *set, struct str name)
{
    const struct code *code = code_find(&set->codes, name);
    struct arena scratch = {0};
    struct map seen = {0};
    struct buf sources = {0};
    if (code)
        add_used(&scratch, code, &seen, &sources);
    uint64_t hash = code ? str_hash(buf_view(&sources)) : 0;
    buf_clear(&sources);
    arena_clear(&scratch);
    return hash;
}

bool template_set_names(const struct template_set *set, struct str name)
{
    return set->names.steps_unknown || map_get(&set->names.numbers, name) ||
           map_get(&set->names.steps, name);
}

bool template_render(const struct template_set *set, struct str name, struct value root,
                     struct buf *out, struct arena *scratch, struct diags *diags,
                     struct str subject)
{
    const struct code *code = code_find(&set->codes, name);
    if (!code) {
        diag_add(diags, D_TEMPLATE, (struct place){.file = name}, "there is no such template");
        return false;
    }
    struct run run = {.names = &set->names,
                      .root = root,
                      .out = out,
                      .scratch = scratch,
                      .diags = diags,
                      .subject = subject};
    run.bindings = ARENA_ARRAY(scratch, struct binding, set->names.list.len);
    size_t before = out->len;
    struct range all = {code, 0, (uint32_t)code->ops.len};
    bool ok = run_range(&run, &all, NULL);
    if (!ok) {
        fault_report(&run);
        out->len = before;
    }
    buf_clear(&run.text);
    return ok;
}
