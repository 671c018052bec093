/* SPDX-License-Identifier: MIT */
/* Numbers in as few bytes as they need, seven bits each, the lowest first (LEB128). */
#ifndef BASE_VARINT_H
#define BASE_VARINT_H

#include "base/buf.h"

enum { VARINT_BITS = 7, VARINT_MOST = 10 };

/* The bytes of NUMBER; returns how many: (bits of NUMBER + 6) / 7, and at least one. */
static inline size_t varint_bytes(unsigned char *bytes, uint64_t number)
{
    size_t len = 0;
    for (; number >> VARINT_BITS; number >>= VARINT_BITS)
        bytes[len++] = (unsigned char)(number | 1U << VARINT_BITS);
    bytes[len++] = (unsigned char)number;
    return len;
}

static inline void varint_put(struct buf *out, uint64_t number)
{
    unsigned char bytes[VARINT_MOST];
    buf_add(out, bytes, varint_bytes(bytes, number));
}

/* Cuts the number at the beginning of *REST off. False: none is whole there. */
static inline bool varint_cut(struct str *rest, uint64_t *number)
{
    *number = 0;
    for (size_t at = 0; at < rest->len && at < VARINT_MOST; at++) {
        unsigned char byte = (unsigned char)rest->ptr[at];
        *number |= (uint64_t)(byte & ((1U << VARINT_BITS) - 1)) << at * VARINT_BITS;
        if (byte >> VARINT_BITS)
            continue;
        *rest = str_slice(*rest, at + 1, rest->len);
        return true;
    }
    return false;
}

#endif
