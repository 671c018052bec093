/* SPDX-License-Identifier: MIT */
#include "site/view/field.h"

/* What the items of a list of structs have in common. */
struct struct_kind {
    const struct value_type *type;
    size_t size;
};

static struct value struct_item(struct arena *scratch, const struct value_list *list, size_t i)
{
    (void)scratch;
    const struct struct_kind *kind = list->context;
    return value_object(kind->type, (const char *)list->items + i * kind->size);
}

struct value value_structs(struct arena *scratch, const struct value_type *type, const void *at,
                           size_t len, size_t size)
{
    struct struct_kind *kind = ARENA_NEW(scratch, struct struct_kind);
    *kind = (struct struct_kind){type, size};
    struct value_list *list = ARENA_NEW(scratch, struct value_list);
    *list = (struct value_list){.len = len, .item = struct_item, .items = at, .context = kind};
    return value_list(list);
}

static struct value str_item(struct arena *scratch, const struct value_list *list, size_t i)
{
    (void)scratch;
    return value_string(((const struct str *)list->items)[i]);
}

struct value value_strs(struct arena *scratch, const struct strs *strs)
{
    struct value_list *list = ARENA_NEW(scratch, struct value_list);
    *list = (struct value_list){.len = strs->len, .item = str_item, .items = strs->at};
    return value_list(list);
}
