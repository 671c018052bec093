/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/prominence.h"
#include "page/lexicon.h"
#include "page/wordlist.h"
#include "story/locate.h"

/* Of the weight of the county most in evidence: no more has one that a story only mentions. */
static const double passing_share = 0.4;

/* A dateline says where a story comes from; a credit, who sent it, but a short name there is rather
   somebody's own. */
static double weight_of(const struct story *story, const struct sighting *sighting)
{
    switch (sighting->block->role) {
    case ROLE_DATELINE:
        return 3;
    case ROLE_BYLINE:
    case ROLE_CREDIT:
        return sighting->mention.name->brief ? 0 : 0.5;
    default:
        return block_prominence(story, sighting->block);
    }
}

/* A county of a story and how much in evidence it is. */
struct standing {
    struct story_county found;
    double weight;
    bool stressed; /* in the head, the dateline or the first paragraph */
    size_t order;
};

struct standings VEC_OF(struct standing);

static struct standing *standing_of(struct arena *keep, struct standings *standings,
                                    const struct county *county)
{
    for (size_t i = 0; i < standings->len; i++) {
        if (standings->at[i].found.county == county)
            return &standings->at[i];
    }
    size_t order = standings->len;
    vec_push(keep, standings, (struct standing){.found.county = county, .order = order});
    return &standings->at[standings->len - 1];
}

static int by_weight(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

/* Whether a county is only mentioned: seldom, or once and far from the page's home, beside FIRST.
 */
static bool is_passing(const struct survey *survey, const struct standing *first,
                       const struct standing *standing)
{
    bool stranger =
        is_of_home(survey, first->found.county) && !is_of_home(survey, standing->found.county);
    return !standing->stressed && (standing->weight <= first->weight * passing_share ||
                                   (stranger && standing->weight <= 1));
}

/* Adds what bytes [AT, END) of BLOCK say to the standing of COUNTY. */
static void add_evidence(struct survey *survey, struct standings *standings,
                         const struct county *county, struct locator *locator,
                         const struct block *block, size_t at, size_t end, double weight)
{
    struct standing *standing = standing_of(survey->scratch, standings, county);
    if (locator->block != block)
        *locator = locator_of(survey->page, block);
    standing->weight += weight;
    standing->stressed |= weight > 1;
    vec_push(survey->keep, &standing->found.evidence,
             (struct evidence){str_slice(block->text, at, end), locator_find(locator, at, end)});
}

/* Whether the two characters at AT, 我县, are no part of other words: 自我区分, 全市场. */
static bool own_is_clear(struct str text, size_t at)
{
    enum { WORD_BESIDE = 7 }; /* a level: lexicon.h */
    struct utf8 own = utf8_at(text, at), level = utf8_next(text, own);
    uint32_t before[] = {utf8_before(text, at).code, own.code};
    uint32_t after[] = {level.code, utf8_next(text, level).code};
    return lexicon_level(before, 2) < WORD_BESIDE && lexicon_level(after, 2) < WORD_BESIDE;
}

/* Where TEXT speaks of the county that it is from: 我县, 全县; of a 市 我市. SIZE_MAX: nowhere. */
static size_t own_county_at(struct str text, const struct county *home)
{
    static const struct str owns[] = {WORD("我"), WORD("全"), WORD("本")};
    uint32_t level = utf8_last(home->name).code;
    bool region = str_ends(home->prefecture->province->name, STR("自治区"));
    if (region && level == utf8_first(STR("区")).code)
        return SIZE_MAX; /* 全区 is all of the region there */
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (wordlist_find(owns, COUNT(owns), str_slice(text, c.at, c.at + c.len)) &&
            utf8_next(text, c).code == level && own_is_clear(text, c.at))
            return c.at;
    return SIZE_MAX;
}

/* Adds where a story of a county's own paper speaks of 我县, once for each block. */
static void collect_own(struct survey *survey, const struct story_survey *found,
                        struct standings *standings)
{
    struct locator locator = {0};
    const struct story *story = found->story;
    for (size_t i = 0; survey->home && i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        double weight = block_prominence(story, block);
        size_t at = weight > 0 ? own_county_at(block->text, survey->home) : SIZE_MAX;
        if (at != SIZE_MAX)
            add_evidence(survey, standings, survey->home, &locator, block, at, at + STR("我县").len,
                         weight);
    }
}

static void collect_names(struct survey *survey, const struct story_survey *found,
                          struct standings *standings)
{
    struct locator locator = {0};
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        double weight = weight_of(found->story, sighting);
        size_t at = sighting->mention.at;
        if (sighting->county && weight > 0)
            add_evidence(survey, standings, sighting->county, &locator, sighting->block, at,
                         at + sighting->mention.name->text.len, weight);
    }
}

void county_file(struct survey *survey, const struct story_survey *found)
{
    struct standings standings = {0};
    collect_names(survey, found, &standings);
    collect_own(survey, found, &standings);
    if (standings.len > 0)
        qsort(standings.at, standings.len, sizeof *standings.at, by_weight);
    for (size_t i = 0; i < standings.len; i++) {
        bool passing = is_passing(survey, &standings.at[0], &standings.at[i]);
        vec_push(survey->keep, passing ? &found->story->passing : &found->story->counties,
                 standings.at[i].found);
    }
}
