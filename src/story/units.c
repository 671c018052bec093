/* SPDX-License-Identifier: MIT */
#include "story/units.h"

#include <stdlib.h>

#include "base/search.h"

/* Where a span of a unit stands. */
struct spot {
    uint32_t start;
    size_t unit;
    bool first, last; /* of the unit's spans */
};

struct spots VEC_OF(struct spot);

static int compare_spots(const void *a, const void *b)
{
    const struct spot *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static void add_units(struct arena *scratch, struct units *units, const struct fragment *fragment)
{
    bool photo = part_of(&fragment->blocks) == PART_PHOTO;
    for (size_t i = 0; i < fragment->blocks.len; i++) {
        const struct block *block = &fragment->blocks.at[i];
        vec_push(scratch, units,
                 (struct unit){.block = block,
                               .opens = i == 0,
                               .photo = photo || block->role == ROLE_CAPTION,
                               .sure = fragment->sure,
                               .head = fragment->head,
                               .body = UNIT_NONE});
    }
}

static struct spots spots_of(struct arena *scratch, const struct units *units)
{
    struct spots spots = {0};
    for (size_t u = 0; u < units->len; u++) {
        const struct spans *spans = &units->at[u].block->spans;
        for (size_t i = 0; i < spans->len; i++)
            vec_push(scratch, &spots,
                     (struct spot){spans->at[i].start, u, i == 0, i + 1 == spans->len});
    }
    if (spots.len)
        qsort(spots.at, spots.len, sizeof *spots.at, compare_spots);
    return spots;
}

static uint32_t spot_start(const void *spots, size_t i)
{
    return ((const struct spot *)spots)[i].start;
}

/* How many spots begin before START. */
static size_t spots_before(const struct spots *spots, uint32_t start)
{
    return first_not_below(spots->at, 0, spots->len, start, spot_start);
}

/* Sets what a head holds. */
static void read_headline(struct satellite *satellite)
{
    for (size_t i = 0; i < satellite->fragment->len; i++) {
        bool byline = satellite->fragment->at[i].role == ROLE_BYLINE;
        satellite->byline |= byline;
        satellite->headline |= !byline;
    }
}

static struct satellite satellite_of(const struct spots *spots, const struct blocks *fragment)
{
    size_t at = spots_before(spots, fragment_start(fragment));
    struct satellite satellite = {
        .fragment = fragment, .part = part_of(fragment), .before = UNIT_NONE, .after = UNIT_NONE};
    if (at > 0) {
        satellite.before = spots->at[at - 1].unit;
    }
    if (at < spots->len) {
        satellite.after = spots->at[at].unit;
        satellite.at_start = spots->at[at].first;
    }
    return satellite;
}

static bool is_text(const struct blocks *fragment)
{
    return part_of(fragment) == PART_TEXT || part_of(fragment) == PART_PHOTO;
}

struct units units_of(struct arena *scratch, const struct fragments *fragments)
{
    struct units units = {0};
    for (size_t f = 0; f < fragments->len; f++)
        if (is_text(&fragments->at[f].blocks))
            add_units(scratch, &units, &fragments->at[f]);
    struct spots spots = spots_of(scratch, &units);
    for (size_t f = 0; f < fragments->len; f++) {
        if (is_text(&fragments->at[f].blocks))
            continue;
        struct satellite satellite = satellite_of(&spots, &fragments->at[f].blocks);
        if (satellite.part == PART_HEAD)
            read_headline(&satellite);
        vec_push(scratch, &units.satellites, satellite);
    }
    return units;
}
