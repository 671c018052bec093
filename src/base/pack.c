/* SPDX-License-Identifier: MIT */
#include "base/pack.h"

#include "base/utf8.h"
#include "base/varint.h"

#include <stdint.h>

enum { DOUBLE_BYTES = 8 };

#define DOUBLE_MOST 1e6

/* The body of a list, as VEC_OF() has it. */
struct list {
    void *at;
    size_t len, cap;
};

/* ---- there */

static uint64_t number_in(const void *field, size_t size)
{
    uint8_t one;
    uint16_t two;
    uint32_t four;
    uint64_t eight;
    switch (size) {
    case sizeof one:
        memcpy(&one, field, size);
        return one;
    case sizeof two:
        memcpy(&two, field, size);
        return two;
    case sizeof four:
        memcpy(&four, field, size);
        return four;
    default:
        memcpy(&eight, field, sizeof eight);
        return eight;
    }
}

static void put_double(struct buf *out, double number)
{
    uint64_t bits;
    char bytes[DOUBLE_BYTES];
    memcpy(&bits, &number, sizeof bits);
    for (size_t i = 0; i < DOUBLE_BYTES; i++)
        bytes[i] = (char)(bits >> 8 * i & 0xff);
    buf_add(out, bytes, sizeof bytes);
}

/* Length and, in its lowest bit, whether it lies in the base; then the place there, or the bytes.
 */
static void put_str(struct buf *out, struct str s, struct str base)
{
    uintptr_t from = (uintptr_t)base.ptr, at = (uintptr_t)s.ptr;
    bool inside =
        s.len > 0 && at >= from && at - from <= base.len && s.len <= base.len - (at - from);
    varint_put(out, (uint64_t)s.len << 1 | inside);
    if (inside)
        varint_put(out, at - from);
    else
        buf_str(out, s);
}

static void put_field(struct buf *out, const struct pack_field *field, const void *at,
                      struct str base)
{
    struct list list;
    struct str text;
    double number;
    uint32_t span[2];
    const void *thing;
    switch (field->type) {
    case PACK_NUMBER:
    case PACK_CHOICE:
        varint_put(out, number_in(at, field->size));
        break;
    case PACK_SPAN:
        memcpy(span, at, sizeof span);
        varint_put(out, span[0]);
        varint_put(out, span[1]);
        break;
    case PACK_DOUBLE:
        memcpy(&number, at, sizeof number);
        put_double(out, number);
        break;
    case PACK_STR:
    case PACK_BYTES:
        memcpy(&text, at, sizeof text);
        put_str(out, text, base);
        break;
    case PACK_STRUCT:
        pack(out, field->of, at, base);
        break;
    case PACK_POINTER:
        memcpy(&thing, at, sizeof thing);
        varint_put(out, thing != NULL);
        if (thing)
            pack(out, field->of, thing, base);
        break;
    case PACK_VEC:
        memcpy(&list, at, sizeof list);
        varint_put(out, list.len);
        for (size_t i = 0; i < list.len; i++)
            pack(out, field->of, (const char *)list.at + i * field->of->size, base);
        break;
    case PACK_NAMED:
    case PACK_MAYBE_NAMED:
        memcpy(&thing, at, sizeof thing);
        put_str(out, thing ? field->names->name(thing) : STR_NONE, base);
    }
}

void pack(struct buf *out, const struct pack_struct *of, const void *value, struct str base)
{
    for (size_t i = 0; i < of->len; i++)
        put_field(out, &of->fields[i], (const char *)value + of->fields[i].offset, base);
}

/* ---- and back */

static bool set_number(uint64_t number, void *field, size_t size)
{
    uint8_t one = (uint8_t)number;
    uint16_t two = (uint16_t)number;
    uint32_t four = (uint32_t)number;
    const void *from = size == sizeof one    ? (const void *)&one
                       : size == sizeof two  ? (const void *)&two
                       : size == sizeof four ? (const void *)&four
                                             : (const void *)&number;
    memcpy(field, from, size);
    return size == sizeof number || number >> 8 * size == 0;
}

/* What we packed is a number, and no wild one. */
static bool cut_double(struct packed *packed, void *at)
{
    double number;
    uint64_t bits = 0;
    if (packed->rest.len < DOUBLE_BYTES)
        return false;
    for (size_t i = 0; i < DOUBLE_BYTES; i++)
        bits |= (uint64_t)(unsigned char)packed->rest.ptr[i] << 8 * i;
    packed->rest = str_slice(packed->rest, DOUBLE_BYTES, packed->rest.len);
    memcpy(&number, &bits, sizeof bits);
    memcpy(at, &number, sizeof number);
    return number >= -DOUBLE_MOST && number <= DOUBLE_MOST;
}

/* Whether a character of the base may begin or end AT. */
static bool is_between(struct str base, uint64_t at)
{
    return at >= base.len || ((unsigned char)base.ptr[at] & 0xc0) != 0x80;
}

/* A part of the base. */
static bool cut_span(struct packed *packed, void *at)
{
    uint64_t start, end;
    if (!varint_cut(&packed->rest, &start) || !varint_cut(&packed->rest, &end) || start > end ||
        end > packed->base.len || end > UINT32_MAX || !is_between(packed->base, start) ||
        !is_between(packed->base, end))
        return false;
    const uint32_t span[] = {(uint32_t)start, (uint32_t)end};
    memcpy(at, span, sizeof span);
    return true;
}

static bool cut_bytes(struct packed *packed, struct str *s)
{
    uint64_t head, at = 0;
    if (!varint_cut(&packed->rest, &head) || (head & 1 && !varint_cut(&packed->rest, &at)))
        return false;
    struct str from = head & 1 ? packed->base : packed->rest;
    size_t len = (size_t)(head >> 1);
    if (at > from.len || len > from.len - at)
        return false;
    if (head & 1 && !(is_between(from, at) && is_between(from, at + len)))
        return false;
    *s = str_slice(from, (size_t)at, (size_t)at + len);
    if (!(head & 1))
        packed->rest = str_slice(packed->rest, len, packed->rest.len);
    return true;
}

/* What is of the base need not be looked at again. */
static bool cut_str(struct packed *packed, struct str *s)
{
    size_t bad;
    bool own = packed->rest.len && !(packed->rest.ptr[0] & 1);
    return cut_bytes(packed, s) && (!own || utf8_valid(*s, &bad));
}

/* Each field of what is listed takes a byte at least, so that a few bytes cannot ask for much
   room. */
static bool cut_vec(struct arena *keep, struct packed *packed, const struct pack_struct *of,
                    void *at)
{
    uint64_t len;
    if (!varint_cut(&packed->rest, &len) || len > packed->rest.len / of->len)
        return false;
    struct list list = {NULL, (size_t)len, (size_t)len};
    if (len)
        list.at = arena_array(keep, (size_t)len, of->size);
    memcpy(at, &list, sizeof list);
    for (size_t i = 0; i < len; i++)
        if (!unpack(keep, packed, of, (char *)list.at + i * of->size))
            return false;
    return true;
}

static bool cut_pointer(struct arena *keep, struct packed *packed, const struct pack_struct *of,
                        void *at)
{
    uint64_t there;
    if (!varint_cut(&packed->rest, &there) || there > 1)
        return false;
    void *thing = there ? arena_alloc(keep, of->size) : NULL;
    memcpy(at, &thing, sizeof thing);
    return !thing || unpack(keep, packed, of, thing);
}

static bool cut_named(struct packed *packed, const struct pack_names *names, bool maybe, void *at)
{
    struct str name;
    if (!cut_str(packed, &name))
        return false;
    const void *thing = name.len ? names->find(packed->reference, name) : NULL;
    memcpy(at, &thing, sizeof thing);
    return thing || (maybe && !name.len);
}

static bool cut_field(struct arena *keep, struct packed *packed, const struct pack_field *field,
                      void *at)
{
    uint64_t number;
    switch (field->type) {
    case PACK_SPAN:
        return cut_span(packed, at);
    case PACK_NUMBER:
        return varint_cut(&packed->rest, &number) && set_number(number, at, field->size);
    case PACK_CHOICE:
        return varint_cut(&packed->rest, &number) && number < field->count &&
               set_number(number, at, field->size);
    case PACK_DOUBLE:
        return cut_double(packed, at);
    case PACK_STR:
        return cut_str(packed, at);
    case PACK_BYTES:
        return cut_bytes(packed, at);
    case PACK_STRUCT:
        return unpack(keep, packed, field->of, at);
    case PACK_POINTER:
        return cut_pointer(keep, packed, field->of, at);
    case PACK_VEC:
        return cut_vec(keep, packed, field->of, at);
    case PACK_NAMED:
        return cut_named(packed, field->names, false, at);
    case PACK_MAYBE_NAMED:
        return cut_named(packed, field->names, true, at);
    }
    return false;
}

bool unpack(struct arena *keep, struct packed *packed, const struct pack_struct *of, void *value)
{
    memset(value, 0, of->size);
    for (size_t i = 0; i < of->len; i++)
        if (!cut_field(keep, packed, &of->fields[i], (char *)value + of->fields[i].offset))
            return false;
    return true;
}
