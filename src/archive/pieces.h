/* SPDX-License-Identifier: MIT */
/*
 * Pieces (一处): where the stories of a page stand on it.
 *
 * A piece is a run of text that is contiguous both on the page and in the reading order of its
 * story. Residue that stands together is one piece. Every character of the page that is not blank
 * lies in exactly one piece, even one that no story holds.
 */
#ifndef ARCHIVE_PIECES_H
#define ARCHIVE_PIECES_H

#include "story/story.h"

struct archive_page;
struct entry;

struct piece {
    const struct entry *entry; /* NULL: residue */
    bool front;                /* the front matter: the archivist's words, not the newspaper's */
    size_t number;             /* on the page, from 1 */
    size_t turn;               /* among the entry's pieces in reading order, from 1; residue: 0 */
    struct span span;          /* of the page's text, from its first to its last character */
    uint32_t first_line, last_line; /* numbers in the file */
    size_t before;  /* characters of the page before it that are not blank, front matter aside */
    size_t chars;   /* of its own */
    unsigned roles; /* of its blocks: a bit 1 << role each */
    const struct piece *previous, *next; /* in reading order; NULL: none */
};

/* In the order of the page. */
struct pieces VEC_OF(struct piece);

/* Finds the pieces of PAGE, whose stories and entries are there, and gives each entry its first. */
void pieces_find(struct arena *keep, struct archive_page *page);

/* The number of the line that holds the byte OFFSET of the page's text. */
uint32_t page_line_number(const struct page *page, uint32_t offset);

#endif
