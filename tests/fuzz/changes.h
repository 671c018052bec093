/* SPDX-License-Identifier: MIT */
/* An input as a list of changes to bytes that were made before, so that most of them stay whole. */
#ifndef TESTS_FUZZ_CHANGES_H
#define TESTS_FUZZ_CHANGES_H

#include "base/buf.h"

/* Changes a byte, cuts one out, puts one in or cuts off the rest, as three bytes of the input say.
 */
static inline void change(struct buf *bytes, const unsigned char *how)
{
    if (bytes->len == 0)
        return;
    size_t at = ((size_t)how[0] << 6 | how[1] >> 2) % bytes->len;
    switch (how[1] & 3) {
    case 0:
        bytes->ptr[at] = (char)how[2];
        break;
    case 1:
        memmove(bytes->ptr + at, bytes->ptr + at + 1, --bytes->len - at);
        break;
    case 2:
        buf_byte(bytes, 0);
        memmove(bytes->ptr + at + 1, bytes->ptr + at, bytes->len - at - 1);
        bytes->ptr[at] = (char)how[2];
        break;
    case 3:
        bytes->len = how[2] ? bytes->len : at;
    }
}

/* BYTES, changed, in KEEP. */
static inline struct str changed(struct arena *keep, struct str bytes, struct str changes)
{
    struct buf room = {0};
    buf_str(&room, bytes);
    for (size_t i = 0; i + 3 <= changes.len; i += 3)
        change(&room, (const unsigned char *)changes.ptr + i);
    struct str copy = str_dup(keep, buf_view(&room));
    buf_clear(&room);
    return copy;
}

#endif
