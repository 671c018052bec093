/* SPDX-License-Identifier: MIT */
#include "enrich/passing_cue.h"
#include "enrich/standings.h"

/* Of the weight of the county most in evidence no more has one that a story only mentions: less of
   one that is near it, since two neighbours may both be the scene; more of one far away. */
static const double passing_in_prefecture = 0.4, passing_in_province = 0.6, passing_far = 0.9;

/* So much at most has one far away that is only mentioned; less than the second has what only says
   where somebody is from. */
static const double passing_most = 2.5, cued_most = 0.5;

/* 我县 in a county's own paper leaves no doubt. */
static const double stress_own = 2;

/* The greatest weight of one place in the text, where the first paragraph weighs more. */
static const double of_paragraph = 1, of_first_paragraph = 1.5;

static double passing_share(const struct county *first, const struct county *other, bool stranger)
{
    if (first->prefecture == other->prefecture)
        return passing_in_prefecture;
    return stranger || first->prefecture->province != other->prefecture->province
               ? passing_far
               : passing_in_province;
}

/* Why a county is only mentioned beside FIRST: it is in no heading, and has little weight. */
static enum passing passing_of(const struct survey *survey, const struct standing *first,
                               const struct standing *standing)
{
    const struct county *main = first->place, *other = standing->place;
    bool stranger = is_of_home(survey, main) && !is_of_home(survey, other);
    bool near = main->prefecture == other->prefecture;
    if (standing->most < cued_most)
        return PASSING_CUED;
    if (standing->most > (near ? of_paragraph : of_first_paragraph) ||
        (!near && standing->weight > passing_most))
        return PASSING_NOT;
    if (standing->weight <= first->weight * passing_share(main, other, stranger))
        return PASSING_SELDOM;
    return stranger && standing->weight <= of_paragraph ? PASSING_STRANGER : PASSING_NOT;
}

/* Whether the story is about all of a county's prefecture or province, and the county an example.
 */
static bool is_example(const struct regions *regions, const struct standing *standing)
{
    return standing->most <= of_paragraph &&
           standing->weight <= passing_in_prefecture * regions_heading(regions, standing->place);
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
    struct cue_walk walk = {0};
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        const struct place_mention *mention = &sighting->mention;
        size_t end = mention->at + mention->name->text.len;
        double weight =
            sighting->weight * passing_cue(&walk, sighting->block->text, mention->at, end);
        if (sighting->county && weight > 0)
            standings_add(survey, standings, sighting->county, sighting, weight);
    }
    if (survey->home && !shares_level(survey->home))
        standings_add_own(survey, standings, survey->home, survey->home->name, stress_own);
}

double county_file(struct survey *survey, const struct story_survey *found,
                   const struct regions *regions)
{
    double most = 0;
    struct standings standings = {.story = found->story};
    collect(survey, found, &standings);
    standings_sort(&standings);
    for (size_t i = 0; i < standings.len; i++) {
        const struct standing *standing = &standings.at[i];
        enum passing passing = is_example(regions, standing)
                                   ? PASSING_EXAMPLE
                                   : passing_of(survey, &standings.at[0], standing);
        if (!passing && standing->weight > most)
            most = standing->weight;
        if (survey->grounds)
            vec_push(&survey->grounds->keep, &survey->grounds->passing,
                     (struct ground_passing){found->story, standing->place, passing,
                                             standing->weight, standings.at[0].weight});
        vec_push(survey->keep, passing ? &found->story->passing : &found->story->counties,
                 (struct story_county){standing->place, !standing->stated, standing->evidence});
    }
    return most;
}
