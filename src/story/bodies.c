/* SPDX-License-Identifier: MIT */
#include "story/bodies.h"

#include <math.h>

#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/wordlist.h"
#include "story/heads.h"

#define WINDOW_PAIRS 400 /* of each side whose words are compared, more or less */
#define SURE_MARK 2.0    /* evidence beside the words that makes a boundary a wall */
#define GAP_WIDE 3       /* blank lines that say something */
#define APART_MOST 2.0
#define SURE_OF_FIRST 6.0
#define SURE_OF_PHOTO 4.0

/* What stands right before a text's start, or right after its end. */
struct between {
    bool headline, byline, sign_off, jump, residue;
    double lean; /* of the headline */
};

/* A place between two texts where a story may end and another begin. */
struct boundary {
    const struct unit *end, *start;
    const struct between *after, *before; /* after the end, before the start */
    double common;                        /* how much the texts on both sides have in common … */
    double apart;     /* … less than elsewhere on the page, in standard deviations */
    double depth;     /* … less than around the places nearby that have most in common */
    double size;      /* logarithm of the pairs of the shorter side */
    bool interrupted; /* a picture, a placeholder or furniture stands between */
    bool brief;       /* one of the sides is one text between walls */
    bool wall;        /* there is a boundary here whatever the words say */
    double pull;      /* how well a headline from elsewhere on the page fits what starts here */
    double expect;    /* logarithm of headlines a text on this page */
};

/* ---- what stands before and after each text */

static void note_block(struct between *after, struct between *before, const struct block *block)
{
    switch (block->role) {
    case ROLE_KICKER:
    case ROLE_HEADLINE:
        before->headline = true;
        before->lean = fmax(before->lean, block->lean);
        break;
    case ROLE_BYLINE:
        before->byline = true;
        break;
    case ROLE_CREDIT:
        after->sign_off = true;
        break;
    case ROLE_NOTICE:
        after->jump |= jump_line(block->text) == JUMP_TO;
        before->jump |= jump_line(block->text) == JUMP_FROM;
        break;
    case ROLE_FURNITURE:
    case ROLE_PLACEHOLDER:
        after->residue = true;
        break;
    default:
        break;
    }
}

static void note_satellites(const struct units *units, struct between *afters,
                            struct between *befores)
{
    struct between none = {0};
    for (size_t s = 0; s < units->satellites_len; s++) {
        const struct satellite *satellite = &units->satellites[s];
        bool at_end = satellite->before != UNIT_NONE && satellite->at_end;
        bool at_start = satellite->after != UNIT_NONE && satellite->at_start;
        for (size_t i = 0; i < satellite->fragment->len; i++)
            note_block(at_end ? &afters[satellite->before] : &none,
                       at_start ? &befores[satellite->after] : &none, &satellite->fragment->at[i]);
    }
}

/* ---- evidence */

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
    return at->before->headline ? fmin(at->before->lean, 5.0) : 0.0;
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
    return at->start->block->role == ROLE_SUBHEAD ? fmin(at->start->block->lean, 5.0) : 0.0;
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
    {-6.0, measure_one},           {-0.7, measure_headline},    {1.1, measure_headline_lean},
    {2.5, measure_byline},         {3.0, measure_sign_off},     {2.8, measure_jump},
    {3.5, measure_report},         {1.9, measure_lead},         {-1.6, measure_sequel},
    {-1.1, measure_quotation},     {-0.9, measure_numbered},    {1.4, measure_unfinished},
    {0.7, measure_continues},      {0.2, measure_gap},          {2.5, measure_fragment},
    {1.5, measure_interrupted},    {0.0, measure_subhead},      {-0.7, measure_subhead_lean},
    {-4.0, measure_after_subhead}, {2.8, measure_other_column}, {-1.4, measure_same_column},
    {0.7, measure_apart},          {0.8, measure_depth},        {0.6, measure_size},
    {0.9, measure_nothing_common}, {-2.1, measure_brief},       {1.6, measure_pull},
    {0.4, measure_expect},
};

/* Evidence that does not depend on the words around. */
static double mark_evidence(const struct boundary *at)
{
    return -3.0 + 3.0 * measure_byline(at) + 4.0 * measure_report(at) + 3.0 * measure_sign_off(at) +
           3.0 * measure_jump(at) + measure_headline_lean(at) + 1.0 * measure_fragment(at) -
           4.0 * measure_after_subhead(at);
}

static double boundary_evidence(const struct boundary *at)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++)
        sum += evidence[i].weight * evidence[i].measure(at);
    return sum;
}

/* ---- words on both sides */

/* The texts of a page, pictures left out, and the boundary before each. */
struct texts {
    size_t *unit; /* index among the units */
    struct pairs *pairs;
    struct boundary *at;
    size_t len;
};

/* The pairs of the texts from I on, in steps of STEP, up to a wall or until there are enough. */
static struct pairs window_pairs(struct arena *scratch, const struct texts *texts, size_t i,
                                 bool forward)
{
    struct pairs window = {0};
    for (size_t k = i; window.len < WINDOW_PAIRS;) {
        window = pairs_union(scratch, &window, &texts->pairs[k]);
        size_t next = forward ? k + 1 : k;
        if (next == 0 || next == texts->len || texts->at[next].wall)
            break;
        k = forward ? k + 1 : k - 1;
    }
    return window;
}

static void compare_sides(const struct cohesion *cohesion, struct texts *texts)
{
    struct arena work = {0};
    for (size_t i = 1; i < texts->len; i++) {
        struct pairs a = window_pairs(&work, texts, i - 1, false);
        struct pairs b = window_pairs(&work, texts, i, true);
        texts->at[i].common = cohesion_between(cohesion, &a, &b);
        texts->at[i].size = log(1.0 + (double)(a.len < b.len ? a.len : b.len)) - 4.5;
        arena_reset(&work);
    }
    arena_clear(&work);
}

/* Sets what the words say of each boundary against the others of the page. */
static void standardise(struct texts *texts)
{
    double sum = 0.0, squares = 0.0, n = 0.0;
    for (size_t i = 1; i < texts->len; i++) {
        if (texts->at[i].wall)
            continue;
        sum += texts->at[i].common;
        squares += texts->at[i].common * texts->at[i].common;
        n += 1.0;
    }
    double mean = n > 0.0 ? sum / n : 0.0;
    double deviation = sqrt(fmax(n > 0.0 ? squares / n - mean * mean : 0.0, 1e-4));
    for (size_t i = 1; i < texts->len; i++) {
        double left = i > 1 ? texts->at[i - 1].common : mean;
        double right = i + 1 < texts->len ? texts->at[i + 1].common : mean;
        double common = texts->at[i].common;
        texts->at[i].apart = fmax(-APART_MOST, fmin(APART_MOST, (mean - common) / deviation));
        texts->at[i].depth =
            fmax(-APART_MOST, fmin(APART_MOST, (fmax(left, right) - common) / deviation));
    }
}

/* ---- headlines from elsewhere */

/* Where the words of a headline answer best to a text's start, and how well. */
static void pull_headline(const struct cohesion *cohesion, struct texts *texts,
                          const struct pairs *words)
{
    size_t best = 0;
    double most = 0.0;
    for (size_t i = 0; i < texts->len; i++) {
        double common = cohesion_covered(cohesion, words, &texts->pairs[i]);
        if (i + 1 < texts->len)
            common += 0.4 * cohesion_covered(cohesion, words, &texts->pairs[i + 1]);
        if (common > most) {
            most = common;
            best = i;
        }
    }
    if (texts->len)
        texts->at[best].pull = fmax(texts->at[best].pull, most);
}

/* Headlines that stand before no text's start may be those of texts elsewhere. */
static void pull_headlines(const struct cohesion *cohesion, const struct units *units,
                           struct texts *texts)
{
    struct arena work = {0};
    size_t heads = 0;
    for (size_t s = 0; s < units->satellites_len && heads < HEADS_TOGETHER; s++) {
        const struct satellite *satellite = &units->satellites[s];
        if (!head_has_headline(satellite))
            continue;
        heads++;
        if (satellite->after != UNIT_NONE && satellite->at_start)
            continue;
        struct pairs words = head_words(&work, satellite);
        pull_headline(cohesion, texts, &words);
        arena_reset(&work);
    }
    arena_clear(&work);
    double expect = log((double)(heads + 1) / (double)(texts->len + 1));
    for (size_t i = 0; i < texts->len; i++)
        texts->at[i].expect = expect;
}

/* ---- bodies */

static struct texts texts_of(struct arena *scratch, const struct cohesion *cohesion,
                             const struct units *units)
{
    struct texts texts = {.unit = ARENA_ARRAY(scratch, size_t, units->len),
                          .pairs = ARENA_ARRAY(scratch, struct pairs, units->len),
                          .at = ARENA_ARRAY(scratch, struct boundary, units->len)};
    struct between *afters = ARENA_ARRAY(scratch, struct between, units->len);
    struct between *befores = ARENA_ARRAY(scratch, struct between, units->len);
    note_satellites(units, afters, befores);
    for (size_t u = 0; u < units->len; u++) {
        if (units->at[u].photo)
            continue;
        size_t i = texts.len++, before = i ? texts.unit[i - 1] : u;
        texts.unit[i] = u;
        texts.pairs[i] = pairs_of(scratch, units->at[u].block->text);
        texts.at[i] = (struct boundary){.end = &units->at[before],
                                        .start = &units->at[u],
                                        .after = &afters[before],
                                        .before = &befores[u],
                                        .interrupted = afters[before].residue || u > before + 1};
    }
    for (size_t i = 1; i < texts.len; i++)
        texts.at[i].wall = mark_evidence(&texts.at[i]) > SURE_MARK;
    for (size_t i = 1; i < texts.len; i++)
        texts.at[i].brief =
            i == 1 || texts.at[i - 1].wall || i + 1 == texts.len || texts.at[i + 1].wall;
    compare_sides(cohesion, &texts);
    standardise(&texts);
    pull_headlines(cohesion, units, &texts);
    return texts;
}

static void begin_body(struct arena *scratch, struct bodies *bodies, size_t unit, bool photo,
                       double sure)
{
    vec_push(scratch, bodies,
             (struct body){.first = unit, .last = unit, .photo = photo, .sure = sure});
}

static void add_unit(struct bodies *bodies, struct units *units, size_t unit)
{
    units->at[unit].body = bodies->len - 1;
    bodies->at[bodies->len - 1].last = unit;
}

static void find_photos(struct arena *scratch, struct units *units, struct bodies *bodies)
{
    for (size_t u = 0; u < units->len; u++) {
        if (!units->at[u].photo)
            continue;
        if (units->at[u].opens || units->at[u].block->role == ROLE_CAPTION)
            begin_body(scratch, bodies, u, true, SURE_OF_PHOTO);
        add_unit(bodies, units, u);
    }
}

struct bodies bodies_find(struct arena *scratch, const struct cohesion *cohesion,
                          struct units *units)
{
    struct bodies bodies = {0};
    struct texts texts = texts_of(scratch, cohesion, units);
    for (size_t i = 0; i < texts.len; i++) {
        struct unit *unit = &units->at[texts.unit[i]];
        unit->sure = i ? boundary_evidence(&texts.at[i]) + unit->asked : SURE_OF_FIRST;
        if (unit->sure > 0.0)
            begin_body(scratch, &bodies, texts.unit[i], false, unit->sure);
        add_unit(&bodies, units, texts.unit[i]);
    }
    find_photos(scratch, units, &bodies);
    return bodies;
}
