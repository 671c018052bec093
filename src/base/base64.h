/* SPDX-License-Identifier: MIT */
/* Bytes as letters and back (RFC 4648, section 4). */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/buf.h"

void base64_put(struct buf *out, struct str bytes);

/* Appends what TEXT stands for. False: it is no such text, and some of it may have been appended.
 */
bool base64_take(struct buf *out, struct str text);

#endif
