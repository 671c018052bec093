/* SPDX-License-Identifier: MIT */
/*
 * Structs as bytes and back, by tables that say where in a struct its fields are: what one process
 * made, for another to go on with. The bytes are the same on every machine.
 *
 * Numbers are in base 128, seven bits a byte, the lowest first; fractions as IEEE 754 has them, the
 * lowest byte first, and within a million of 0. A text that lies in a longer one which both sides
 * have, the base, is packed as its place there. Texts and the base are UTF-8.
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include "base/buf.h"

enum pack_type {
    PACK_NUMBER, /* an unsigned integer, of 1, 2, 4 or 8 bytes */
    PACK_CHOICE, /* an enum or bool: less than .count */
    PACK_DOUBLE,
    PACK_SPAN,  /* two numbers of 4 bytes, where a part of the base begins and ends */
    PACK_STR,   /* text */
    PACK_BYTES, /* the same that need be no UTF-8 */
    PACK_STRUCT,
    PACK_POINTER,     /* to a struct, or NULL */
    PACK_VEC,         /* VEC_OF(a struct) */
    PACK_NAMED,       /* a pointer to something that both sides have, by its name … */
    PACK_MAYBE_NAMED, /* … or NULL */
};

/* What is known by its name on both sides. */
struct pack_names {
    struct str (*name)(const void *thing);
    const void *(*find)(const void *reference, struct str name); /* NULL: there is none */
};

struct pack_field {
    enum pack_type type;
    size_t offset, size;            /* of the field, in bytes */
    const struct pack_struct *of;   /* PACK_STRUCT, PACK_POINTER, PACK_VEC */
    const struct pack_names *names; /* PACK_NAMED, PACK_MAYBE_NAMED */
    uint64_t count;                 /* PACK_CHOICE */
};

/* A struct: its fields in the order in which they are packed. What is not among them is left out,
   and is zero when it is unpacked. */
struct pack_struct {
    size_t size;
    const struct pack_field *fields;
    size_t len;
};

#define PACK_TABLE(type, fields)                                \
    {                                                           \
        sizeof(type), fields, sizeof(fields) / sizeof *(fields) \
    }
#define PACK_SIZE_OF(type, member) sizeof(((type *)0)->member)
#define PACK_FIELD(type, member, kind)                                          \
    {                                                                           \
        kind, offsetof(type, member), PACK_SIZE_OF(type, member), NULL, NULL, 0 \
    }
#define PACK_ONE_OF(type, member, count)                                                   \
    {                                                                                      \
        PACK_CHOICE, offsetof(type, member), PACK_SIZE_OF(type, member), NULL, NULL, count \
    }
#define PACK_FLAG(type, member) PACK_ONE_OF(type, member, 2)
#define PACK_INSIDE(type, member, kind, of)                                   \
    {                                                                         \
        kind, offsetof(type, member), PACK_SIZE_OF(type, member), of, NULL, 0 \
    }
#define PACK_BY_NAME(type, member, kind, names)                                  \
    {                                                                            \
        kind, offsetof(type, member), PACK_SIZE_OF(type, member), NULL, names, 0 \
    }

/* Appends a struct. */
void pack(struct buf *out, const struct pack_struct *of, const void *value, struct str base);

/* What unpack() reads, and with what. */
struct packed {
    struct str rest; /* of the bytes; texts are borrowed from them and from the base */
    struct str base;
    const void *reference; /* for pack_names.find */
};

/* Reads a struct off PACKED into *VALUE, lists in KEEP. False: the bytes are not such a struct, or
   cut a character of the base or hold a text that is no UTF-8; what of *VALUE is set is of no use.
   That the base is UTF-8 is for the caller to see to. */
bool unpack(struct arena *keep, struct packed *packed, const struct pack_struct *of, void *value);

#endif
