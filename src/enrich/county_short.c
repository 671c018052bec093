/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/prominence.h"
#include "enrich/townships.h"

/* Whether the story's text names a county or township by more than 城区: in full, or in a heading,
   but not by a short name in a county's own paper. */
static bool names_counties(const struct survey *survey, const struct story_survey *found)
{
    static const double of_heading = 2;
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        const struct place_name *name = sighting->mention.name;
        if (name->common || sighting->weight <= 0 || (name->brief && survey->home))
            continue;
        if (!name->brief || sighting->weight >= of_heading)
            return true;
    }
    return false;
}

/* The only county that the story names, by a short name, those of other provinces than the page's
   aside; NULL: none, or several. */
static const struct county *county_beside(const struct survey *survey,
                                          const struct story_survey *found)
{
    const struct county *beside = NULL;
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct place_name *name = found->sightings.at[i].mention.name;
        const struct county *county = name->counties.at[0];
        if (name->brief && name->counties.len == 1 && survey_is_far(survey, county))
            continue;
        if (!name->brief || name->counties.len > 1 || (beside && beside != county))
            return NULL;
        beside = county;
    }
    return beside;
}

/* The one county near the page that has a township of NAME: the one whose paper it is, or where the
   story was written, or that it names by a short name, or one in the page's prefecture, or in the
   land where nothing says where the page is from; NULL: none, or several. */
static const struct county *county_of_short(const struct survey *survey,
                                            const struct story_survey *found,
                                            const struct place_name *name)
{
    const struct place_name home = {.level = PLACE_PREFECTURE,
                                    .prefecture = survey->home_prefecture};
    const struct county *here = survey->home        ? survey->home
                                : found->written_in ? found->written_in
                                                    : found->beside;
    bool itself = here == found->beside && here && str_starts(here->name, name->text);
    if (here) /* 拜泉 is no township of 拜泉县 beside it */
        return place_holds_township(name, here) && !itself ? here : NULL;
    if (survey->home_prefecture)
        return county_in(name, &home);
    return name->counties.len == 1 ? name->counties.at[0] : NULL;
}

/* What a story says of townships without their level. */
struct short_sum {
    double weight, most; /* in all; of one */
    const struct county *county;
    bool several; /* counties */
};

static void add_short_townships(struct survey *survey, struct story_survey *found,
                                const struct block *block, size_t least, enum short_use use,
                                struct short_sum *sum)
{
    double prominence = block_prominence(found->story, block);
    if (prominence <= 0 || block->role == ROLE_BYLINE || block->role == ROLE_CREDIT)
        return;
    struct place_mentions mentions =
        place_short_townships(survey->scratch, survey->gazetteer, block->text, least, use);
    for (size_t i = 0; i < mentions.len; i++) {
        const struct county *county = county_of_short(survey, found, mentions.at[i].name);
        if (!county)
            continue;
        vec_push(survey->scratch, &found->sightings,
                 (struct sighting){.mention = mentions.at[i],
                                   .block = block,
                                   .county = county,
                                   .by = SETTLED_SHORT,
                                   .weight = prominence});
        sum->weight += prominence;
        sum->most = prominence > sum->most ? prominence : sum->most;
        sum->several |= sum->county && sum->county != county;
        sum->county = county;
    }
}

static int compare_sightings(const void *a, const void *b)
{
    const struct sighting *x = a, *y = b;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    if (x->mention.at != y->mention.at)
        return x->mention.at < y->mention.at ? -1 : 1;
    return (x->mention.name->level > y->mention.name->level) -
           (x->mention.name->level < y->mention.name->level);
}

/* Adds them to the sightings, those of LEAST characters, if they weigh ENOUGH in all, and one of
   them MOST. */
static bool survey_short_as(struct survey *survey, struct story_survey *found, size_t least,
                            enum short_use use, double enough, double most)
{
    struct short_sum sum = {0};
    size_t named = found->sightings.len;
    for (size_t i = 0; i < found->story->blocks.len; i++)
        add_short_townships(survey, found, &found->story->blocks.at[i], least, use, &sum);
    bool nowhere = !survey->home && !survey->home_prefecture;
    if (sum.weight >= enough && sum.most >= most && !(nowhere && sum.several)) {
        if (found->sightings.len > named)
            qsort(found->sightings.at, found->sightings.len, sizeof *found->sightings.at,
                  compare_sightings);
        return true;
    }
    found->sightings.len = named;
    return false;
}

static bool survey_short(struct survey *survey, struct story_survey *found, size_t least,
                         double enough, double most)
{
    return survey_short_as(survey, found, least, survey->home ? SHORT_AND_AFTER : SHORT_ALONE,
                           enough, most);
}

/* How many townships of a county a story names without their level. */
struct tally {
    const struct county *county;
    size_t townships;
};

struct tallies VEC_OF(struct tally);

/* Counts a township for each of its counties that may be meant: those of RIVALS, if it is not NULL.
 */
static void count_township(const struct survey *survey, const struct place_name *name,
                           const struct place_name *rivals, struct tallies *tallies)
{
    for (size_t i = 0; i < name->counties.len; i++) {
        const struct county *county = name->counties.at[i];
        bool rival = !rivals;
        for (size_t k = 0; rivals && k < rivals->counties.len; k++)
            rival |= rivals->counties.at[k] == county;
        if (!rival || survey_is_far(survey, county))
            continue;
        size_t k = 0;
        while (k < tallies->len && tallies->at[k].county != county)
            k++;
        if (k == tallies->len)
            vec_push(survey->scratch, tallies, (struct tally){.county = county});
        tallies->at[k].townships++;
    }
}

/* The county of which a story names at least so many townships without their level, and LEAD more
   than of any other; NULL: it names so many of none. */
static const struct county *county_of_many(struct survey *survey, const struct story_survey *found,
                                           const struct place_name *rivals, size_t enough,
                                           size_t lead)
{
    enum { FEW = 2 }; /* characters */
    struct map seen = {0};
    struct tallies tallies = {0};
    for (size_t i = 0; i < found->story->blocks.len; i++) {
        const struct block *block = &found->story->blocks.at[i];
        if (block->role == ROLE_BYLINE || block->role == ROLE_CREDIT)
            continue;
        struct place_mentions mentions = place_short_townships(survey->scratch, survey->gazetteer,
                                                               block->text, FEW, SHORT_ALONE);
        for (size_t k = 0; k < mentions.len; k++) {
            void **slot = map_at(survey->scratch, &seen, mentions.at[k].name->text);
            if (!*slot)
                count_township(survey, mentions.at[k].name, rivals, &tallies);
            *slot = survey;
        }
    }
    struct tally best = {0}, second = {0};
    for (size_t i = 0; i < tallies.len; i++) {
        if (tallies.at[i].townships > best.townships) {
            second = best;
            best = tallies.at[i];
        } else if (tallies.at[i].townships > second.townships) {
            second = tallies.at[i];
        }
    }
    return best.townships >= enough && best.townships >= second.townships + lead ? best.county
                                                                                 : NULL;
}

const struct county *survey_told_by_townships(struct survey *survey,
                                              const struct story_survey *story,
                                              const struct place_name *rivals)
{
    enum { SOME = 2, LEAD = 2 };
    return county_of_many(survey, story, rivals, SOME, LEAD);
}

/* The county of many townships of a story that names no county in full, or, where it names one that
   several counties bear, which of them its townships are of; NULL: they do not tell. */
static const struct county *county_among(struct survey *survey, const struct story_survey *found)
{
    enum { MANY = 3, LEAD = 2 };
    const struct place_name *rivals = NULL;
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct place_name *name = found->sightings.at[i].mention.name;
        if (found->sightings.at[i].county)
            return NULL;
        if (name->level != PLACE_COUNTY || name->brief || name->counties.len < 2)
            continue;
        if (rivals && rivals != name)
            return NULL;
        rivals = name;
    }
    return rivals ? survey_told_by_townships(survey, found, rivals)
                  : county_of_many(survey, found, NULL, MANY, LEAD);
}

/* Adds townships without their level in headings of a story that has their full names in its text,
   野三关 over 野三关镇, with the counties that these may be of. */
static void survey_headings(struct survey *survey, struct story_survey *found)
{
    enum { FEW = 2 };
    struct map full = {0}; /* stem → struct place_name */
    size_t named = found->sightings.len;
    for (size_t i = 0; i < named; i++) {
        const struct place_name *name = found->sightings.at[i].mention.name;
        struct str stem = township_stem(name->text);
        if (name->level == PLACE_TOWNSHIP && !name->brief && !map_get(&full, stem)) {
            struct place_name *brief = ARENA_NEW(survey->scratch, struct place_name);
            *brief = *name;
            brief->text = stem;
            *map_at(survey->scratch, &full, stem) = brief;
        }
    }
    for (size_t i = 0; i < found->story->blocks.len && full.len > 0; i++) {
        const struct block *block = &found->story->blocks.at[i];
        double prominence = block_prominence(found->story, block);
        if (prominence <= PROMINENCE_FIRST)
            continue;
        struct place_mentions mentions = place_short_townships(survey->scratch, survey->gazetteer,
                                                               block->text, FEW, SHORT_ALONE);
        for (size_t k = 0; k < mentions.len; k++) {
            struct place_mention mention = mentions.at[k];
            mention.name = map_get(&full, mention.name->text);
            if (mention.name)
                vec_push(survey->scratch, &found->sightings,
                         (struct sighting){.mention = mention,
                                           .block = block,
                                           .weight = prominence,
                                           .in_heading = true});
        }
    }
    if (found->sightings.len > named)
        qsort(found->sightings.at, found->sightings.len, sizeof *found->sightings.at,
              compare_sightings);
}

/* Whether the story names the county whose paper it is. */
static bool names_home(const struct survey *survey, const struct story_survey *found)
{
    for (size_t i = 0; i < found->sightings.len; i++)
        if (found->sightings.at[i].county == survey->home)
            return true;
    return false;
}

void survey_short_townships(struct survey *survey, struct story_survey *found)
{
    enum { FEW = 2, MORE = 3 }; /* characters */
    static const double enough_near = 1.5, enough_once = 1, enough = 5, of_heading = 4;
    static const double enough_few = 3.5, of_subtitle = 2;
    bool near = survey->home || survey->home_prefecture || found->written_in;
    found->beside = near ? NULL : county_among(survey, found);
    if (!near && !found->beside)
        found->beside = county_beside(survey, found);
    if (found->beside)
        survey_short(survey, found, FEW, PROMINENCE_FIRST, 0);
    bool names = names_counties(survey, found);
    if (names && !found->beside)
        survey_headings(survey, found);
    if (names && survey->home && !found->beside && !names_home(survey, found) &&
        !survey_short_as(survey, found, FEW, SHORT_ALONE, of_heading, of_heading) &&
        !survey_short_as(survey, found, FEW, SHORT_RARE_WORD, enough, of_heading))
        survey_short_as(survey, found, FEW, SHORT_OFFICE, enough_once, 0);
    if (found->beside || (survey->at_home && !near) || names)
        return;
    if (survey->home) {
        if (!survey_short(survey, found, FEW, enough_once, 0) && /* 永宁的豆腐 in 延庆's paper */
            !survey_short_as(survey, found, FEW, SHORT_RARE_WORD, enough, of_heading))
            survey_short_as(survey, found, FEW, SHORT_OFFICE, enough_once, 0);
    } else if (found->written_in) {
        if (!survey_short(survey, found, FEW, PROMINENCE_FIRST, 0))
            survey_short(survey, found, MORE, enough_once, 0);
    } else if (!survey->home_prefecture)
        survey_short(survey, found, MORE, enough, of_heading);
    else if (!survey_short(survey, found, MORE, enough_near, 0))
        survey_short(survey, found, FEW, enough_few, of_subtitle);
}
