/* SPDX-License-Identifier: MIT */
#include "search/script.h"

#include "base/utf8.h"

void script_string(struct buf *out, struct str s)
{
    buf_byte(out, '"');
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (c.code < 0x20 || c.code == 0x7f || c.code == 0x2028 || c.code == 0x2029)
            buf_fmt(out, "\\u%04x", c.code);
        else if (c.code == '"' || c.code == '\\')
            buf_fmt(out, "\\%c", (char)c.code);
        else
            buf_add(out, s.ptr + c.at, c.len);
    }
    buf_byte(out, '"');
}
