/* SPDX-License-Identifier: MIT */
#include "story/links.h"

#include <math.h>

#include "base/assign.h"
#include "base/utf8.h"
#include "page/chars.h"
#include "page/cues.h"
#include "story/parts.h"

#define STARTS_AHEAD 64 /* starts after a run of ends that are tried too */

static const struct block *first_block(const struct page *page, const struct piece *piece)
{
    return &page->blocks.at[piece->first];
}

static const struct block *last_block(const struct page *page, const struct piece *piece)
{
    return &page->blocks.at[piece->first + piece->len - 1];
}

/* ---- evidence that the text of END goes on in START, in nats */

/* Quotations that END opens and START closes, or that do not fit. */
static double quotes_evidence(struct str end, struct str start)
{
    int open = quotes_open(end), low = 0, depth = 0;
    for (struct utf8 c = utf8_first(start); c.len; c = utf8_next(start, c)) {
        depth += is_opening(c.code) - is_closing(c.code);
        if (depth < low)
            low = depth;
    }
    if (open > 0)
        return low < 0 ? 3.0 : -2.0;
    return low < 0 ? -3.0 : 0.0;
}

/* Whether the page writes the characters on both sides of the cut side by side elsewhere. */
static double seam_evidence(const struct cohesion *cohesion, struct str end, struct str start)
{
    uint32_t last = utf8_last(end).code, first = utf8_first(start).code;
    if (may_not_start(first))
        return 4.0;
    if (!utf8_is_han(last) || !utf8_is_han(first))
        return 0.0;
    size_t blocks = cohesion_blocks_with(cohesion, last, first);
    return blocks ? 1.0 + 0.5 * log((double)blocks) : -0.7;
}

static double column_evidence(const struct block *end, const struct block *start)
{
    double sum = 0.0;
    if (start->column)
        sum += start->continues ? 2.0 : -3.0;
    sum += end->runs_on ? 1.0 : 0.0;
    if (end->column && start->column) {
        uint32_t a = end->column, b = start->column;
        sum += a <= b + 1 && b <= a + 1 ? 1.0 : -1.5;
    }
    return sum;
}

/* Pieces read on: the next one is likeliest, and the way back is longer. */
static double distance_evidence(size_t end, size_t start)
{
    if (start == end + 1)
        return 3.5;
    double way = start > end ? (double)(start - end) : (double)(end - start) + 2.0;
    return 0.5 - 0.25 * (way < 12.0 ? way : 12.0);
}

static double start_evidence(const struct block *start, const struct piece *piece)
{
    double sum = piece->after_headline ? -3.0 : 0.0;
    if (start->role == ROLE_CAPTION)
        sum -= 1.5 + (starts_like_lead(start->text) ? 3.0 : 0.0);
    else if (starts_like_lead(start->text))
        sum -= 1.5;
    return starts_report(start->text) || starts_caption(start->text) ? sum - 8.0 : sum;
}

struct side {
    size_t piece;
    struct pairs pairs;
};

static double link_evidence(const struct page *page, const struct cohesion *cohesion,
                            const struct pieces *pieces, const struct side *end,
                            const struct side *start)
{
    const struct block *from = last_block(page, &pieces->at[end->piece]);
    const struct block *to = first_block(page, &pieces->at[start->piece]);
    return -1.0 + distance_evidence(end->piece, start->piece) + column_evidence(from, to) +
           quotes_evidence(from->text, to->text) + seam_evidence(cohesion, from->text, to->text) +
           start_evidence(to, &pieces->at[start->piece]) +
           12.0 * cohesion_between(cohesion, &end->pairs, &start->pairs);
}

/* ---- candidates */

struct sides VEC_OF(struct side);

static struct pairs piece_pairs(struct arena *scratch, const struct page *page,
                                const struct piece *piece)
{
    struct pairs pairs = {0};
    for (size_t i = 0; i < piece->len; i++) {
        struct pairs more = pairs_of(scratch, page->blocks.at[piece->first + i].text);
        pairs = pairs_union(scratch, &pairs, &more);
    }
    return pairs;
}

static bool can_go_on(const struct page *page, const struct piece *piece)
{
    const struct block *last = last_block(page, piece);
    return part_of_role(last->role) == PART_TEXT && is_unfinished(last);
}

static bool can_continue(const struct page *page, const struct piece *piece)
{
    const struct block *first = first_block(page, piece);
    return first->role == ROLE_PARAGRAPH || first->role == ROLE_CAPTION;
}

/* Whether the chain that begins with START leads to END. */
static bool leads_to(const struct pieces *pieces, size_t start, size_t end)
{
    while (start != SIZE_MAX && start != end)
        start = pieces->at[start].next;
    return start == end;
}

static void link_pieces(struct pieces *pieces, size_t end, size_t start)
{
    if (leads_to(pieces, start, end))
        return;
    pieces->at[end].next = start;
    pieces->at[start].continued = true;
}

static void assign_links(struct arena *scratch, const struct page *page,
                         const struct cohesion *cohesion, struct pieces *pieces,
                         const struct sides *ends, const struct sides *starts)
{
    double *weight = ARENA_ARRAY(scratch, double, ends->len * starts->len);
    for (size_t e = 0; e < ends->len; e++)
        for (size_t s = 0; s < starts->len; s++)
            if (ends->at[e].piece != starts->at[s].piece)
                weight[e * starts->len + s] =
                    link_evidence(page, cohesion, pieces, &ends->at[e], &starts->at[s]);
    size_t *chosen = assign_best(scratch, weight, ends->len, starts->len);
    for (size_t e = 0; e < ends->len; e++)
        if (chosen[e] != ASSIGN_NONE)
            link_pieces(pieces, ends->at[e].piece, starts->at[chosen[e]].piece);
}

void links_find(const struct page *page, const struct cohesion *cohesion, struct pieces *pieces)
{
    for (size_t from = 0, to; from < pieces->len; from = to) {
        struct arena work = {0};
        struct sides ends = {0}, starts = {0};
        for (to = from; to < pieces->len && ends.len < LINKS_TOGETHER; to++)
            if (can_go_on(page, &pieces->at[to]))
                vec_push(&work, &ends,
                         (struct side){to, piece_pairs(&work, page, &pieces->at[to])});
        for (size_t i = from; i < pieces->len && i < to + STARTS_AHEAD; i++)
            if (can_continue(page, &pieces->at[i]) && !pieces->at[i].continued)
                vec_push(&work, &starts,
                         (struct side){i, piece_pairs(&work, page, &pieces->at[i])});
        if (ends.len && starts.len)
            assign_links(&work, page, cohesion, pieces, &ends, &starts);
        arena_clear(&work);
    }
}
