/* SPDX-License-Identifier: MIT */
#include "template/run.h"

#include "base/utf8.h"

/* Bounds for macros that use themselves. */
#define DEPTH_MAX 200
#define CALLS_MAX 10000000

/* Characters of an address that a message shows. */
#define URL_SHOWN 80

static void bind(struct run *run, uint32_t variable)
{
    struct saved_binding saved = {variable, run->bindings[variable]};
    vec_push(run->scratch, &run->saved, saved);
}

static void bind_value(struct run *run, uint32_t variable, struct value value)
{
    bind(run, variable);
    run->bindings[variable].state = BINDING_SET;
    run->bindings[variable].value = value;
}

static void drop(struct run *run, size_t to)
{
    while (run->saved.len > to) {
        const struct saved_binding *saved = &run->saved.at[--run->saved.len];
        run->bindings[saved->variable] = saved->binding;
    }
}

/* A global definition outlives every local one of its name. */
static void bind_global(struct run *run, uint32_t variable, struct value value)
{
    run->bindings[variable].state = BINDING_SET;
    run->bindings[variable].value = value;
    for (size_t i = 0; i < run->saved.len; i++) {
        if (run->saved.at[i].variable == variable) {
            run->saved.at[i].binding.state = BINDING_SET;
            run->saved.at[i].binding.value = value;
        }
    }
}

static void loop_item(struct run *run, const struct loop *loop)
{
    struct binding *binding = &run->bindings[loop->variable];
    binding->state = BINDING_SET;
    binding->value = loop->list.list->item(run->scratch, loop->list.list, loop->index);
}

static struct loop *loop_push(struct run *run)
{
    struct loop *loop = run->free_loops;
    if (loop)
        run->free_loops = loop->outer;
    else
        loop = ARENA_NEW(run->scratch, struct loop);
    *loop = (struct loop){.outer = run->loop};
    run->loop = loop;
    return loop;
}

static void loop_pop(struct run *run)
{
    struct loop *loop = run->loop;
    run->loop = loop->outer;
    loop->outer = run->free_loops;
    run->free_loops = loop;
}

/* *PC is the operation's own; on return, where to go on. */
static bool repeat_begin(struct run *run, const struct op *op, uint32_t *pc)
{
    struct value list;
    if (!expr_value(run, op->expr, &list))
        return false;
    bool once = list.kind == VALUE_DEFAULT;
    if (!once && !value_truth(&list)) {
        *pc = op->to;
        return true;
    }
    if (!once && list.kind != VALUE_LIST) {
        run->fault = (struct fault){.kind = FAULT_REPEAT,
                                    .code = run->code,

                                    .at = op->expr->at,
                                    .path = op->expr->text,
                                    .holder = list};
        return false;
    }
    struct loop *loop = loop_push(run);
    loop->binds = !once;
    loop->length = once ? 1 : list.list->len;
    ++*pc;
    if (once)
        return true;
    loop->list = list;
    loop->variable = op->variable;
    bind(run, op->variable);
    run->bindings[op->variable].loop = loop;
    loop_item(run, loop);
    return true;
}

static uint32_t repeat_next(struct run *run, const struct op *op, uint32_t pc)
{
    struct loop *loop = run->loop;
    if (++loop->index < loop->length) {
        loop_item(run, loop);
        return op->to;
    }
    if (loop->binds)
        drop(run, run->saved.len - 1);
    loop_pop(run);
    return pc + 1;
}

static bool insert(struct run *run, const struct op *op, uint32_t *pc)
{
    struct value value;
    struct str text;
    if (!expr_value(run, op->expr, &value))
        return false;
    *pc = value.kind == VALUE_DEFAULT ? *pc + 1 : op->to;
    if (value.kind == VALUE_DEFAULT || value.kind == VALUE_NOTHING)
        return true;
    if (!value_to_text(run, op->expr, &value, &text))
        return false;
    if (op->drops_newline && text.len > 0 && text.ptr[0] == '\n')
        buf_byte(run->out, '\n');
    if (op->kind == OP_STRUCTURE && value.kind == VALUE_HTML)
        buf_str(run->out, text);
    else
        html_text(run->out, text);
    return true;
}

static struct str safe_url(struct run *run, const struct op *op, struct str url)
{
    if (html_urls_safe(op->attribute->kind, url))
        return url;
    bool named = run->subject.len > 0;
    diag_add(run->diags, D_UNSAFE_URL, markup_place(&run->code->source, op->expr->at),
             "%.*s '%.*s' is not relative, http, https or mailto%s%.*s",
             STR_FMT(op->attribute->name), STR_FMT(utf8_head(url, URL_SHOWN)),
             named ? ", while rendering " : "", STR_FMT(run->subject));
    return STR("#");
}

static bool put_attribute(struct run *run, const struct op *op)
{
    const struct attribute *attribute = op->attribute;
    struct value value;
    struct str text;
    if (!expr_value(run, op->expr, &value))
        return false;
    if (value.kind == VALUE_DEFAULT)
        buf_str(run->out, attribute->original);
    if (value.kind == VALUE_DEFAULT || value.kind == VALUE_NOTHING)
        return true;
    if (attribute->kind == HTML_BOOLEAN && !value_truth(&value))
        return true;
    if (attribute->kind == HTML_BOOLEAN)
        text = attribute->name;
    else if (attribute->kind == HTML_KEYWORD && value.kind == VALUE_BOOL)
        text = value.truth ? STR("true") : STR("false");
    else if (!value_to_text(run, op->expr, &value, &text))
        return false;
    buf_str(run->out, attribute->start);
    html_attribute(run->out, safe_url(run, op, text));
    buf_byte(run->out, '"');
    return true;
}

static bool define(struct run *run, const struct op *op)
{
    struct value value;
    if (!expr_value(run, op->expr, &value))
        return false;
    if (op->kind == OP_DEFINE)
        bind_value(run, op->variable, value);
    else
        bind_global(run, op->variable, value);
    return true;
}

/* Counts a use, at a byte of CODE's source, of what is called NAME. */
static bool go_deeper(struct run *run, const struct code *code, uint32_t at, struct str name)
{
    if (++run->depth <= DEPTH_MAX && ++run->calls <= CALLS_MAX)
        return true;
    struct str message =
        run->depth > DEPTH_MAX
            ? str_format(run->scratch,
                         "macros are nested more than %d deep at '%.*s'; does it use "
                         "itself without end?",
                         DEPTH_MAX, STR_FMT(name))
            : str_format(run->scratch, "more than %d uses of macros and slots in one page",
                         CALLS_MAX);
    run->fault = (struct fault){.kind = FAULT_KNOWN, .code = code, .message = message, .at = at};
    run->depth--;
    return false;
}

/* Runs a range of other code, or of this code in another frame, after go_deeper(). */
static bool run_nested(struct run *run, const struct range *range, const struct frame *frame)
{
    const struct code *code = run->code;
    bool ok = run_range(run, range, frame);
    run->code = code;
    run->depth--;
    return ok;
}

static bool use_macro(struct run *run, const struct op *op, const struct frame *frame, uint32_t *pc)
{
    const struct use *use = op->use;
    *pc = use->is_default ? use->default_from : op->to;
    if (!use->macro)
        return true;
    struct frame inner = {use, frame};
    return go_deeper(run, run->code, use->at, use->macro->name) &&
           run_nested(run, &use->macro->body, &inner);
}

static const struct fill *fill_find(const struct use *use, struct str slot)
{
    for (size_t i = 0; i < use->fills.len; i++) {
        if (str_eq(use->fills.at[i].slot, slot))
            return &use->fills.at[i];
    }
    return NULL;
}

/* Of a macro that extends another, its user may fill the slots of both, and comes first. So the
   frames are searched from the outermost that this use belongs to. */
static const struct fill *slot_fill(const struct frame *frame, struct str slot,
                                    const struct frame **outer)
{
    const struct fill *found = NULL;
    for (; frame; frame = frame->outer) {
        const struct fill *fill = fill_find(frame->use, slot);
        if (fill) {
            found = fill;
            *outer = frame->outer;
        }
        if (!frame->use->extending)
            break;
    }
    return found;
}

static bool fill_slot(struct run *run, const struct op *op, const struct frame *frame, uint32_t *pc)
{
    const struct frame *outer = NULL;
    const struct fill *fill = slot_fill(frame, op->slot, &outer);
    *pc = fill ? op->to : *pc + 1;
    return !fill || (go_deeper(run, fill->range.code, fill->at, op->slot) &&
                     run_nested(run, &fill->range, outer));
}

static struct value error_message(struct arena *scratch, const void *self)
{
    (void)scratch;
    const struct str *message = self;
    return value_string(*message);
}

static struct value error_type_name(struct arena *scratch, const void *self)
{
    (void)scratch;
    (void)self;
    return value_string(STR("TemplateError"));
}

static const struct value_field error_fields[] = {
    {"value", "what is wrong, in words", error_message},
    {"type", "always TemplateError", error_type_name},
    {NULL, NULL, NULL},
};

static const struct value_type error_type = {.name = "error", .fields = error_fields};

/* tal:on-error. What the element wrote and bound before it failed is taken back. */
static bool try_element(struct run *run, const struct code *code, const struct op *op,
                        const struct frame *frame, uint32_t *pc)
{
    size_t out = run->out->len, saved = run->saved.len, diags = run->diags->len;
    struct loop *loop = run->loop;
    struct range body = {code, *pc + 1, op->to};
    *pc = op->end;
    if (go_deeper(run, code, 0, STR("tal:on-error")) && run_nested(run, &body, frame))
        return true;
    struct str *message = ARENA_NEW(run->scratch, struct str);
    *message = fault_text(run);
    run->out->len = out;
    run->diags->len = diags;
    drop(run, saved);
    while (run->loop != loop)
        loop_pop(run);
    bind_value(run, ERROR_VARIABLE, value_object(&error_type, message));
    *pc = op->to;
    return true;
}

bool run_range(struct run *run, const struct range *range, const struct frame *frame)
{
    const struct code *code = run->code = range->code;
    bool ok = true;
    for (uint32_t pc = range->from; ok && pc < range->to;) {
        const struct op *op = &code->ops.at[pc];
        struct value value;
        switch (op->kind) {
        case OP_BYTES:
            buf_str(run->out, op->bytes);
            pc++;
            break;
        case OP_DEFINE:
        case OP_DEFINE_GLOBAL:
            ok = define(run, op);
            pc++;
            break;
        case OP_DROP:
            drop(run, run->saved.len - op->count);
            pc++;
            break;
        case OP_UNLESS:
            ok = expr_value(run, op->expr, &value);
            pc = ok && value_truth(&value) ? pc + 1 : op->to;
            break;
        case OP_REPEAT:
            ok = repeat_begin(run, op, &pc);
            break;
        case OP_NEXT:
            pc = repeat_next(run, op, pc);
            break;
        case OP_TEXT:
        case OP_STRUCTURE:
            ok = insert(run, op, &pc);
            break;
        case OP_ATTRIBUTE:
            ok = put_attribute(run, op);
            pc++;
            break;
        case OP_USE:
            ok = use_macro(run, op, frame, &pc);
            break;
        case OP_SLOT:
            ok = fill_slot(run, op, frame, &pc);
            break;
        case OP_TRY:
            ok = try_element(run, code, op, frame, &pc);
            break;
        }
    }
    return ok;
}
