/* SPDX-License-Identifier: MIT */
#include "template/value.h"

static const struct value_field *field_find(const struct value_type *type, struct str name)
{
    for (const struct value_field *field = type->fields; field && field->name; field++) {
        if (str_eq(name, str_of(field->name)))
            return field;
    }
    return NULL;
}

bool value_get(struct arena *scratch, struct value object, struct str name, struct value *out)
{
    const struct value_type *type = object.object.type;
    const struct value_field *field = field_find(type, name);
    if (field) {
        *out = field->get(scratch, object.object.self);
        return true;
    }
    return type->lookup && type->lookup(scratch, object.object.self, name, out);
}
