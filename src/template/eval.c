/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>

#include "template/run.h"

static bool fault(struct run *run, const struct expr *expr, enum fault_kind kind, struct str step,
                  struct value holder)
{
    run->fault = (struct fault){.kind = kind,
                                .code = run->code,
                                .at = expr->at,
                                .path = expr->text,
                                .step = step,
                                .holder = holder};
    return false;
}

static bool fault_known(struct run *run, const struct expr *expr, struct str message)
{
    fault(run, expr, FAULT_KNOWN, STR_NONE, VALUE_NONE);
    run->fault.message = message;
    return false;
}

/* Names of Zope's that stand for where a template's names come from. */
static bool is_root_name(struct str name)
{
    return str_eq(name, STR("here")) || str_eq(name, STR("context")) ||
           str_eq(name, STR("container")) || str_eq(name, STR("options")) ||
           str_eq(name, STR("root"));
}

static const struct binding *binding_of(struct run *run, uint32_t variable)
{
    struct binding *binding = &run->bindings[variable];
    if (binding->state != BINDING_UNKNOWN)
        return binding;
    struct str name = run->names->list.at[variable];
    binding->state = BINDING_SET;
    if (run->root.kind == VALUE_OBJECT && value_get(run->scratch, run->root, name, &binding->value))
        return binding;
    if (is_root_name(name))
        binding->value = run->root;
    else
        binding->state = BINDING_MISSING;
    return binding;
}

static bool variable_value(struct run *run, const struct expr *expr, uint32_t variable,
                           struct value *out)
{
    const struct binding *binding = binding_of(run, variable);
    if (binding->state != BINDING_SET)
        return fault(run, expr, FAULT_NAME, run->names->list.at[variable], VALUE_NONE);
    *out = binding->value;
    return true;
}

static struct value list_item(struct run *run, const struct value *list, size_t i)
{
    return list->list->item(run->scratch, list->list, i);
}

static bool list_step(struct run *run, const struct expr *expr, const struct step *step,
                      struct value *value)
{
    if (step->is_index && step->index < value->list->len)
        *value = list_item(run, value, step->index);
    else if (str_eq(step->name, STR("length")))
        *value = value_int((long long)value->list->len);
    else
        return fault(run, expr, FAULT_STEP, step->name, *value);
    return true;
}

/* What ?variable stands for: the text of the variable, taken as a name or an index. */
static bool resolve_step(struct run *run, const struct expr *expr, struct step *step)
{
    struct value value;
    if (!variable_value(run, expr, step->variable, &value) ||
        !value_to_text(run, expr, &value, &step->name))
        return false;
    step->is_index = value.kind == VALUE_INT && value.number >= 0;
    step->index = step->is_index ? (size_t)value.number : 0;
    return true;
}

static bool walk(struct run *run, const struct expr *expr, struct value *value)
{
    for (size_t i = 0; i < expr->step_count; i++) {
        struct step step = expr->steps[i];
        if (step.variable != NO_VARIABLE && !resolve_step(run, expr, &step))
            return false;
        if (value->kind == VALUE_LIST) {
            if (!list_step(run, expr, &step, value))
                return false;
            continue;
        }
        struct value next;
        if (value->kind != VALUE_OBJECT || !value_get(run->scratch, *value, step.name, &next))
            return fault(run, expr, FAULT_STEP, step.name, *value);
        *value = next;
    }
    return true;
}

static bool value_eq(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case VALUE_BOOL:
        return a->truth == b->truth;
    case VALUE_INT:
        return a->number == b->number;
    case VALUE_REAL:
        return !(a->real < b->real) && !(a->real > b->real);
    case VALUE_STRING:
    case VALUE_HTML:
        return str_eq(a->text, b->text);
    case VALUE_LIST:
        return a->list->items == b->list->items && a->list->len == b->list->len;
    case VALUE_OBJECT:
        return a->object.self == b->object.self;
    default:
        return true;
    }
}

/* first, last: whether the item and its neighbour differ, in themselves or in what the path names.
 */
static bool group_ends(struct run *run, const struct expr *expr, const struct loop *loop,
                       struct value *out)
{
    bool first = expr->property->group_side < 0;
    struct value item, neighbour;
    *out = value_bool(true);
    if (first ? loop->index == 0 : loop->index + 1 == loop->length)
        return true;
    item = list_item(run, &loop->list, loop->index);
    neighbour = list_item(run, &loop->list, first ? loop->index - 1 : loop->index + 1);
    if (!walk(run, expr, &item) || !walk(run, expr, &neighbour))
        return false;
    *out = value_bool(!value_eq(&item, &neighbour));
    return true;
}

static bool repeat_value(struct run *run, const struct expr *expr, struct value *out)
{
    const struct loop *loop = run->bindings[expr->variable].loop;
    if (!loop)
        return fault(run, expr, FAULT_LOOP, run->names->list.at[expr->variable], VALUE_NONE);
    if (!expr->property->get)
        return group_ends(run, expr, loop, out);
    *out = expr->property->get(run->scratch, loop->index, loop->length);
    return true;
}

static bool first_value(struct run *run, const struct expr *expr, struct value *out)
{
    for (size_t i = 0; i < expr->part_count; i++) {
        if (expr_value(run, expr->parts[i], out))
            return true;
    }
    return false;
}

/* The parts are put together above what an outer string has of its own in run->text. */
static bool string_value(struct run *run, const struct expr *expr, struct value *out)
{
    size_t start = run->text.len;
    bool ok = true;
    for (size_t i = 0; ok && i < expr->part_count; i++) {
        struct value value;
        struct str text;
        ok = expr_value(run, expr->parts[i], &value) &&
             value_to_text(run, expr->parts[i], &value, &text);
        if (ok)
            buf_str(&run->text, text);
    }
    if (ok)
        *out = value_string(
            str_dup(run->scratch, str_slice(buf_view(&run->text), start, run->text.len)));
    run->text.len = start;
    return ok;
}

/* exists:a | exists:b is read as it is meant: the second is asked, not found to have a value. */
static bool expr_exists(struct run *run, const struct expr *expr)
{
    struct value value;
    if (expr->kind == EXPR_EXISTS)
        return expr_exists(run, expr->parts[0]);
    if (expr->kind != EXPR_FIRST)
        return expr_value(run, expr, &value);
    for (size_t i = 0; i < expr->part_count; i++) {
        if (expr_exists(run, expr->parts[i]))
            return true;
    }
    return false;
}

bool expr_value(struct run *run, const struct expr *expr, struct value *out)
{
    switch (expr->kind) {
    case EXPR_NOTHING:
        *out = VALUE_NONE;
        return true;
    case EXPR_DEFAULT:
        *out = (struct value){.kind = VALUE_DEFAULT};
        return true;
    case EXPR_TEXT:
        *out = value_string(expr->text);
        return true;
    case EXPR_MISSING:
        return fault_known(run, expr, expr->text);
    case EXPR_PATH:
        return variable_value(run, expr, expr->variable, out) && walk(run, expr, out);
    case EXPR_REPEAT:
        return repeat_value(run, expr, out);
    case EXPR_FIRST:
        return first_value(run, expr, out);
    case EXPR_STRING:
        return string_value(run, expr, out);
    case EXPR_NOT:
        if (!expr_value(run, expr->parts[0], out))
            return false;
        *out = value_bool(!value_truth(out));
        return true;
    case EXPR_EXISTS:
        *out = value_bool(expr_exists(run, expr->parts[0]));
        return true;
    }
    return false;
}

static bool object_is_empty(const struct value *object)
{
    const struct value_type *type = object->object.type;
    struct str name;
    bool has_fields = type->fields && type->fields->name;
    return !has_fields && type->name_at && !type->name_at(object->object.self, 0, &name);
}

bool value_truth(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NOTHING:
        return false;
    case VALUE_BOOL:
        return value->truth;
    case VALUE_INT:
        return value->number != 0;
    case VALUE_REAL:
        return value->real < 0 || value->real > 0;
    case VALUE_STRING:
    case VALUE_HTML:
        return value->text.len > 0;
    case VALUE_LIST:
        return value->list->len > 0;
    case VALUE_OBJECT:
        return !object_is_empty(value);
    case VALUE_DEFAULT:
        return true;
    }
    return false;
}

/* The fewest digits that are read back as the same number; ".0" tells a whole real from an integer.
 */
static struct str real_text(struct arena *scratch, double real)
{
    struct str text = STR_NONE;
    for (int digits = 15; digits <= 17; digits++) {
        text = str_format(scratch, "%.*g", digits, real);
        if (strtod(text.ptr, NULL) == real)
            break;
    }
    if (isfinite(real) && !strpbrk(text.ptr, ".e"))
        text = str_format(scratch, "%.*s.0", STR_FMT(text));
    return text;
}

bool value_to_text(struct run *run, const struct expr *expr, const struct value *value,
                   struct str *out)
{
    switch (value->kind) {
    case VALUE_NOTHING:
    case VALUE_DEFAULT:
        *out = STR("");
        return true;
    case VALUE_BOOL:
        *out = value->truth ? STR("True") : STR("False");
        return true;
    case VALUE_INT:
        *out = str_format(run->scratch, "%lld", value->number);
        return true;
    case VALUE_REAL:
        *out = real_text(run->scratch, value->real);
        return true;
    case VALUE_STRING:
    case VALUE_HTML:
        *out = value->text;
        return true;
    case VALUE_LIST:
    case VALUE_OBJECT:
        break;
    }
    return fault(run, expr, FAULT_TEXT, STR_NONE, *value);
}
