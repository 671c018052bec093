/* SPDX-License-Identifier: MIT */
/* A growing run of bytes to append to; appending cannot fail. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

#include <stdarg.h>

struct buf {
    char *ptr; /* NULL while nothing was appended */
    size_t len, cap;
};

void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_fmt(struct buf *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buf_vfmt(struct buf *buf, const char *fmt, va_list args) PRINTF_LIKE(2, 0);

static inline void buf_byte(struct buf *buf, char byte)
{
    if (buf->len < buf->cap)
        buf->ptr[buf->len++] = byte;
    else
        buf_add(buf, &byte, 1);
}

static inline void buf_str(struct buf *buf, struct str s)
{
    buf_add(buf, s.ptr, s.len);
}

/* Appends S for a part of an address: each byte as %E5 (RFC 3986). */
void buf_percent(struct buf *buf, struct str s);

/* The bytes so far; good until the next change. */
static inline struct str buf_view(const struct buf *buf)
{
    return (struct str){buf->ptr, buf->len};
}

/* Empties the buffer but keeps its room. */
static inline void buf_reset(struct buf *buf)
{
    buf->len = 0;
}

/* Gives the room back. */
void buf_clear(struct buf *buf);

#endif
