/* SPDX-License-Identifier: MIT */
/* All that is recorded of a page while its stories are put together and filed. */
#ifndef EXPLAIN_ACCOUNT_H
#define EXPLAIN_ACCOUNT_H

#include "enrich/grounds.h"
#include "story/trail.h"

struct account {
    struct trail trail;
    struct grounds grounds;
};

static inline void account_clear(struct account *account)
{
    arena_clear(&account->trail.keep);
    arena_clear(&account->grounds.keep);
}

#endif
