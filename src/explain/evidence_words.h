/* SPDX-License-Identifier: MIT */
/* The evidence for a link as a list in words. */
#ifndef EXPLAIN_EVIDENCE_WORDS_H
#define EXPLAIN_EVIDENCE_WORDS_H

#include "explain/shared.h"
#include "explain/speech.h"
#include "story/reasons.h"

/* What can be shown of a link's two texts. */
struct link_words {
    enum before_start kind;
    struct str seam;   /* 「…王|刚…」; empty: the sentence before it is closed */
    struct str shared; /* words of both; empty: none */
};

/* What says most for the link, in words; empty: nothing does. */
struct str reasons_main(struct arena *scratch, const struct reasons *reasons,
                        const struct link_words *words);

/* Says what weighs most for and against, by aspects, and the rest in one; in full every measure.
   The numbers of the list add up to the link's score. */
void reasons_tell(struct speech *speech, size_t indent, const struct reasons *reasons,
                  const struct link_words *words);

#endif
