/* SPDX-License-Identifier: MIT */
#include "story/sections.h"

#include <math.h>

#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/heading_words.h"
#include "page/wordlist.h"
#include "story/manner.h"
#include "story/parts.h"
#include "story/shifts.h"

#define LEAN_MOST 5.0
#define PARAGRAPHS_MOST 12 /* of a section whose words are looked at */
#define LEAST_COMMON 0.01
#define STORIES_LOST 1.5  /* nats: two stories in one are worse than one in two */
#define PARTED 3.0        /* nats that a headline needs inside a story that gaps part from others */
#define SHIFT_CHARS 100.0 /* of fewer characters a shift says less */

/* The text from one heading to the next. */
struct section {
    const struct block *heading, *first, *last; /* NULL: none; of its paragraphs */
    size_t paragraphs;
    struct pairs words, chars; /* of the paragraphs … */
    struct pairs head_words, head_chars;
    bool by, by_end; /* who wrote it stands above its text; below it */
    bool bare;       /* its heading stands between two texts, and neither says what it is */
    size_t run, len; /* the first section of those between which such headings stand; of a first
                        one, how many they are */
    double shift;    /* from the section before: shifts.h */
};

struct sections {
    struct section *at;
    size_t len, cap;
    double paragraphs; /* of a section of the page, a logarithm, in the mean */
};

static bool is_heading(enum role role)
{
    return role == ROLE_SUBHEAD || part_of_role(role) == PART_HEAD;
}

static bool is_bare(const struct blocks *blocks, size_t i)
{
    if (i == 0 || i + 1 >= blocks->len)
        return false;
    const struct block *block = &blocks->at[i], *above = block - 1, *below = block + 1;
    return (block->role == ROLE_HEADLINE || block->role == ROLE_SUBHEAD) &&
           block->setting != SETTING_DOWN && above->role == ROLE_PARAGRAPH &&
           below->role == ROLE_PARAGRAPH && ends_sentence(above->text) &&
           sign_off_of(above->text) == SIGN_OFF_NONE && !starts_report(below->text);
}

/* ---- finding them */

static void section_begin(struct arena *scratch, struct sections *sections,
                          const struct cohesion *cohesion, const struct block *heading, bool bare)
{
    struct section section = {.heading = heading, .bare = bare};
    if (heading) {
        section.head_words = pairs_of_block(scratch, cohesion, heading);
        section.head_chars = chars_of_block(scratch, cohesion, heading);
    }
    vec_push(scratch, sections, section);
}

static void section_add(struct arena *scratch, struct section *section,
                        const struct cohesion *cohesion, const struct block *block)
{
    section->first = section->first ? section->first : block;
    section->last = block;
    if (section->paragraphs++ >= PARAGRAPHS_MOST)
        return;
    struct pairs words = pairs_of_block(scratch, cohesion, block);
    struct pairs chars = chars_of_block(scratch, cohesion, block);
    section->words = pairs_union(scratch, &section->words, &words);
    section->chars = pairs_union(scratch, &section->chars, &chars);
}

/* Sets which sections are in a row with bare headings between them, and what the page is like. */
static void find_runs(struct sections *sections)
{
    size_t texts = 0;
    for (size_t i = 0; i < sections->len; i++) {
        struct section *section = &sections->at[i];
        section->run = section->bare ? sections->at[i - 1].run : i;
        sections->at[section->run].len++;
        if (section->paragraphs) {
            sections->paragraphs += log((double)section->paragraphs);
            texts++;
        }
    }
    sections->paragraphs /= texts ? (double)texts : 1.0;
}

static void find_shifts(struct arena *scratch, struct sections *sections,
                        const struct cohesion *cohesion)
{
    struct shift_room room = shift_room(scratch, cohesion);
    for (size_t i = 1; i < sections->len; i++) {
        const struct pairs *chars[2] = {&sections->at[i - 1].chars, &sections->at[i].chars};
        struct shift shifts[2];
        if (!sections->at[i].bare)
            continue;
        shifts_find(&room, chars, 2, shifts);
        sections->at[i].shift = shifts[1].nats / (shifts[1].shorter + SHIFT_CHARS);
    }
}

static struct sections sections_of(struct arena *scratch, const struct page *page,
                                   const struct cohesion *cohesion)
{
    const struct blocks *blocks = &page->blocks;
    struct sections sections = {0};
    section_begin(scratch, &sections, cohesion, NULL, false);
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        if (is_heading(block->role))
            section_begin(scratch, &sections, cohesion, block, is_bare(blocks, i));
        struct section *section = &sections.at[sections.len - 1];
        if (block->role == ROLE_PARAGRAPH)
            section_add(scratch, section, cohesion, block);
        section->by |= block->role == ROLE_BYLINE && !section->paragraphs;
        section->by_end |=
            block->role == ROLE_CREDIT && section->paragraphs && !is_photo_credit(block->text);
    }
    find_runs(&sections);
    find_shifts(scratch, &sections, cohesion);
    return sections;
}

/* ---- what is measured */

/* A bare heading: its section, the one before, and the first of the run. */
struct spot {
    const struct sections *sections;
    const struct section *at, *above, *first;
};

static double measure_one(const struct spot *spot)
{
    (void)spot;
    return 1.0;
}

/* What page/headings.h found. */
static double measure_lean(const struct spot *spot)
{
    const struct block *heading = spot->at->heading;
    return heading->role == ROLE_HEADLINE ? fmin(heading->lean, LEAN_MOST)
                                          : -fmin(heading->lean, LEAN_MOST);
}

static double measure_letters(const struct spot *spot)
{
    return log((double)utf8_solid(spot->at->heading->text) + 1.0);
}

static double measure_doer(const struct spot *spot)
{
    return names_doer(spot->at->heading->text);
}

static double measure_deed(const struct spot *spot)
{
    return tells_deed(spot->at->heading->text);
}

/* ---- what both sides speak of */

static double measure_words(const struct spot *spot)
{
    return log(pairs_common(&spot->above->words, &spot->at->words) + LEAST_COMMON);
}

static double measure_chars(const struct spot *spot)
{
    return pairs_common(&spot->above->chars, &spot->at->chars);
}

static double measure_shift(const struct spot *spot)
{
    return spot->at->shift;
}

static double measure_first_words(const struct spot *spot)
{
    return log(pairs_common(&spot->first->words, &spot->at->words) + LEAST_COMMON);
}

static double measure_first_chars(const struct spot *spot)
{
    return pairs_common(&spot->first->chars, &spot->at->chars);
}

/* How much of the heading the text below says again, as news do at once … */
static double measure_restated(const struct spot *spot)
{
    return pairs_covered(&spot->at->head_words, &spot->at->words);
}

static double measure_restated_chars(const struct spot *spot)
{
    return pairs_covered(&spot->at->head_chars, &spot->at->chars);
}

/* … and the text above. */
static double measure_above_chars(const struct spot *spot)
{
    return pairs_covered(&spot->at->head_chars, &spot->above->chars);
}

/* ---- how they begin, end and are laid */

static double measure_scene(const struct spot *spot)
{
    return opens_scene(spot->at->first->text);
}

static double measure_lead(const struct spot *spot)
{
    return starts_like_lead(spot->at->first->text);
}

static double measure_season(const struct spot *spot)
{
    return opens_season(spot->at->first->text);
}

static double measure_sequel(const struct spot *spot)
{
    return starts_like_sequel(spot->at->first->text);
}

static double measure_quotation(const struct spot *spot)
{
    return is_opening(utf8_first(spot->at->first->text).code);
}

static double measure_below(const struct spot *spot)
{
    return log((double)spot->at->paragraphs);
}

static double measure_size(const struct spot *spot)
{
    return log((double)spot->at->chars.count + 1.0);
}

static double measure_brief(const struct spot *spot)
{
    return spot->sections->paragraphs;
}

static double measure_first(const struct spot *spot)
{
    return spot->above == spot->first;
}

static double measure_run(const struct spot *spot)
{
    return log((double)spot->first->len);
}

/* Whether the text below is signed at its end, and the one that it would go on at its head: one
   story is not signed twice. */
static double measure_signed(const struct spot *spot)
{
    return spot->first->by && spot->at->by_end;
}

/* Weights in nats, for a headline, fitted by tests/compose/fit_sections.py where the table does not
   say otherwise. */
static const struct {
    const char *name;
    double weight;
    double (*measure)(const struct spot *spot);
} evidence[] = {
#define MEASURE(name, weight) {#name, weight, measure_##name},
#include "story/sections.inc"
#undef MEASURE
};

static struct spot spot_of(const struct sections *sections, size_t i)
{
    const struct section *at = &sections->at[i];
    return (struct spot){sections, at, at - 1, &sections->at[at->run]};
}

static double evidence_of(const struct spot *spot)
{
    double sum = 0.0;
    for (size_t k = 0; k < COUNT(evidence); k++)
        sum += evidence[k].weight * evidence[k].measure(spot);
    return sum;
}

static bool has_bare(const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++)
        if (is_bare(blocks, i))
            return true;
    return false;
}

void sections_settle(struct page *page, const struct cohesion *cohesion)
{
    if (!has_bare(&page->blocks))
        return;
    struct arena work = {0};
    struct sections sections = sections_of(&work, page, cohesion);
    const struct block *first = &page->blocks.at[0];
    bool parted = first->opens && first->role == ROLE_HEADLINE;
    for (size_t i = 1; i < sections.len; i++) {
        struct spot spot = spot_of(&sections, i);
        if (!spot.at->bare)
            continue;
        double lean = evidence_of(&spot);
        struct block *block = &page->blocks.at[spot.at->heading - page->blocks.at];
        double doubt = parted ? PARTED : block->role == ROLE_HEADLINE ? -STORIES_LOST : 0.0;
        enum role role = lean < doubt ? ROLE_SUBHEAD : ROLE_HEADLINE;
        if (role != block->role)
            block->lean = fabs(lean);
        block->role = role;
    }
    arena_clear(&work);
}

void sections_dump(struct buf *out, const struct page *page)
{
    struct arena work = {0};
    const struct page *again = page_read(&work, page->path, page->text);
    struct sections sections = sections_of(&work, again, cohesion_of(&work, again));
    buf_fmt(out, "section at");
    for (size_t k = 0; k < COUNT(evidence); k++)
        buf_fmt(out, " %s", evidence[k].name);
    buf_byte(out, '\n');
    for (size_t i = 1; i < sections.len; i++) {
        struct spot spot = spot_of(&sections, i);
        if (!spot.at->bare)
            continue;
        buf_fmt(out, "section %u", spot.at->heading->spans.at[0].start);
        for (size_t k = 0; k < COUNT(evidence); k++)
            buf_fmt(out, " %.4g", evidence[k].measure(&spot));
        buf_byte(out, '\n');
    }
    arena_clear(&work);
}
