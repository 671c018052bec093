/* SPDX-License-Identifier: MIT */
/* str_hash() of bytes that come one part after the other. */
#ifndef BASE_HASHER_H
#define BASE_HASHER_H

#include "base/str.h"

struct XXH3_state_s;

struct hasher {
    struct XXH3_state_s *state;
};

/* Of nothing yet; hasher_end() it. */
struct hasher hasher_begin(void);

void hasher_add(struct hasher *hasher, struct str bytes);

/* The hash of all that was added; HASHER is of no more use. */
uint64_t hasher_end(struct hasher *hasher);

#endif
