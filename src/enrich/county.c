/* SPDX-License-Identifier: MIT */
#include "enrich/county.h"

#include "enrich/standings.h"

static void file_story(struct survey *survey, struct story_survey *found)
{
    struct regions regions = {0};
    survey_short_townships(survey, found);
    survey_settle(survey, found);
    regions_collect(survey, found, &regions);
    regions_file(survey, found->story, &regions, county_file(survey, found, &regions));
}

static bool is_nowhere(const struct story *story)
{
    return !story->counties.len && !story->regions.len;
}

#define FORGET(list, of)                            \
    do {                                            \
        size_t left = 0;                            \
        for (size_t i = 0; i < (list)->len; i++)    \
            if ((list)->at[i].story != (of))        \
                (list)->at[left++] = (list)->at[i]; \
        (list)->len = left;                         \
    } while (0)

/* Takes back that a story was filed. */
static void unfile_story(struct survey *survey, struct story_survey *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->sightings.len; i++)
        if (found->sightings.at[i].by != SETTLED_SHORT && !found->sightings.at[i].in_heading)
            found->sightings.at[kept++] = found->sightings.at[i];
    found->sightings.len = kept;
    found->story->passing.len = 0;
    if (!survey->grounds)
        return;
    FORGET(&survey->grounds->names, found->story);
    FORGET(&survey->grounds->places, found->story);
    FORGET(&survey->grounds->passing, found->story);
}

/* Whether one of STORIES says 我县 that is filed under COUNTY or nowhere, as in COUNTY's paper. */
static bool speak_of_own(const struct stories *stories, const struct county *county)
{
    for (size_t i = 0; i < stories->len; i++) {
        const struct story *story = &stories->at[i];
        bool own = is_nowhere(story);
        for (size_t k = 0; k < story->counties.len; k++)
            own |= story->counties.at[k].county == county;
        if (own && speaks_of_own_county(story))
            return true;
    }
    return false;
}

/* Takes for a page's home the one county that three or more of its stories are filed under, and two
   for each three that are filed nowhere, or else their prefecture, if none is filed elsewhere and
   nothing else says whose paper it is. Where stories say 我县 another may have a story in four.
   Returns whether it has one now. */
static bool live_by_stories(struct survey *survey, const struct stories *stories)
{
    enum { MANY = 3, OTHERS = 4 };
    const struct county *county = NULL;
    struct map of = {0}; /* code → size_t, how many stories */
    size_t at_home = 0, nowhere = 0, filed = 0, most = 0;
    for (size_t i = 0; i < stories->len && !survey->at_home; i++) {
        const struct story *story = &stories->at[i];
        nowhere += story->kind != KIND_RESIDUE && is_nowhere(story);
        at_home += story->counties.len > 0;
        if (story->regions.len > 0)
            return false;
        for (size_t k = 0; k < story->counties.len; k++) {
            const struct county *other = story->counties.at[k].county;
            void **slot = map_at(survey->scratch, &of, other->code);
            size_t *len = *slot ? *slot : ARENA_NEW(survey->scratch, size_t);
            *slot = len;
            if (county && other->prefecture != county->prefecture)
                return false;
            county = ++*len > most ? other : county;
            most = *len > most ? *len : most;
            filed++;
        }
    }
    if (survey->at_home || at_home < MANY || nowhere > at_home + at_home / 2)
        return false;
    bool own = most == filed ||
               (most >= MANY && (filed - most) * OTHERS <= most && speak_of_own(stories, county));
    survey_live(survey, own ? county : NULL, county->prefecture);
    return true;
}

void stories_find_counties(struct arena *keep, struct arena *scratch, struct page *page,
                           struct stories *stories, const struct gazetteer *gazetteer,
                           struct grounds *grounds)
{
    struct survey survey = {
        .keep = keep,
        .scratch = scratch,
        .page = page,
        .gazetteer = gazetteer,
        .grounds = grounds,
        .page_notes = place_notes_new(scratch, gazetteer),
        .story_notes = place_notes_new(scratch, gazetteer),
    };
    struct story_survey *found = ARENA_ARRAY(scratch, struct story_survey, stories->len);
    survey_home(&survey, stories);
    for (size_t i = 0; i < stories->len; i++)
        survey_story(&survey, &found[i], &stories->at[i]);
    for (size_t i = 0; i < stories->len; i++)
        survey_settle_plain(&survey, &found[i]);
    survey_title(&survey, found, stories->len);
    for (size_t i = 0; i < stories->len; i++)
        if (stories->at[i].kind != KIND_RESIDUE)
            file_story(&survey, &found[i]);
    if (live_by_stories(&survey, stories))
        for (size_t i = 0; i < stories->len; i++)
            if (stories->at[i].kind != KIND_RESIDUE && is_nowhere(&stories->at[i])) {
                unfile_story(&survey, &found[i]);
                file_story(&survey, &found[i]);
            }
    for (size_t i = 0; i < stories->len; i++)
        if (stories->at[i].kind != KIND_RESIDUE) {
            survey_leave_open(&survey, &found[i]);
            survey_tell_homeless(&survey, &stories->at[i]);
        }
}
