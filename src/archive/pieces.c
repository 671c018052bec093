/* SPDX-License-Identifier: MIT */
#include "archive/pieces.h"
#include "archive/archive.h"
#include "base/utf8.h"

#include <stdlib.h>

/* A span of a block of a story, or of what no story holds. */
struct part {
    struct span span;
    struct entry *entry; /* NULL: residue */
    size_t rank;         /* in the story's reading order */
    unsigned roles;      /* 1 << role; 0: no story holds it */
};

struct parts VEC_OF(struct part);

static void add_story(struct arena *scratch, struct parts *parts, const struct story *story,
                      struct entry *entry)
{
    size_t rank = 0;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        for (size_t k = 0; k < block->spans.len; k++)
            vec_push(scratch, parts,
                     (struct part){block->spans.at[k], entry, rank++, 1u << block->role});
    }
}

static int by_start(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

static struct parts parts_held(struct arena *scratch, const struct archive_page *page)
{
    struct parts parts = {0};
    size_t entries = 0;
    for (size_t i = 0; i < page->stories.len; i++) {
        const struct story *story = &page->stories.at[i];
        struct entry *entry = story->kind == KIND_RESIDUE ? NULL : &page->entries[entries++];
        add_story(scratch, &parts, story, entry);
    }
    if (parts.len)
        qsort(parts.at, parts.len, sizeof *parts.at, by_start);
    return parts;
}

static void add_gap(struct arena *scratch, struct parts *parts, const struct page *page,
                    uint32_t from, uint32_t to)
{
    if (from < page->front.end && page->front.end < to) {
        add_gap(scratch, parts, page, from, page->front.end);
        from = page->front.end;
    }
    struct str gap = utf8_trim(page_slice(page, (struct span){from, to}));
    if (gap.len == 0)
        return;
    uint32_t start = (uint32_t)(gap.ptr - page->text.ptr);
    vec_push(scratch, parts, (struct part){.span = {start, start + (uint32_t)gap.len}});
}

/* The parts that stories hold, and between them those that none does. */
static struct parts parts_all(struct arena *scratch, const struct archive_page *page)
{
    struct parts held = parts_held(scratch, page), all = {0};
    uint32_t at = 0, end = (uint32_t)page->page->text.len;
    for (size_t i = 0; i < held.len; i++) {
        struct span span = held.at[i].span;
        if (span.start > at)
            add_gap(scratch, &all, page->page, at, span.start);
        vec_push(scratch, &all, held.at[i]);
        at = span.end > at ? span.end : at;
    }
    if (page->page->lines.len && at < end)
        add_gap(scratch, &all, page->page, at, end);
    return all;
}

uint32_t page_line_number(const struct page *page, uint32_t offset)
{
    const struct line *line = page_line_at(page, offset);
    return line ? line->number : page_place(page, offset).line;
}

static bool is_front(const struct page *page, struct span span)
{
    return span.start < page->front.end;
}

static bool goes_on(const struct page *page, const struct part *before, const struct part *part)
{
    if (before->entry != part->entry)
        return false;
    return part->entry ? part->rank == before->rank + 1
                       : is_front(page, before->span) == is_front(page, part->span);
}

/* A piece's place in the reading order of its story. */
struct turn {
    size_t piece; /* index */
    struct entry *entry;
    size_t rank; /* of its first part */
};

struct turns VEC_OF(struct turn);

static int by_reading(const void *a, const void *b)
{
    const struct turn *x = a, *y = b;
    if (x->entry != y->entry)
        return x->entry->place < y->entry->place ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

static void thread(struct pieces *pieces, struct turns *turns)
{
    if (turns->len)
        qsort(turns->at, turns->len, sizeof *turns->at, by_reading);
    for (size_t i = 0; i < turns->len; i++) {
        struct piece *piece = &pieces->at[turns->at[i].piece];
        struct entry *entry = turns->at[i].entry;
        piece->turn = ++entry->pieces_len;
        if (piece->turn == 1) {
            entry->first = piece;
            continue;
        }
        struct piece *previous = &pieces->at[turns->at[i - 1].piece];
        piece->previous = previous;
        previous->next = piece;
    }
}

static struct piece piece_begin(const struct page *page, const struct pieces *pieces,
                                const struct part *part)
{
    struct piece piece = {.entry = part->entry,
                          .front = is_front(page, part->span),
                          .number = pieces->len + 1,
                          .span = part->span,
                          .first_line = page_line_number(page, part->span.start)};
    if (pieces->len) {
        const struct piece *last = &pieces->at[pieces->len - 1];
        piece.before = last->before + (last->front ? 0 : last->chars);
    }
    return piece;
}

static void piece_add(struct piece *piece, const struct page *page, const struct part *part)
{
    if (part->span.end > piece->span.end)
        piece->span.end = part->span.end;
    piece->last_line = page_line_number(page, piece->span.end - 1);
    piece->chars += utf8_solid(page_slice(page, part->span));
    piece->roles |= part->roles;
}

void pieces_find(struct arena *keep, struct archive_page *page)
{
    struct arena scratch = {0};
    struct parts parts = parts_all(&scratch, page);
    struct pieces *pieces = &page->pieces;
    struct turns turns = {0};
    for (size_t i = 0; i < parts.len; i++) {
        const struct part *part = &parts.at[i];
        if (i == 0 || !goes_on(page->page, part - 1, part)) {
            if (part->entry)
                vec_push(&scratch, &turns, (struct turn){pieces->len, part->entry, part->rank});
            struct piece begun = piece_begin(page->page, pieces, part);
            vec_push(keep, pieces, begun);
        }
        piece_add(&pieces->at[pieces->len - 1], page->page, part);
    }
    thread(pieces, &turns);
    arena_clear(&scratch);
}
