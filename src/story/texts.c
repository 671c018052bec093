/* SPDX-License-Identifier: MIT */
#include "story/texts.h"

#include <math.h>

#include "page/cues.h"

#define WINDOW_PAIRS 400 /* of each side whose words are compared, more or less */
#define WINDOW_TEXTS 16
#define SURE_MARKS 2.0   /* evidence beside the words that makes a boundary a wall */
#define APART_MOST 2.0   /* standard deviations */
#define PULLS_MOST 128   /* headlines that are compared with all texts … */
#define PULLED_MOST 8192 /* … where there are not more of those */

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

/* Notes for each unit what stands right after its end and right before its start. */
static void note_satellites(const struct units *units, struct between *afters,
                            struct between *befores)
{
    struct between none = {0};
    for (size_t s = 0; s < units->satellites.len; s++) {
        const struct satellite *satellite = &units->satellites.at[s];
        bool at_end = satellite->before != UNIT_NONE && satellite->at_end;
        bool at_start = satellite->after != UNIT_NONE && satellite->at_start;
        for (size_t i = 0; i < satellite->fragment->len; i++)
            note_block(at_end ? &afters[satellite->before] : &none,
                       at_start ? &befores[satellite->after] : &none, &satellite->fragment->at[i]);
    }
}

static void find_walls(struct texts *texts)
{
    for (size_t i = 1; i < texts->len; i++)
        texts->at[i].wall = boundary_marks(&texts->at[i]) > SURE_MARKS;
    for (size_t i = 1; i < texts->len; i++)
        texts->at[i].brief =
            i == 1 || texts->at[i - 1].wall || i + 1 == texts->len || texts->at[i + 1].wall;
}

/* ---- words on both sides */

/* The words of the texts from I on, back or forward, up to a wall or until there are enough. */
static struct pairs words_from(struct arena *scratch, const struct texts *texts, size_t i,
                               bool forward)
{
    struct pairs words = {0};
    for (size_t n = 0; n < WINDOW_TEXTS && words.len < WINDOW_PAIRS; n++) {
        words = pairs_union(scratch, &words, &texts->at[i].start->words);
        size_t next = forward ? i + 1 : i; /* the boundary to be crossed */
        if (next == 0 || next == texts->len || texts->at[next].wall)
            break;
        i = forward ? i + 1 : i - 1;
    }
    return words;
}

static void compare_sides(struct texts *texts)
{
    struct arena work = {0};
    for (size_t i = 1; i < texts->len; i++) {
        struct pairs before = words_from(&work, texts, i - 1, false);
        struct pairs after = words_from(&work, texts, i, true);
        size_t shorter = before.len < after.len ? before.len : after.len;
        texts->at[i].common = pairs_common(&before, &after);
        texts->at[i].size = log(1.0 + (double)shorter) - log(1.0 + WINDOW_PAIRS / 4.0);
        arena_reset(&work);
    }
    arena_clear(&work);
}

static double within(double value, double limit)
{
    return fmax(-limit, fmin(limit, value));
}

/* Sets what the words say at each boundary against what they say at the others. */
static void standardise(struct texts *texts)
{
    double sum = 0.0, squares = 0.0, n = 0.0;
    for (size_t i = 1; i < texts->len; i++) {
        double common = texts->at[i].wall ? 0.0 : texts->at[i].common;
        sum += common;
        squares += common * common;
        n += !texts->at[i].wall;
    }
    double mean = n > 0.0 ? sum / n : 0.0;
    double deviation = sqrt(fmax(n > 0.0 ? squares / n - mean * mean : 0.0, 1e-4));
    for (size_t i = 1; i < texts->len; i++) {
        double common = texts->at[i].common;
        double left = i > 1 ? texts->at[i - 1].common : mean;
        double right = i + 1 < texts->len ? texts->at[i + 1].common : mean;
        texts->at[i].apart = within((mean - common) / deviation, APART_MOST);
        texts->at[i].depth = within((fmax(left, right) - common) / deviation, APART_MOST);
    }
}

/* ---- headlines from elsewhere */

/* Where a headline's words answer best to a text's start and what follows, and how well. */
static void pull_headline(struct texts *texts, const struct pairs *words)
{
    size_t best = 0;
    double most = 0.0;
    for (size_t i = 0; i < texts->len; i++) {
        double common = pairs_covered(words, &texts->at[i].start->words);
        if (i + 1 < texts->len)
            common += 0.4 * pairs_covered(words, &texts->at[i + 1].start->words);
        if (common > most) {
            most = common;
            best = i;
        }
    }
    texts->at[best].pull = fmax(texts->at[best].pull, most);
}

/* Headlines that stand before no text's start may be those of texts elsewhere. */
static void pull_headlines(const struct satellites *satellites, struct texts *texts)
{
    size_t headlines = 0;
    for (size_t s = 0; s < satellites->len; s++) {
        const struct satellite *satellite = &satellites->at[s];
        headlines += satellite->headline;
        if (satellite->headline && !(satellite->after != UNIT_NONE && satellite->at_start) &&
            headlines <= PULLS_MOST && texts->len && texts->len <= PULLED_MOST)
            pull_headline(texts, &satellite->words);
    }
    double expect = log((double)(headlines + 1) / (double)(texts->len + 1));
    for (size_t i = 0; i < texts->len; i++)
        texts->at[i].expect = expect;
}

struct texts texts_of(struct arena *scratch, const struct units *units)
{
    struct texts texts = {.unit = ARENA_ARRAY(scratch, size_t, units->len),
                          .at = ARENA_ARRAY(scratch, struct boundary, units->len)};
    struct between *afters = ARENA_ARRAY(scratch, struct between, units->len);
    struct between *befores = ARENA_ARRAY(scratch, struct between, units->len);
    note_satellites(units, afters, befores);
    for (size_t u = 0; u < units->len; u++) {
        if (units->at[u].photo)
            continue;
        size_t i = texts.len++, before = i ? texts.unit[i - 1] : u;
        texts.unit[i] = u;
        texts.at[i] = (struct boundary){.end = &units->at[before],
                                        .start = &units->at[u],
                                        .after = &afters[before],
                                        .before = &befores[u],
                                        .interrupted = afters[before].residue || u > before + 1};
    }
    find_walls(&texts);
    compare_sides(&texts);
    standardise(&texts);
    pull_headlines(&units->satellites, &texts);
    return texts;
}
