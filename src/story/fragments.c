/* SPDX-License-Identifier: MIT */
#include "story/fragments.h"

#include "page/attribution.h"
#include "page/blocks.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/tidy.h"
#include "story/links.h"
#include "story/parts.h"

#define GAP_OF_BREAK 3 /* blank lines more than the page's other gaps that part two pieces */

/* ---- pieces */

/* Whether a heading begins another head: the one before it has its headline already. */
static bool begins_head(enum role before, enum role role)
{
    return role == ROLE_KICKER || (role == ROLE_HEADLINE && before != ROLE_KICKER);
}

/* Whether a text cannot be the start of a paragraph. */
static bool begins_inside(const struct block *block)
{
    return block->continues || quotes_unopened(block->text) > 0 ||
           may_not_start(utf8_first(block->text).code);
}

/* Whether two neighbours in the page's order are of one piece. */
static bool hangs_together(const struct block *a, const struct block *b)
{
    enum part part = part_of_role(a->role);
    if (part == PART_PHOTO)
        return b->role == ROLE_CREDIT && is_photo_credit(b->text) &&
               sign_off_of(a->text) != SIGN_OFF_PHOTO;
    if (part != part_of_role(b->role))
        return false;
    if (part == PART_HEAD)
        return !begins_head(a->role, b->role);
    if (part == PART_RESIDUE)
        return a->role == b->role;
    return part == PART_TEXT && !is_unfinished(a) && !jumps_away(a->text) &&
           sign_off_of(a->text) == SIGN_OFF_NONE && !starts_report(b->text) && !jumps_in(b->text) &&
           !begins_inside(b) && b->gap < GAP_OF_BREAK;
}

static bool is_text(const struct block *block)
{
    return part_of_role(block->role) == PART_TEXT;
}

static struct pieces pieces_find(struct arena *scratch, const struct page *page)
{
    struct pieces pieces = {0};
    const struct block *blocks = page->blocks.at, *text = NULL;
    size_t runs = 0;
    for (size_t i = 0, next; i < page->blocks.len; i = next) {
        struct piece piece = {.first = i, .next = SIZE_MAX};
        piece.follows = i > 0 && is_text(&blocks[i]) && hangs_together(&blocks[i - 1], &blocks[i]);
        piece.after_headline = i > 0 && part_of_role(blocks[i - 1].role) == PART_HEAD;
        piece.after_open = text && is_unfinished(text);
        runs += is_text(&blocks[i]) && !piece.follows;
        piece.run = runs;
        for (next = i + 1; next < page->blocks.len && !is_text(&blocks[i]) &&
                           hangs_together(&blocks[next - 1], &blocks[next]);)
            next++;
        piece.len = next - i;
        vec_push(scratch, &pieces, piece);
        text = is_text(&blocks[i]) ? &blocks[i] : text;
    }
    return pieces;
}

/* ---- fragments */

/* Appends a block of another piece to the last of FRAGMENT, whose paragraph it continues. */
static void join_block(struct arena *scratch, struct blocks *fragment, const struct block *after)
{
    struct block *last = &fragment->at[fragment->len - 1];
    struct spans spans = {0};
    for (size_t i = 0; i < last->spans.len; i++)
        vec_push(scratch, &spans, last->spans.at[i]);
    last->spans = spans;
    block_append(scratch, last, after);
    last->text = tidy_prose(scratch, last->text);
    last->role = after->role;
}

/* Reads on from a piece that follows and continues no other. */
static struct blocks fragment_of(struct arena *scratch, const struct page *page,
                                 const struct pieces *pieces, size_t first)
{
    struct blocks fragment = {0};
    for (size_t p = first; p != SIZE_MAX; p = piece_after(pieces, p)) {
        const struct piece *piece = &pieces->at[p];
        for (size_t i = 0; i < piece->len; i++) {
            const struct block *block = &page->blocks.at[piece->first + i];
            if (i == 0 && piece->continued)
                join_block(scratch, &fragment, block);
            else
                vec_push(scratch, &fragment, *block);
        }
    }
    return fragment;
}

struct fragments fragments_join(struct arena *scratch, const struct page *page)
{
    struct fragments fragments = {0};
    struct pieces pieces = pieces_find(scratch, page);
    links_find(page, cohesion_of(scratch, page), &pieces);
    for (size_t i = 0; i < pieces.len; i++)
        if (!pieces.at[i].continued && !pieces.at[i].follows)
            vec_push(scratch, &fragments, fragment_of(scratch, page, &pieces, i));
    return fragments;
}
