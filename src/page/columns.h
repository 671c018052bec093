/* SPDX-License-Identifier: MIT */
/*
 * Which lines were broken by a column's width, and which end because their paragraph does.
 *
 * A hidden Markov model over a page's lines that are not blank. A line stands alone, or it is the
 * first, a middle, the last or the only line of a paragraph in a column of some width; first lines
 * are two characters shorter, for their indent was lost. The lines' widths, their last and first
 * characters, the blanks before them and the gaps between them are evidence that adds up; how a
 * page sets its lines is learned from the page itself by going over it three times (Viterbi
 * training).
 */
#ifndef PAGE_COLUMNS_H
#define PAGE_COLUMNS_H

#include "page/page.h"

enum line_place {
    PLACE_ALONE, /* in no column: a headline, or a paragraph that no column broke */
    PLACE_FIRST,
    PLACE_MIDDLE,
    PLACE_LAST,
    PLACE_ONLY,
};

/* A line as the model sees it. */
struct set_line {
    const struct line *line;
    uint32_t gap;          /* blank lines before it */
    bool apart;            /* its words say that it stands in no paragraph: roles.h */
    enum line_place place; /* found */
    uint32_t column;       /* width of its column in characters; 0: in none */
    bool joined;           /* it goes on with the line before it, strays and headlines that run down
                              left out */
    enum setting setting;
    uint32_t headline; /* number of the headline that it is a character of, from 1; 0: none */
};

struct set_lines VEC_OF(struct set_line);

/* All lines of PAGE that are not blank, each with its place. */
struct set_lines columns_find(struct arena *scratch, const struct page *page);

#endif
