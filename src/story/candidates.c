/* SPDX-License-Identifier: MIT */
#include "story/candidates.h"

bool is_next(const struct passage *end, const struct passage *start)
{
    double way = start->place - end->place;
    return way > 0.0 && way <= 1.0 && !start->picture;
}

/* Whether a closed end may go on elsewhere than in the next passage. */
static bool may_leave(const struct passages *passages, size_t end)
{
    return end + 1 >= passages->row || passage_may_begin(passages, end + 1);
}

static bool may_arrive(const struct passages *passages, size_t start)
{
    const struct between *before = &passages->at[start].before;
    return passage_may_begin(passages, start) && !before->headline && !before->byline &&
           !passages->at[start].report;
}

bool may_follow(const struct passages *passages, size_t end, size_t start)
{
    const struct passage *a = &passages->at[end], *b = &passages->at[start];
    if (end == start || b->picture || (a->doubtful && a->at == b->at))
        return false;
    if (is_next(a, b))
        return true;
    uint32_t from = a->block->column, to = b->block->column;
    if (a->block->runs_on && from && to && !b->block->continues && (from > to + 1 || to > from + 1))
        return false;
    bool alike = (a->speaks && b->speaks) || (a->mark && a->mark == b->mark);
    return a->open || alike || (may_leave(passages, end) && may_arrive(passages, start));
}
