/* SPDX-License-Identifier: MIT */
/* A hash of many things, one after the other: what stamps are made of (stamp.h). */
#ifndef SITE_SUM_H
#define SITE_SUM_H

#include "base/str.h"

struct sum {
    uint64_t hash;
    bool unknown; /* something was added of which nobody knows what it is made of */
};

void sum_add(struct sum *sum, uint64_t number);
void sum_add_str(struct sum *sum, struct str s);

/* Adds another stamp; 0: nobody knows. */
void sum_add_stamp(struct sum *sum, uint64_t stamp);

/* Never 0, but where nobody knows. */
uint64_t sum_stamp(const struct sum *sum);

#endif
