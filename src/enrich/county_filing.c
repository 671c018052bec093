/* SPDX-License-Identifier: MIT */
#include "enrich/standings.h"

/* Of the weight of the county most in evidence: no more has one that a story only mentions. */
static const double passing_share = 0.4;

/* Whether a county is only mentioned: seldom, or once and far from the page's home, beside FIRST.
 */
static bool is_passing(const struct survey *survey, const struct standing *first,
                       const struct standing *standing)
{
    bool stranger = is_of_home(survey, first->place) && !is_of_home(survey, standing->place);
    return standing->most <= 1 && (standing->weight <= first->weight * passing_share ||
                                   (stranger && standing->weight <= 1));
}

/* Whether 全区 is all of the autonomous region where COUNTY lies, and not COUNTY. */
static bool shares_level(const struct county *county)
{
    return str_ends(county->name, STR("区")) &&
           str_ends(county->prefecture->province->name, STR("自治区"));
}

static void collect(struct survey *survey, const struct story_survey *found,
                    struct standings *standings)
{
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        double weight = sighting_weight(found->story, sighting);
        if (sighting->county && weight > 0)
            standings_add(survey, standings, sighting->county, sighting->block,
                          sighting->mention.at, sighting->mention.name->text.len, weight);
    }
    if (survey->home && !shares_level(survey->home))
        standings_add_own(survey, standings, found->story, survey->home, survey->home->name);
}

double county_file(struct survey *survey, const struct story_survey *found)
{
    struct standings standings = {0};
    collect(survey, found, &standings);
    standings_sort(&standings);
    for (size_t i = 0; i < standings.len; i++) {
        const struct standing *standing = &standings.at[i];
        bool passing = is_passing(survey, &standings.at[0], standing);
        vec_push(survey->keep, passing ? &found->story->passing : &found->story->counties,
                 (struct story_county){standing->place, standing->evidence});
    }
    return standings.len ? standings.at[0].weight : 0;
}
