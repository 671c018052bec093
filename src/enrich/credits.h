/* SPDX-License-Identifier: MIT */
/* Words that sign (署名) → who, as what: 本报记者 甲 通讯员 乙, 文/甲 图/乙, 甲 乙 摄. */
#ifndef ENRICH_CREDITS_H
#define ENRICH_CREDITS_H

#include "enrich/person_name.h"
#include "story/story.h"

/* Someone who signs. */
struct signer {
    struct str name; /* without blanks; in the arena or a slice of the text */
    enum byline_role role;
    struct str organisation; /* where he belongs, as the text says; 本报 is the newspaper itself */
};

struct credits {
    struct signer *at; /* in the order of the text */
    size_t len, cap;
    bool labelled;        /* a role is said, or a mark as □ stands before the names */
    bool whole;           /* every word was understood */
    bool spare;           /* they sign only where nobody else does */
    struct str author_at; /* 作者单位：…: the body that it names */
};

/* Reads TEXT, brackets and marks included. SURE: it is known to sign; otherwise only a role that is
   said makes other names than those with common surnames names. */
struct credits credits_read(struct arena *keep, const struct surnames *surnames, struct str text,
                            bool sure);

#endif
