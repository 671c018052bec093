/* SPDX-License-Identifier: MIT */
#include "search/bits.h"

enum { GROUP = 13, BASE = 91 };

/* All that a string in double quotes needs no escape for, less < and >. */
static const char alphabet[] = " !#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

_Static_assert(sizeof alphabet - 1 == BASE, "two characters hold 13 bits");

static void put_group(struct bits *bits, uint32_t value)
{
    buf_byte(bits->out, alphabet[value / BASE]);
    buf_byte(bits->out, alphabet[value % BASE]);
}

void bits_put(struct bits *bits, uint32_t value, unsigned count)
{
    bits->held = bits->held << count | (value & ((UINT64_C(1) << count) - 1));
    bits->len += count;
    while (bits->len >= GROUP) {
        bits->len -= GROUP;
        put_group(bits, (uint32_t)(bits->held >> bits->len) & ((1u << GROUP) - 1));
    }
}

void bits_gamma(struct bits *bits, uint32_t value)
{
    unsigned digits = 1;
    while (value >> digits)
        digits++;
    bits_put(bits, 0, digits - 1);
    bits_put(bits, value, digits);
}

void bits_rice(struct bits *bits, uint32_t value, unsigned shift)
{
    enum { AT_ONCE = 15 };
    uint32_t ones = value >> shift;
    for (; ones > AT_ONCE; ones -= AT_ONCE)
        bits_put(bits, (1u << AT_ONCE) - 1, AT_ONCE);
    bits_put(bits, (1u << (ones + 1)) - 2, ones + 1);
    bits_put(bits, value, shift);
}

void bits_end(struct bits *bits)
{
    if (bits->len > 0)
        bits_put(bits, 0, GROUP - bits->len);
}

unsigned rice_shift(uint32_t count, uint32_t range)
{
    enum { MOST = 16 };
    unsigned shift = 0;
    while (shift < MOST && ((uint64_t)count * 3 << (shift + 1)) <= (uint64_t)range * 2)
        shift++;
    return shift;
}
