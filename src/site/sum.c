/* SPDX-License-Identifier: MIT */
#include "site/sum.h"

/* The finalizer of SplitMix64: Steele, Lea, Flood, Fast splittable pseudorandom number generators,
   2014. */
static uint64_t mixed(uint64_t x)
{
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

void sum_add(struct sum *sum, uint64_t number)
{
    sum->hash = mixed(sum->hash + UINT64_C(0x9e3779b97f4a7c15) + mixed(number));
}

void sum_add_str(struct sum *sum, struct str s)
{
    sum_add(sum, str_hash(s));
}

void sum_add_stamp(struct sum *sum, uint64_t stamp)
{
    sum->unknown |= stamp == 0;
    sum_add(sum, stamp);
}

uint64_t sum_stamp(const struct sum *sum)
{
    return sum->unknown ? 0 : sum->hash | (sum->hash == 0);
}
