/* SPDX-License-Identifier: MIT */
#include "story/evidence.h"

#include "page/wordlist.h"
#include "story/measures.h"

/*
 * Weights in nats, by what goes before the start: a passage whose sentence is open, one whose
 * sentence is closed, a headline. Fitted by tests/compose/fit.py; docs/reconstruction.md says how.
 */
static const struct {
    const char *name;
    double weight[BEFORE_STARTS];
    double (*measure)(const struct link *link);
} evidence[] = {
#define MEASURE(name, after_open, after_closed, after_head) \
    {#name, {after_open, after_closed, after_head}, measure_##name},
#include "story/evidence.inc"
#undef MEASURE
};

double link_evidence(const struct link *link)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++) {
        double weight = evidence[i].weight[link->kind];
        sum += weight != 0.0 ? weight * evidence[i].measure(link) : 0.0;
    }
    return sum;
}

void link_dump(struct buf *out, const struct link *link)
{
    for (size_t i = 0; i < COUNT(evidence); i++)
        if (link)
            buf_fmt(out, " %.4g", evidence[i].measure(link));
        else
            buf_fmt(out, " %s", evidence[i].name);
    buf_fmt(out, "\n");
}
