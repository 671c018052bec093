/* SPDX-License-Identifier: MIT */
/* A strip: a bar that is the whole page, from its first character to its last, with pieces on it.
 */
#ifndef SITE_VIEW_STRIP_H
#define SITE_VIEW_STRIP_H

#include "archive/archive.h"
#include "template/value.h"

/* A piece on a strip that is 3000 wide. */
struct strip_bar {
    unsigned x, width;
};

struct strip_bars VEC_OF(struct strip_bar);

/* Adds the bar of PIECE. It is never too thin to see, and leaves a gap to the next. */
void strip_add(struct arena *scratch, struct strip_bars *bars, const struct archive_page *page,
               const struct piece *piece);

/* A list of bars, in the units of a drawing 300 wide. *BARS is borrowed. */
struct value strip_value(struct arena *scratch, const struct strip_bars *bars);

extern const struct value_type strip_bar_type;

#endif
