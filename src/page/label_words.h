/* SPDX-License-Identifier: MIT */
/* Words of credits: labels as a line's end or wide setting parts them, 通讯 员, 通 讯 员, and what
   stands beside names and labels. */
#ifndef PAGE_LABEL_WORDS_H
#define PAGE_LABEL_WORDS_H

#include "base/str.h"
#include "page/variants.h"

/* Bytes of the label that stands at AT of TEXT with blanks inside it, and *LABEL: it without them.
   0: none does. */
size_t parted_label(struct str text, size_t at, struct str *label);

/* A picture's credit with blanks for what tells neither who made it nor as what: which picture it
   is, 由 and when, 图①②由 and 5月2日 in 图①②由王刚5月2日摄; byte for byte as long, in *ROOM, or
   LINE itself where it has none of it or does not fit. */
struct str credit_plain(struct folded *room, struct str line);

#endif
