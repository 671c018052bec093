/* SPDX-License-Identifier: MIT */
/*
 * How a story was put together and filed, in words: which evidence led to which choice, and what
 * was next best. Nothing is decided here: what is told was recorded where it was decided
 * (story/trail.h, enrich/grounds.h).
 */
#ifndef EXPLAIN_EXPLAIN_H
#define EXPLAIN_EXPLAIN_H

#include "explain/account.h"

/* What is to be told of. */
struct explained {
    const struct page *page;
    const struct stories *stories; /* all of the page */
    const struct account *account;
    bool full; /* every measure and every word, not only those that weigh most */
};

/* Appends the explanation of one story, or of residue. */
void explain_story(struct buf *out, const struct explained *of, const struct story *story);

/* Appends those of all stories of the page, and in full of its residue too. */
void explain_page(struct buf *out, const struct explained *of);

#endif
