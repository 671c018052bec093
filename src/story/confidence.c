/* SPDX-License-Identifier: MIT */
#include "story/confidence.h"

#include <math.h>

#include "page/wordlist.h"

#define MARGIN_MOST 6.0 /* nats: more says no more */
#define LITTLE 3.0
#define CAUTION 1.1 /* nats: a story that is called sure shall be */

/* A story and what the others of its page say. */
struct rated {
    const struct story *story;
    size_t paragraphs, subheads;
    bool signed_;       /* a byline or signature is among its blocks */
    double least_other; /* margin on the page, its own aside */
    bool loose_heads;   /* a headline of the page found no text */
};

static double measure_one(const struct rated *rated)
{
    (void)rated;
    return 1.0;
}

static double measure_margin(const struct rated *rated)
{
    return rated->story->kind == KIND_PHOTO ? 0.0 : fmin(rated->story->margin, MARGIN_MOST);
}

static double measure_little_margin(const struct rated *rated)
{
    return rated->story->kind == KIND_PHOTO ? 0.0 : fmin(rated->story->margin, LITTLE);
}

static double measure_photo(const struct rated *rated)
{
    return rated->story->kind == KIND_PHOTO;
}

static double measure_derived(const struct rated *rated)
{
    return rated->story->headline_derived;
}

static double measure_start_lacks(const struct rated *rated)
{
    return rated->story->truncated_start;
}

static double measure_end_lacks(const struct rated *rated)
{
    return rated->story->truncated_end;
}

static double measure_least_other(const struct rated *rated)
{
    return fmin(rated->least_other, MARGIN_MOST);
}

static double measure_little_other(const struct rated *rated)
{
    return fmin(rated->least_other, LITTLE);
}

static double measure_loose_heads(const struct rated *rated)
{
    return rated->loose_heads;
}

static double measure_single(const struct rated *rated)
{
    return rated->paragraphs <= 1 && rated->story->kind != KIND_PHOTO;
}

static double measure_length(const struct rated *rated)
{
    return log(1.0 + (double)rated->paragraphs);
}

static double measure_subheads(const struct rated *rated)
{
    return rated->subheads > 0;
}

static double measure_signed(const struct rated *rated)
{
    return rated->signed_;
}

/* Weights in nats, fitted by tests/compose/fit_confidence.py. */
static const struct {
    const char *name;
    double weight;
    double (*measure)(const struct rated *rated);
} evidence[] = {
#include "story/confidence.inc"
};

/* ---- a page */

static bool is_story(const struct story *story)
{
    return story->kind != KIND_RESIDUE;
}

static bool has_loose_heads(const struct story *stories, size_t len)
{
    for (size_t i = 0; i < len; i++)
        for (size_t b = 0; !is_story(&stories[i]) && b < stories[i].blocks.len; b++)
            if (stories[i].blocks.at[b].role == ROLE_HEADLINE)
                return true;
    return false;
}

/* The least margin and the next, so that each story's others can be told. */
struct least {
    double first, second;
    size_t at; /* that has the first */
};

static struct least least_of(const struct story *stories, size_t len)
{
    struct least least = {MARGIN_MOST, MARGIN_MOST, len};
    for (size_t i = 0; i < len; i++) {
        if (stories[i].kind != KIND_STORY)
            continue;
        if (stories[i].margin < least.first) {
            least.second = least.first;
            least.first = stories[i].margin;
            least.at = i;
        } else if (stories[i].margin < least.second) {
            least.second = stories[i].margin;
        }
    }
    return least;
}

static struct rated rated_of(const struct story *stories, size_t i, const struct least *least,
                             bool loose_heads)
{
    struct rated rated = {.story = &stories[i],
                          .least_other = least->at == i ? least->second : least->first,
                          .loose_heads = loose_heads};
    for (size_t b = 0; b < stories[i].blocks.len; b++) {
        enum role role = stories[i].blocks.at[b].role;
        rated.paragraphs += role == ROLE_PARAGRAPH;
        rated.subheads += role == ROLE_SUBHEAD;
        rated.signed_ |= role == ROLE_BYLINE || role == ROLE_CREDIT;
    }
    return rated;
}

void confidence_rate(struct story *stories, size_t len)
{
    struct least least = least_of(stories, len);
    bool loose_heads = has_loose_heads(stories, len);
    for (size_t i = 0; i < len; i++) {
        if (!is_story(&stories[i]))
            continue;
        struct rated rated = rated_of(stories, i, &least, loose_heads);
        double sum = -CAUTION;
        for (size_t k = 0; k < COUNT(evidence); k++)
            sum += evidence[k].weight * evidence[k].measure(&rated);
        stories[i].confidence = 1.0 / (1.0 + exp(-sum));
    }
}

void confidence_dump(struct buf *out, const struct stories *stories)
{
    struct least least = least_of(stories->at, stories->len);
    bool loose_heads = has_loose_heads(stories->at, stories->len);
    buf_fmt(out, "confidence at");
    for (size_t k = 0; k < COUNT(evidence); k++)
        buf_fmt(out, " %s", evidence[k].name);
    buf_fmt(out, "\n");
    for (size_t i = 0; i < stories->len; i++) {
        if (!is_story(&stories->at[i]))
            continue;
        struct rated rated = rated_of(stories->at, i, &least, loose_heads);
        buf_fmt(out, "confidence %u", stories->at[i].blocks.at[0].spans.at[0].start);
        for (size_t k = 0; k < COUNT(evidence); k++)
            buf_fmt(out, " %.4g", evidence[k].measure(&rated));
        buf_fmt(out, "\n");
    }
}
