/* SPDX-License-Identifier: MIT */
/* Pieces of a page, and their lines, as templates see them. */
#ifndef SITE_VIEW_VIEW_PIECE_H
#define SITE_VIEW_VIEW_PIECE_H

#include "site/site.h"
#include "template/value.h"

struct piece_view {
    const struct site *site;
    const struct archive_page *page;
    const struct piece *piece;
    const struct piece *before, *after; /* its neighbours on the page; NULL: none */
};

struct piece_views VEC_OF(struct piece_view);

extern const struct value_type piece_type;

/* The lines of a piece that are not blank, as they came (view_line.c). */
extern const struct value_type line_type;
struct value lines_value(struct arena *scratch, const struct piece_view *view);

/* Stories take turns at so many tints. */
enum { TINTS = 6 };

/* "tint-1" … "tint-6"; "residue" for NULL. */
struct str entry_tint(struct arena *scratch, const struct entry *entry);

/* The pieces of a story, in reading order. */
struct piece_views pieces_of_story(struct arena *scratch, const struct site *site,
                                   const struct entry *entry);

/* All pieces of a page, in its order. */
struct piece_views pieces_of_page(struct arena *scratch, const struct site *site,
                                  const struct archive_page *page);

/* A list of pieces. *PIECES is borrowed. */
struct value pieces_value(struct arena *scratch, const struct piece_views *pieces);

/* The strip on which these pieces stand; see strip.h. */
struct value pieces_strip(struct arena *scratch, const struct piece_views *pieces);

#endif
