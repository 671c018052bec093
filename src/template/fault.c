/* SPDX-License-Identifier: MIT */
/* Faults told in words: what is wrong, and what is near it. */
#include "base/near.h"
#include "template/run.h"

static void offer_names(struct near *near, const struct value *object)
{
    const struct value_type *type = object->object.type;
    struct str name;
    for (const struct value_field *field = type->fields; field && field->name; field++)
        near_try(near, str_of(field->name));
    for (size_t i = 0; type->name_at && type->name_at(object->object.self, i, &name); i++)
        near_try(near, name);
}

static struct str name_text(const struct run *run, const struct fault *fault)
{
    struct near near = near_to(fault->step);
    if (run->root.kind == VALUE_OBJECT)
        offer_names(&near, &run->root);
    for (size_t i = 0; i < run->names->list.len; i++) {
        if (run->bindings[i].state == BINDING_SET)
            near_try(&near, run->names->list.at[i]);
    }
    return str_format(run->scratch, "there is no '%.*s'%.*s", STR_FMT(fault->step),
                      STR_FMT(near_hint(run->scratch, &near)));
}

static const char *kind_text(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NOTHING:
        return "nothing";
    case VALUE_BOOL:
        return "true or false";
    case VALUE_INT:
    case VALUE_REAL:
        return "a number";
    case VALUE_STRING:
        return "text";
    case VALUE_HTML:
        return "HTML";
    case VALUE_LIST:
        return "a list";
    case VALUE_OBJECT:
        return "an object";
    case VALUE_DEFAULT:
        return "'default'";
    }
    return "";
}

static struct str step_text(const struct run *run, const struct fault *fault)
{
    struct near near = near_to(fault->step);
    if (fault->holder.kind == VALUE_LIST)
        return str_format(run->scratch, "no '%.*s' in a list of %zu, in '%.*s'",
                          STR_FMT(fault->step), fault->holder.list->len, STR_FMT(fault->path));
    if (fault->holder.kind != VALUE_OBJECT)
        return str_format(run->scratch, "no '%.*s' in '%.*s': what is before it is %s",
                          STR_FMT(fault->step), STR_FMT(fault->path), kind_text(&fault->holder));
    offer_names(&near, &fault->holder);
    return str_format(run->scratch, "no '%.*s' in %s, in '%.*s'%.*s", STR_FMT(fault->step),
                      fault->holder.object.type->name, STR_FMT(fault->path),
                      STR_FMT(near_hint(run->scratch, &near)));
}

struct str fault_text(const struct run *run)
{
    const struct fault *fault = &run->fault;
    switch (fault->kind) {
    case FAULT_NAME:
        return name_text(run, fault);
    case FAULT_STEP:
        return step_text(run, fault);
    case FAULT_LOOP:
        return str_format(run->scratch, "no tal:repeat of '%.*s' is around this",
                          STR_FMT(fault->step));
    case FAULT_TEXT:
        return str_format(run->scratch, "'%.*s' is %s, which cannot be put as text",
                          STR_FMT(fault->path), kind_text(&fault->holder));
    case FAULT_REPEAT:
        return str_format(run->scratch, "'%.*s' is %s; tal:repeat needs a list",
                          STR_FMT(fault->path), kind_text(&fault->holder));
    case FAULT_KNOWN:
        break;
    }
    return fault->message;
}

void fault_report(struct run *run)
{
    const struct fault *fault = &run->fault;
    struct place place = markup_place(&fault->code->source, fault->at);
    struct str what = fault_text(run);
    if (run->subject.len > 0)
        diag_add(run->diags, D_TEMPLATE, place, "%.*s, while rendering %.*s", STR_FMT(what),
                 STR_FMT(run->subject));
    else
        diag_add(run->diags, D_TEMPLATE, place, "%.*s", STR_FMT(what));
}
