/* SPDX-License-Identifier: MIT */
/*
 * Marks that turn the direction of writing (UAX #9: embeddings, overrides, isolates). A text that
 * leaves one open would turn what stands after it too, and one that ends what it has not begun
 * would get out of the isolate around it. Texts of others are closed before something is put after
 * them.
 */
#ifndef BASE_BIDI_H
#define BASE_BIDI_H

#include "base/buf.h"

enum { BIDI_DEEPEST = 60 }; /* half of what UAX #9 allows: what is around a text may be deep too */

/* The marks that are open, as a text is gone through. */
struct bidi {
    size_t len;
    bool is_isolate[BIDI_DEEPEST];
};

/* Goes on by one character. False: it must not stand there, and U+FFFD is written instead: it ends
   an isolate that the text has not begun, or too many are open. */
bool bidi_step(struct bidi *bidi, uint32_t code);

/* Appends what ends all that is open. */
void bidi_end(struct bidi *bidi, struct buf *out);

/* TEXT so that it turns nothing but itself, in KEEP; TEXT itself where that is so. */
struct str bidi_closed(struct arena *keep, struct str text);

#endif
