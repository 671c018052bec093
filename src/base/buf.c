/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

static void buf_grow(struct buf *buf, size_t more)
{
    if (more > SIZE_MAX / 4 - buf->len)
        die("out of memory (%zu bytes wanted)", more);
    size_t cap = buf->cap ? buf->cap : 256;
    while (cap < buf->len + more)
        cap *= 2;
    buf->ptr = xrealloc(buf->ptr, cap);
    buf->cap = cap;
}

void buf_add(struct buf *buf, const void *bytes, size_t len)
{
    if (!len)
        return;
    if (buf->cap - buf->len < len)
        buf_grow(buf, len);
    memcpy(buf->ptr + buf->len, bytes, len);
    buf->len += len;
}

void buf_vfmt(struct buf *buf, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    size_t room = buf->cap - buf->len;
    int len = vsnprintf(room ? buf->ptr + buf->len : NULL, room, fmt, args);
    if (len < 0)
        die("cannot format a message");
    if (room < (size_t)len + 1) {
        buf_grow(buf, (size_t)len + 1);
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, fmt, again);
    }
    va_end(again);
    buf->len += (size_t)len;
}

void buf_fmt(struct buf *buf, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    buf_vfmt(buf, fmt, args);
    va_end(args);
}

void buf_clear(struct buf *buf)
{
    free(buf->ptr);
    *buf = (struct buf){0};
}

void buf_percent(struct buf *buf, struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        buf_fmt(buf, "%%%02X", (unsigned)(unsigned char)s.ptr[i]);
}
