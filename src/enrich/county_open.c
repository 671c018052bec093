/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include "enrich/standings.h"
#include "story/locate.h"

enum { TOLD_MOST = 50 }; /* of a page's open names */

/* Once for each name of a page. */
static void tell_open(struct survey *survey, const struct place_name *name,
                      const struct evidence *evidence)
{
    const struct county *one = name->counties.at[0], *two = name->counties.at[1];
    if (survey->told.len == TOLD_MOST)
        return;
    void **slot = map_at(survey->scratch, &survey->told, name->text);
    if (*slot)
        return;
    *slot = survey;
    bool township = name->level == PLACE_TOWNSHIP;
    struct str more = name->counties.len == 2
                          ? STR_NONE
                          : str_format(survey->scratch, ", or in %zu more", name->counties.len - 2);
    diag_add(&survey->page->diags, survey->home ? D_COUNTY_OPEN_AWAY : D_COUNTY_OPEN,
             page_place(survey->page, evidence->span.start),
             "'%.*s' may be in %.*s%.*s%.*s or in %.*s%.*s%.*s%.*s", STR_FMT(name->text),
             STR_FMT(one->prefecture->province->name), STR_FMT(one->prefecture->name),
             STR_FMT(township ? one->name : STR_NONE), STR_FMT(two->prefecture->province->name),
             STR_FMT(two->prefecture->name), STR_FMT(township ? two->name : STR_NONE),
             STR_FMT(more));
}

static bool has_open_name(const struct story *story, struct str name)
{
    for (size_t i = 0; i < story->open.len; i++)
        if (str_eq(story->open.at[i].evidence.text, name))
            return true;
    return false;
}

static void leave_open(struct survey *survey, struct story *story, const struct sighting *sighting)
{
    const struct place_mention *mention = &sighting->mention;
    const struct place_name *name = mention->name;
    if (story->open.len == TOLD_MOST || has_open_name(story, name->text))
        return;
    struct story_open_name open = {.evidence =
                                       block_evidence(survey->page, sighting->block, mention->at,
                                                      mention->at + name->text.len)};
    open.evidence.dateline = sighting->dateline;
    for (size_t i = 0; i < name->counties.len; i++)
        vec_push(survey->keep, &open.counties, name->counties.at[i]);
    vec_push(survey->keep, &story->open, open);
    tell_open(survey, name, &open.evidence);
}

/* Whether a county's name should be told of that means one of several counties. A township's goes
   without saying in a county's own paper where the story names a county. */
static bool is_open(const struct sighting *sighting, bool settled)
{
    const struct place_mention *mention = &sighting->mention;
    return !sighting->county && mention->clear && !mention->within && !mention->name->common &&
           !mention->name->brief && mention->name->counties.len > 1 &&
           (mention->name->level == PLACE_COUNTY || !settled);
}

static bool names_county(const struct story_survey *story)
{
    for (size_t i = 0; i < story->sightings.len; i++)
        if (story->sightings.at[i].county)
            return true;
    return false;
}

void survey_leave_open(struct survey *survey, struct story_survey *story)
{
    bool settled = survey->home && names_county(story);
    for (size_t i = 0; i < story->sightings.len; i++)
        if (is_open(&story->sightings.at[i], settled))
            leave_open(survey, story->story, &story->sightings.at[i]);
}

void survey_tell_homeless(struct survey *survey, const struct story *story)
{
    const uint32_t *levels =
        survey->at_home ? U"县" : U"县市区州旗"; /* a prefecture's paper has no 我县 */
    if (survey->home || survey->told_homeless || story->counties.len || story->regions.len)
        return;
    for (size_t i = 0; i < story->blocks.len; i++)
        for (const uint32_t *level = levels; *level; level++) {
            const struct block *block = &story->blocks.at[i];
            size_t at = own_at(block->text, *level);
            if (at == SIZE_MAX)
                continue;
            struct evidence own = block_evidence(survey->page, block, at, at + OWN_BYTES);
            diag_add(&survey->page->diags, D_HOME_UNKNOWN, page_place(survey->page, own.span.start),
                     "'%.*s' is of a place that the page does not name", STR_FMT(own.text));
            survey->told_homeless = true;
            return;
        }
}
