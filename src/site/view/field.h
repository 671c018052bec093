/* SPDX-License-Identifier: MIT */
/* Short forms for writing value types: getters of one expression, and lists of structs. */
#ifndef SITE_VIEW_FIELD_H
#define SITE_VIEW_FIELD_H

#include "template/value.h"

/* Defines the getter NAME for a field of struct TYPE: the value is EXPRESSION, in which `view` is
   the struct and `scratch` the arena. */
#define FIELD(name, type, expression)                                 \
    static struct value name(struct arena *scratch, const void *self) \
    {                                                                 \
        const struct type *view = self;                               \
        (void)scratch;                                                \
        return expression;                                            \
    }

/* A list of LEN structs of SIZE bytes at AT, each an object of TYPE. The array is borrowed. */
struct value value_structs(struct arena *scratch, const struct value_type *type, const void *at,
                           size_t len, size_t size);

/* A list of a vector's structs. */
#define value_vec(scratch, type, vec) \
    value_structs((scratch), (type), (vec)->at, (vec)->len, sizeof *(vec)->at)

/* A list of slices, as strings. The array is borrowed. */
struct value value_strs(struct arena *scratch, const struct strs *strs);

static inline struct value value_size(size_t count)
{
    return value_int((long long)count);
}

#endif
