/* SPDX-License-Identifier: MIT */
#include "story/boundary.h"

#include <math.h>

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/wordlist.h"

#define GAP_WIDE 3 /* blank lines that say something */
#define LEAN_MOST 5.0

static double measure_one(const struct boundary *at)
{
    (void)at;
    return 1.0;
}

static double measure_headline(const struct boundary *at)
{
    return at->before->headline;
}

static double measure_headline_lean(const struct boundary *at)
{
    return at->before->headline ? fmin(at->before->lean, LEAN_MOST) : 0.0;
}

static double measure_byline(const struct boundary *at)
{
    return at->before->byline;
}

static double measure_sign_off(const struct boundary *at)
{
    return at->after->sign_off || sign_off_of(at->end->block->text) == SIGN_OFF_WRITER;
}

static double measure_jump(const struct boundary *at)
{
    return at->after->jump || at->before->jump || jumps_away(at->end->block->text) ||
           jumps_in(at->start->block->text);
}

static double measure_report(const struct boundary *at)
{
    return starts_report(at->start->block->text) || at->start->block->role == ROLE_DATELINE;
}

static double measure_lead(const struct boundary *at)
{
    return starts_like_lead(at->start->block->text);
}

static double measure_sequel(const struct boundary *at)
{
    return starts_like_sequel(at->start->block->text);
}

static double measure_quotation(const struct boundary *at)
{
    return is_opening(utf8_first(at->start->block->text).code);
}

static double measure_numbered(const struct boundary *at)
{
    return is_numbered(at->start->block->text);
}

static double measure_unfinished(const struct boundary *at)
{
    return is_unfinished(at->end->block);
}

static double measure_continues(const struct boundary *at)
{
    return at->start->block->continues;
}

static double measure_gap(const struct boundary *at)
{
    return at->start->block->gap >= GAP_WIDE;
}

/* The text begins anew, and no picture or the like stands between. */
static double measure_fragment(const struct boundary *at)
{
    return at->start->opens && !at->interrupted;
}

static double measure_interrupted(const struct boundary *at)
{
    return at->interrupted;
}

static double measure_subhead(const struct boundary *at)
{
    return at->start->block->role == ROLE_SUBHEAD;
}

static double measure_subhead_lean(const struct boundary *at)
{
    return at->start->block->role == ROLE_SUBHEAD ? fmin(at->start->block->lean, LEAN_MOST) : 0.0;
}

static double measure_after_subhead(const struct boundary *at)
{
    return at->end->block->role == ROLE_SUBHEAD;
}

/* Columns of one story can differ a little, where something is set into them. */
static double measure_other_column(const struct boundary *at)
{
    uint32_t a = at->end->block->column, b = at->start->block->column;
    if (!a || !b)
        return 0.0;
    uint32_t off = a > b ? a - b : b - a;
    return off < 2 ? 0.0 : off == 2 ? 0.5 : 1.0;
}

static double measure_same_column(const struct boundary *at)
{
    uint32_t a = at->end->block->column, b = at->start->block->column;
    return a && b && a <= b + 1 && b <= a + 1;
}

static double measure_apart(const struct boundary *at)
{
    return at->apart;
}

static double measure_depth(const struct boundary *at)
{
    return at->depth;
}

static double measure_size(const struct boundary *at)
{
    return at->size;
}

static double measure_nothing_common(const struct boundary *at)
{
    return -log(at->common + 0.01);
}

/* Stories of one paragraph are rare. */
static double measure_brief(const struct boundary *at)
{
    return at->brief;
}

static double measure_pull(const struct boundary *at)
{
    return at->pull;
}

static double measure_expect(const struct boundary *at)
{
    return at->expect;
}

/* Weights in nats. */
static const struct {
    double weight;
    double (*measure)(const struct boundary *at);
} evidence[] = {
    {-5.8, measure_one},
    {-0.8, measure_headline},
    {1.1, measure_headline_lean},
    {2.5, measure_byline},
    {3.0, measure_sign_off},
    {2.8, measure_jump},
    {3.5, measure_report},
    {1.8, measure_lead},
    {-1.6, measure_sequel},
    {-1.0, measure_quotation},
    {-0.9, measure_numbered},
    {1.9, measure_unfinished},
    {0.8, measure_continues},
    {0.4, measure_gap},
    {2.5, measure_fragment},
    {1.5, measure_interrupted},
    {0.0, measure_subhead},
    {-0.7, measure_subhead_lean},
    {-4.0, measure_after_subhead},
    {2.8, measure_other_column},
    {-1.4, measure_same_column},
    {0.9, measure_apart},
    {0.9, measure_depth},
    {0.5, measure_size},
    {0.8, measure_nothing_common},
    {-2.4, measure_brief},
    {1.4, measure_pull},
    {0.4, measure_expect},
};

double boundary_evidence(const struct boundary *at)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++)
        sum += evidence[i].weight * evidence[i].measure(at);
    return sum;
}

double boundary_marks(const struct boundary *at)
{
    return -3.0 + 3.0 * measure_byline(at) + 4.0 * measure_report(at) + 3.0 * measure_sign_off(at) +
           3.0 * measure_jump(at) + measure_headline_lean(at) + measure_fragment(at) -
           4.0 * measure_after_subhead(at);
}
