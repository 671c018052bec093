/* SPDX-License-Identifier: MIT */
#include "story/links.h"

#include <math.h>

#include "base/assign.h"
#include "base/utf8.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/wordlist.h"
#include "story/parts.h"

#define STARTS_AHEAD 64 /* pieces after a run of ends that are tried too */

/* The two sides of a cut: an unfinished end, and a start that may continue it. */
struct side {
    size_t piece;
    const struct block *block; /* the last of the piece, or the first */
    struct pairs pairs;        /* of the whole piece */
    int open;                  /* quotations and brackets: opened by an end, … */
    int unopened;              /* … closed by a start and not opened by it */
    bool lead, report;         /* how a start begins */
};

struct sides VEC_OF(struct side);

struct link {
    const struct pieces *pieces;
    const struct cohesion *cohesion;
    const struct side *end, *start;
};

/* ---- evidence that the text of the end goes on in the start */

static const struct piece *piece_of(const struct link *link, const struct side *side)
{
    return &link->pieces->at[side->piece];
}

static double measure_one(const struct link *link)
{
    (void)link;
    return 1.0;
}

/* Runs of text between the two, 0 where one follows the other. */
static double measure_way(const struct link *link)
{
    size_t end = piece_of(link, link->end)->run, start = piece_of(link, link->start)->run;
    return log(start > end ? (double)(start - end) : (double)(end - start) + 1.0);
}

/* The start begins the next run of text. */
static bool is_next(const struct link *link)
{
    const struct piece *start = piece_of(link, link->start);
    return start->run == piece_of(link, link->end)->run + 1 && !start->follows;
}

static double measure_next(const struct link *link)
{
    return is_next(link);
}

/* The start goes on well with the paragraph before it. */
static double measure_follows(const struct link *link)
{
    return piece_of(link, link->start)->follows;
}

static double measure_backward(const struct link *link)
{
    return link->start->piece < link->end->piece;
}

static double measure_headed(const struct link *link)
{
    return piece_of(link, link->start)->after_headline;
}

static double measure_after_open(const struct link *link)
{
    return piece_of(link, link->start)->after_open && !is_next(link);
}

static double measure_continues(const struct link *link)
{
    return link->start->block->column && link->start->block->continues;
}

static double measure_first_line(const struct link *link)
{
    return link->start->block->column && !link->start->block->continues;
}

static double measure_runs_on(const struct link *link)
{
    return link->end->block->runs_on;
}

static double measure_other_column(const struct link *link)
{
    uint32_t a = link->end->block->column, b = link->start->block->column;
    return a && b && (a > b + 1 || b > a + 1);
}

static double measure_same_column(const struct link *link)
{
    uint32_t a = link->end->block->column, b = link->start->block->column;
    return a && b && a <= b + 1 && b <= a + 1;
}

static double measure_quotes_fit(const struct link *link)
{
    return link->end->open > 0 && link->start->unopened > 0;
}

static double measure_quotes_left_open(const struct link *link)
{
    return link->end->open > 0 && link->start->unopened == 0;
}

static double measure_quotes_unopened(const struct link *link)
{
    return link->end->open <= 0 && link->start->unopened > 0;
}

static double measure_bad_start(const struct link *link)
{
    return may_not_start(utf8_first(link->start->block->text).code);
}

/* The characters on both sides of the cut. */
static bool seam(const struct link *link, uint32_t *last, uint32_t *first)
{
    *last = utf8_last(link->end->block->text).code;
    *first = utf8_first(link->start->block->text).code;
    return utf8_is_han(*last) && utf8_is_han(*first);
}

static double measure_seam_known(const struct link *link)
{
    uint32_t last, first;
    return seam(link, &last, &first)
               ? log(1.0 + (double)cohesion_blocks_with(link->cohesion, last, first))
               : 0.0;
}

static double measure_seam_unknown(const struct link *link)
{
    uint32_t last, first;
    return seam(link, &last, &first) && !cohesion_blocks_with(link->cohesion, last, first);
}

static double measure_lead(const struct link *link)
{
    return link->start->lead;
}

static double measure_report(const struct link *link)
{
    return link->start->report;
}

static double measure_caption(const struct link *link)
{
    return link->start->block->role == ROLE_CAPTION;
}

static double measure_heading(const struct link *link)
{
    return link->end->block->role == ROLE_HEADLINE;
}

static double measure_cohesion(const struct link *link)
{
    return pairs_common(&link->end->pairs, &link->start->pairs);
}

/* Weights in nats. */
static const struct {
    double weight;
    double (*measure)(const struct link *link);
} evidence[] = {
    {-0.6, measure_one},
    {1.8, measure_next},
    {-0.7, measure_way},
    {-0.3, measure_backward},
    {-2.5, measure_headed},
    {-3.4, measure_follows},
    {0.3, measure_after_open},
    {-0.2, measure_continues},
    {-1.8, measure_first_line},
    {1.3, measure_runs_on},
    {1.2, measure_same_column},
    {-2.2, measure_other_column},
    {2.2, measure_quotes_fit},
    {-2.8, measure_quotes_left_open},
    {-2.0, measure_quotes_unopened},
    {3.0, measure_bad_start},
    {3.7, measure_seam_known},
    {0.2, measure_seam_unknown},
    {-2.9, measure_lead},
    {-3.3, measure_report},
    {-3.0, measure_caption},
    {-3.0, measure_heading},
    {0.0, measure_cohesion},
};

static double link_evidence(const struct link *link)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++)
        sum += evidence[i].weight * evidence[i].measure(link);
    return sum;
}

/* ---- candidates */

/* The pairs of a piece and of the one beside it that it follows, or that follows it. */
static struct pairs pairs_around(struct arena *scratch, const struct page *page,
                                 const struct cohesion *cohesion, const struct pieces *pieces,
                                 size_t piece, size_t beside)
{
    const struct block *blocks = page->blocks.at;
    struct pairs pairs = pairs_of(scratch, cohesion, blocks[pieces->at[piece].first].text);
    size_t later = piece > beside ? piece : beside;
    if (beside >= pieces->len || !pieces->at[later].follows)
        return pairs;
    struct pairs more = pairs_of(scratch, cohesion, blocks[pieces->at[beside].first].text);
    return pairs_union(scratch, &pairs, &more);
}

static void add_end(struct arena *scratch, const struct page *page, const struct cohesion *cohesion,
                    const struct pieces *pieces, size_t piece, struct sides *ends)
{
    const struct piece *at = &pieces->at[piece];
    const struct block *last = &page->blocks.at[at->first + at->len - 1];
    if (can_go_on(last))
        vec_push(
            scratch, ends,
            (struct side){.piece = piece,
                          .block = last,
                          .pairs = pairs_around(scratch, page, cohesion, pieces, piece, piece - 1),
                          .open = quotes_open(last->text)});
}

static void add_start(struct arena *scratch, const struct page *page,
                      const struct cohesion *cohesion, const struct pieces *pieces, size_t piece,
                      struct sides *starts)
{
    const struct piece *at = &pieces->at[piece];
    const struct block *first = &page->blocks.at[at->first];
    struct str text = first->text;
    if (!at->continued && (first->role == ROLE_PARAGRAPH || first->role == ROLE_CAPTION))
        vec_push(
            scratch, starts,
            (struct side){.piece = piece,
                          .block = first,
                          .pairs = pairs_around(scratch, page, cohesion, pieces, piece, piece + 1),
                          .unopened = quotes_unopened(text),
                          .lead = starts_like_lead(text),
                          .report = starts_report(text) || starts_caption(text) || jumps_in(text)});
}

/* ---- assignment */

size_t piece_after(const struct pieces *pieces, size_t p)
{
    if (pieces->at[p].next != SIZE_MAX)
        return pieces->at[p].next;
    bool follows = p + 1 < pieces->len && pieces->at[p + 1].follows && !pieces->at[p + 1].continued;
    return follows ? p + 1 : SIZE_MAX;
}

/* Whether reading on from START leads to END. */
static bool leads_to(const struct pieces *pieces, size_t start, size_t end)
{
    while (start != SIZE_MAX && start != end)
        start = piece_after(pieces, start);
    return start == end;
}

static void link_pieces(struct pieces *pieces, size_t end, size_t start)
{
    if (leads_to(pieces, start, end))
        return;
    pieces->at[end].next = start;
    pieces->at[start].continued = true;
}

static void assign_links(struct arena *scratch, const struct cohesion *cohesion,
                         struct pieces *pieces, const struct sides *ends,
                         const struct sides *starts)
{
    double *weight = ARENA_ARRAY(scratch, double, ends->len * starts->len);
    for (size_t e = 0; e < ends->len; e++)
        for (size_t s = 0; s < starts->len; s++) {
            struct link link = {pieces, cohesion, &ends->at[e], &starts->at[s]};
            if (link.end->piece != link.start->piece)
                weight[e * starts->len + s] = link_evidence(&link);
        }
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
            add_end(&work, page, cohesion, pieces, to, &ends);
        for (size_t i = from; i < pieces->len && i < to + STARTS_AHEAD; i++)
            add_start(&work, page, cohesion, pieces, i, &starts);
        if (ends.len && starts.len)
            assign_links(&work, cohesion, pieces, &ends, &starts);
        arena_clear(&work);
    }
}
