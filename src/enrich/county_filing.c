/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/prominence.h"
#include "page/name_words.h"
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

/* The filing of one story. */
struct filing {
    struct survey *survey;
    const struct story_survey *found;
    struct standings standings;
    struct locator locator;
};

/* Adds what LEN bytes of BLOCK from AT on say to the standing of COUNTY. */
static void add_evidence(struct filing *filing, const struct county *county,
                         const struct block *block, size_t at, size_t len, double weight)
{
    struct survey *survey = filing->survey;
    struct standing *standing = standing_of(survey->scratch, &filing->standings, county);
    if (filing->locator.block != block)
        filing->locator = locator_of(survey->page, block);
    standing->weight += weight;
    standing->stressed |= weight > 1;
    vec_push(survey->keep, &standing->found.evidence,
             (struct evidence){str_slice(block->text, at, at + len),
                               locator_find(&filing->locator, at, at + len)});
}

#define OWN_BYTES strlen("我县")

/* Where TEXT speaks of the county that it is from: 我县, 全县; of a 市 我市; not in 自我区分 and
   全市场. SIZE_MAX: nowhere. */
static size_t own_county_at(struct str text, const struct county *home)
{
    static const struct str owns[] = {WORD("我"), WORD("全"), WORD("本")};
    uint32_t level = utf8_last(home->name).code;
    bool region = str_ends(home->prefecture->province->name, STR("自治区"));
    if (region && level == utf8_first(STR("区")).code)
        return SIZE_MAX; /* 全区 is all of the region there */
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (wordlist_find(owns, COUNT(owns), str_slice(text, c.at, c.at + c.len)) &&
            utf8_next(text, c).code == level && !splits_word(text, c.at) &&
            !splits_word(text, c.at + OWN_BYTES))
            return c.at;
    return SIZE_MAX;
}

/* Adds where a story of a county's own paper speaks of 我县, once for each block. */
static void collect_own(struct filing *filing)
{
    const struct story *story = filing->found->story;
    const struct county *home = filing->survey->home;
    for (size_t i = 0; home && i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        double weight = block_prominence(story, block);
        size_t at = weight > 0 ? own_county_at(block->text, home) : SIZE_MAX;
        if (at != SIZE_MAX)
            add_evidence(filing, home, block, at, OWN_BYTES, weight);
    }
}

static void collect_names(struct filing *filing)
{
    const struct sightings *sightings = &filing->found->sightings;
    for (size_t i = 0; i < sightings->len; i++) {
        const struct sighting *sighting = &sightings->at[i];
        double weight = weight_of(filing->found->story, sighting);
        if (sighting->county && weight > 0)
            add_evidence(filing, sighting->county, sighting->block, sighting->mention.at,
                         sighting->mention.name->text.len, weight);
    }
}

void county_file(struct survey *survey, const struct story_survey *found)
{
    struct filing filing = {.survey = survey, .found = found};
    struct standings *standings = &filing.standings;
    collect_names(&filing);
    collect_own(&filing);
    if (standings->len > 0)
        qsort(standings->at, standings->len, sizeof *standings->at, by_weight);
    for (size_t i = 0; i < standings->len; i++) {
        bool passing = is_passing(survey, &standings->at[0], &standings->at[i]);
        vec_push(survey->keep, passing ? &found->story->passing : &found->story->counties,
                 standings->at[i].found);
    }
}
