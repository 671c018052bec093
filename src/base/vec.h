/* SPDX-License-Identifier: MIT */
/* Growing arrays in an arena: struct spans VEC_OF(struct span); … vec_push(keep, &spans, value). */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

/* The body of a struct: `at` may be NULL while `len` is 0. */
#define VEC_OF(type)     \
    {                    \
        type *at;        \
        size_t len, cap; \
    }

/* Appends a value (the last argument, commas allowed) to *VEC; the value must not read VEC->len. */
#define vec_push(arena, vec, ...)                                                          \
    ((vec)->at = vec_room((arena), (vec)->at, (vec)->len, &(vec)->cap, sizeof *(vec)->at), \
     (vec)->at[(vec)->len++] = (__VA_ARGS__))

/* For vec_push: room for one more element after LEN; the elements may move. */
void *vec_room(struct arena *arena, void *at, size_t len, size_t *cap, size_t size);

#endif
