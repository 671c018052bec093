/* SPDX-License-Identifier: MIT */
/* One choice in words: what was chosen, what speaks for it and against it, what was next best. */
#ifndef EXPLAIN_CHOICE_H
#define EXPLAIN_CHOICE_H

#include "explain/account.h"
#include "explain/speech.h"
#include "story/cohesion.h"

/* Who tells, of which page. */
struct teller {
    struct speech *speech;
    struct arena *scratch;
    const struct page *page;
    const struct stories *stories;
    const struct account *account;
    struct grounds grounds;          /* of the account's those of the story at hand */
    const struct cohesion *cohesion; /* of the page */
};

/* A text of a part, and where it was chosen from. A part's texts stand in one window as ends, and
   in one or two as starts. */
struct spot {
    const struct trail_part *part;
    size_t text;                       /* among the part's */
    const struct trail_window *window; /* where it is a start … */
    size_t col;
    const struct trail_window *end_window; /* … and an end; NULL: it is a picture */
    size_t row;
};

/* The text that begins with the byte START of the page. False: there is none. */
bool spot_find(const struct trail *trail, uint32_t start, struct spot *spot);

/* The spot of another text of the same part. */
struct spot spot_of(const struct trail_part *part, size_t text);

/* Says how the text goes on: in which other, or that it ends and what might have followed. */
void tell_next(const struct teller *teller, const struct spot *spot);

/* Whether it goes on, clearly, in the rest of the paragraph that it was parted from: there is
   nothing to tell. */
bool goes_on_clearly(const struct spot *spot);

/* Says which headline the text has and why, or that it has none. */
void tell_headline(const struct teller *teller, const struct spot *spot);

/* Says what a headline that has no text might have headed; START: where it stands. */
void tell_idle_headline(const struct teller *teller, uint32_t start);

#endif
