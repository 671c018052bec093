/* SPDX-License-Identifier: MIT */
#include "story/fragments.h"

#include "page/attribution.h"
#include "page/blocks.h"
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
    return part == PART_TEXT && !is_unfinished(a) && !b->continues && !jumps_away(a->text) &&
           sign_off_of(a->text) == SIGN_OFF_NONE && !starts_report(b->text) && !jumps_in(b->text) &&
           b->gap < GAP_OF_BREAK;
}

static struct pieces pieces_find(struct arena *scratch, const struct page *page)
{
    struct pieces pieces = {0};
    const struct block *blocks = page->blocks.at, *text = NULL;
    size_t texts = 0;
    for (size_t i = 0, next; i < page->blocks.len; i = next) {
        for (next = i + 1;
             next < page->blocks.len && hangs_together(&blocks[next - 1], &blocks[next]);)
            next++;
        vec_push(
            scratch, &pieces,
            (struct piece){.first = i,
                           .len = next - i,
                           .text = texts,
                           .after_headline = i > 0 && part_of_role(blocks[i - 1].role) == PART_HEAD,
                           .after_open = text && is_unfinished(text),
                           .next = SIZE_MAX});
        if (part_of_role(blocks[i].role) == PART_TEXT) {
            texts++;
            text = &blocks[next - 1];
        }
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

/* Follows the links from a piece that continues no other. */
static struct blocks fragment_of(struct arena *scratch, const struct page *page,
                                 const struct pieces *pieces, size_t first)
{
    struct blocks fragment = {0};
    for (size_t p = first; p != SIZE_MAX; p = pieces->at[p].next) {
        const struct piece *piece = &pieces->at[p];
        for (size_t i = 0; i < piece->len; i++) {
            const struct block *block = &page->blocks.at[piece->first + i];
            if (i == 0 && p != first)
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
        if (!pieces.at[i].continued)
            vec_push(scratch, &fragments, fragment_of(scratch, page, &pieces, i));
    return fragments;
}
