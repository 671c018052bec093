/* SPDX-License-Identifier: MIT */
#include "base/tell.h"

#include "base/utf8.h"

#include <stdarg.h>

void tell(FILE *to, const char *fmt, ...)
{
    va_list args;
    struct buf line = {0}, safe = {0};
    va_start(args, fmt);
    buf_vfmt(&line, fmt, args);
    va_end(args);
    utf8_add_safe(&safe, buf_view(&line));
    buf_byte(&safe, '\n');
    fwrite(safe.ptr, 1, safe.len, to);
    buf_clear(&line);
    buf_clear(&safe);
}
