/* SPDX-License-Identifier: MIT */
#include "base/hasher.h"

#include <xxhash.h>

struct hasher hasher_begin(void)
{
    struct hasher hasher = {XXH3_createState()};
    if (!hasher.state)
        die("out of memory");
    XXH3_64bits_reset(hasher.state);
    return hasher;
}

void hasher_add(struct hasher *hasher, struct str bytes)
{
    if (bytes.len)
        XXH3_64bits_update(hasher->state, bytes.ptr, bytes.len);
}

uint64_t hasher_end(struct hasher *hasher)
{
    uint64_t hash = XXH3_64bits_digest(hasher->state);
    XXH3_freeState(hasher->state);
    hasher->state = NULL;
    return hash;
}
