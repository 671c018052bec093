/* SPDX-License-Identifier: MIT */
#include "story/confidence.h"

#include <math.h>

#include "page/wordlist.h"

#define MARGIN_MOST 3.0 /* nats: more says no more */
#define CAUTION 0.61    /* nats: what is called sure shall be */

/* A story and what the others of its page say. */
struct rated {
    const struct story *story;
    size_t paragraphs, subheads;
    bool signed_;       /* a byline or signature is among its blocks */
    double least_other; /* margin on the page, its own aside */
    size_t texts;       /* on the page */
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

static double measure_other(const struct rated *rated)
{
    return fmin(rated->least_other, MARGIN_MOST);
}

static double measure_texts(const struct rated *rated)
{
    return log((double)rated->texts + 1.0);
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

static void rate_blocks(struct rated *rated)
{
    const struct blocks *blocks = &rated->story->blocks;
    for (size_t b = 0; b < blocks->len; b++) {
        enum role role = blocks->at[b].role;
        rated->paragraphs += role == ROLE_PARAGRAPH;
        rated->subheads += role == ROLE_SUBHEAD;
        rated->signed_ |= role == ROLE_BYLINE || role == ROLE_CREDIT;
    }
}

/* Sets what the other stories of the page say: their least margin. */
static void rate_others(struct rated *rated, size_t len)
{
    double least = MARGIN_MOST, next = MARGIN_MOST;
    size_t texts = 0;
    for (size_t i = 0; i < len; i++) {
        if (rated[i].story->kind != KIND_STORY)
            continue;
        texts++;
        next = fmin(next, fmax(least, rated[i].story->margin));
        least = fmin(least, rated[i].story->margin);
    }
    for (size_t i = 0; i < len; i++) {
        rated[i].texts = texts;
        rated[i].least_other = rated[i].story->margin > least ? least : next;
    }
}

static struct rated *rate(struct arena *work, const struct story *stories, size_t len)
{
    struct rated *rated = ARENA_ARRAY(work, struct rated, len);
    bool loose_heads = has_loose_heads(stories, len);
    for (size_t i = 0; i < len; i++) {
        rated[i] = (struct rated){.story = &stories[i], .loose_heads = loose_heads};
        rate_blocks(&rated[i]);
    }
    rate_others(rated, len);
    return rated;
}

void confidence_rate(struct story *stories, size_t len)
{
    struct arena work = {0};
    const struct rated *rated = rate(&work, stories, len);
    for (size_t i = 0; i < len; i++) {
        double sum = -CAUTION;
        for (size_t k = 0; k < COUNT(evidence); k++)
            sum += evidence[k].weight * evidence[k].measure(&rated[i]);
        stories[i].confidence = is_story(&stories[i]) ? 1.0 / (1.0 + exp(-sum)) : 0.0;
    }
    arena_clear(&work);
}

void confidence_dump(struct buf *out, const struct stories *stories)
{
    struct arena work = {0};
    const struct rated *rated = rate(&work, stories->at, stories->len);
    buf_fmt(out, "confidence at");
    for (size_t k = 0; k < COUNT(evidence); k++)
        buf_fmt(out, " %s", evidence[k].name);
    buf_fmt(out, "\n");
    for (size_t i = 0; i < stories->len; i++) {
        if (!is_story(&stories->at[i]))
            continue;
        buf_fmt(out, "confidence %u", stories->at[i].blocks.at[0].spans.at[0].start);
        for (size_t k = 0; k < COUNT(evidence); k++)
            buf_fmt(out, " %.4g", evidence[k].measure(&rated[i]));
        buf_fmt(out, "\n");
    }
    arena_clear(&work);
}
