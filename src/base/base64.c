/* SPDX-License-Identifier: MIT */
#include "base/base64.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

enum { BYTES = 3, LETTERS = 4, BITS = 6, PAD = '=' };

void base64_put(struct buf *out, struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i += BYTES) {
        size_t len = bytes.len - i < BYTES ? bytes.len - i : BYTES;
        uint32_t group = 0;
        for (size_t k = 0; k < BYTES; k++)
            group = group << 8 | (k < len ? (unsigned char)bytes.ptr[i + k] : 0);
        for (size_t k = 0; k < LETTERS; k++)
            buf_byte(out, k <= len ? letters[group >> (BITS * (BYTES - k)) & 0x3f] : (char)PAD);
    }
}

/* The value of a letter; 64: it is none. */
static uint32_t value_of(char c)
{
    const char *at = c ? strchr(letters, c) : NULL;
    return at ? (uint32_t)(at - letters) : 64;
}

bool base64_take(struct buf *out, struct str text)
{
    if (text.len % LETTERS != 0)
        return false;
    for (size_t i = 0; i < text.len; i += LETTERS) {
        bool last = i + LETTERS == text.len;
        size_t pads = last ? (size_t)(text.ptr[i + 3] == PAD) + (text.ptr[i + 2] == PAD) : 0;
        uint32_t group = 0;
        for (size_t k = 0; k < LETTERS; k++) {
            uint32_t value = k < LETTERS - pads ? value_of(text.ptr[i + k]) : 0;
            if (value > 0x3f)
                return false;
            group = group << BITS | value;
        }
        for (size_t k = 0; k < BYTES - pads; k++)
            buf_byte(out, (char)(group >> 8 * (BYTES - 1 - k) & 0xff));
    }
    return true;
}
