/* SPDX-License-Identifier: MIT */
#include "story/confidence.h"

#include <math.h>

#include "page/chars.h"
#include "page/wordlist.h"

#define MARGIN_MOST 3.0 /* nats: more says no more */
#define CAUTION 0.61    /* nats: what is called sure shall be */

/* A story and what the others of its page say. */
struct rated {
    const struct story *story;
    size_t paragraphs, subheads;
    bool signed_;       /* a byline or signature is among its blocks */
    double least_other; /* margin on the page, its own aside */
    size_t texts;       /* on the page … */
    size_t singles;     /* … and those of them that have no more than one paragraph */
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

static bool is_single(const struct rated *rated)
{
    return rated->paragraphs <= 1 && rated->story->kind == KIND_STORY;
}

/* One paragraph below a headline, as short news have: which part of the page's others are so; 1
   where there are none. */
static double share_of_news(const struct rated *rated)
{
    if (!is_single(rated) || rated->story->headline_derived)
        return 0.0;
    return rated->texts > 1 ? (double)(rated->singles - 1) / (double)(rated->texts - 1) : 1.0;
}

/* One paragraph, and no headline or longer stories beside it: likely a piece of one. */
static double measure_single(const struct rated *rated)
{
    return is_single(rated) - share_of_news(rated);
}

/* One paragraph that ends, right below its headline or byline. */
static double measure_whole(const struct rated *rated)
{
    const struct block *above = NULL;
    for (size_t b = 0; b < rated->story->blocks.len && is_single(rated); b++) {
        const struct block *block = &rated->story->blocks.at[b];
        if (block->role == ROLE_PARAGRAPH)
            return above && block->first_line > above->last_line &&
                   block->first_line <= above->last_line + 1 + block->gap &&
                   ends_sentence(block->text);
        above = block;
    }
    return 0.0;
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

/* A gap that parts the page's stories stands above it. */
static double measure_parted(const struct rated *rated)
{
    for (size_t b = 0; b < rated->story->blocks.len; b++)
        if (rated->story->blocks.at[b].opens)
            return 1.0;
    return 0.0;
}

/* Weights in nats, fitted by tests/compose/fit_confidence.py. */
static const struct {
    const char *name;
    double weight;
    double (*measure)(const struct rated *rated);
} evidence[] = {
#include "story/confidence.inc"
};

/* The words for each measure, by its name. */
static const struct {
    const char *name, *words;
    bool doubt;
} words[] = {
    {"one", "stories as a rule", false},
    {"margin", "by how much its closest choice was better than any other", false},
    {"photo", "it is a picture", false},
    {"derived", "no headline was found for it", true},
    {"start_lacks", "its beginning is missing", true},
    {"end_lacks", "its end is missing", true},
    {"other", "how close choices were for other stories of the page", false},
    {"texts", "how many texts the page has", false},
    {"loose_heads", "a headline of the page found no text", true},
    {"single", "it has no more than one paragraph, and others have more", true},
    {"whole", "it is one paragraph that ends, right below its headline", false},
    {"length", "how many paragraphs it has", false},
    {"subheads", "it has subheads", true},
    {"signed", "it is signed", false},
    {"parted", "blank lines part the page's stories", false},
};
_Static_assert(COUNT(words) == COUNT(evidence), "every measure has words");

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
    size_t texts = 0, singles = 0;
    for (size_t i = 0; i < len; i++) {
        if (rated[i].story->kind != KIND_STORY)
            continue;
        texts++;
        singles += is_single(&rated[i]);
        next = fmin(next, fmax(least, rated[i].story->margin));
        least = fmin(least, rated[i].story->margin);
    }
    for (size_t i = 0; i < len; i++) {
        rated[i].texts = texts;
        rated[i].singles = singles;
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

static struct confidence_reason reason_of(size_t k, const struct rated *rated)
{
    struct confidence_reason reason = {evidence[k].name,
                                       evidence[k].weight * evidence[k].measure(rated), false};
    for (size_t w = 0; w < COUNT(words); w++)
        if (strcmp(words[w].name, evidence[k].name) == 0) {
            reason.words = words[w].words;
            reason.doubt = words[w].doubt;
        }
    return reason;
}

struct confidence_reasons confidence_reasons(struct arena *scratch, const struct stories *stories,
                                             const struct story *story)
{
    struct confidence_reasons reasons = {0};
    const struct rated *rated = rate(scratch, stories->at, stories->len);
    for (size_t k = 0; k < COUNT(evidence); k++)
        vec_push(scratch, &reasons, reason_of(k, &rated[story - stories->at]));
    vec_push(scratch, &reasons,
             (struct confidence_reason){"caution: what is called sure shall be", -CAUTION, false});
    return reasons;
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
