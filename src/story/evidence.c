/* SPDX-License-Identifier: MIT */
#include "story/evidence.h"

#include <math.h>

#include "page/wordlist.h"
#include "story/measures.h"

#define GAIN_MOST 12.0 /* nats */

void link_read_seam(struct link *link)
{
    const struct passage *end = link->end, *start = link->start;
    struct lexicon_seam seam = lexicon_seam_of(&end->last, &start->first);
    link->gain = end->open ? fmax(-GAIN_MOST, fmin(GAIN_MOST, seam.gain)) : 0.0;
    link->rough = seam.roughness;
    for (size_t n = 2; n < 5; n++) {
        size_t known = seams_known(link->seams, end, start, n);
        link->known[n - 2] = known ? log(1.0 + (double)known) : 0.0;
    }
}

/*
 * Weights in nats, by what goes before the start: a passage whose sentence is open, one whose
 * sentence is closed, a headline. Fitted by tests/compose/fit.py; docs/reconstruction.md says how.
 * A function for each, so that nothing is measured that weighs nothing.
 */
#define WEIGH(name, weight) sum += (weight) != 0.0 ? (weight)*measure_##name(link) : 0.0;

static double after_open(const struct link *link)
{
    double sum = 0.0;
#define MEASURE(name, open, closed, head) WEIGH(name, open)
#include "story/evidence.inc"
#undef MEASURE
    return sum;
}

static double after_closed(const struct link *link)
{
    double sum = 0.0;
#define MEASURE(name, open, closed, head) WEIGH(name, closed)
#include "story/evidence.inc"
#undef MEASURE
    return sum;
}

static double after_head(const struct link *link)
{
    double sum = 0.0;
#define MEASURE(name, open, closed, head) WEIGH(name, head)
#include "story/evidence.inc"
#undef MEASURE
    return sum;
}

double link_evidence(const struct link *link)
{
    static double (*const sums[BEFORE_STARTS])(const struct link *link) = {
        [AFTER_OPEN] = after_open, [AFTER_CLOSED] = after_closed, [AFTER_HEAD] = after_head};
    return sums[link->kind](link);
}

static const struct {
    const char *name;
    double (*measure)(const struct link *link);
} evidence[] = {
#define MEASURE(name, open, closed, head) {#name, measure_##name},
#include "story/evidence.inc"
#undef MEASURE
};

void link_dump(struct buf *out, const struct link *link)
{
    for (size_t i = 0; i < COUNT(evidence); i++)
        if (link)
            buf_fmt(out, " %.4g", evidence[i].measure(link));
        else
            buf_fmt(out, " %s", evidence[i].name);
    buf_fmt(out, "\n");
}
