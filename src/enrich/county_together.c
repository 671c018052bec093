/* SPDX-License-Identifier: MIT */
/* Names that settle each other: in pairs, in lists, and in numbers. */
#include "enrich/county_survey.h"

#include "base/utf8.h"
#include "enrich/place_list.h"

/* The one county that has both a township and a short name, or another township, near each other in
   the story, which are two names: 辛集镇 says nothing of 辛集; NULL: none, or several. */
static const struct county *county_of_both(const struct place_name *name,
                                           const struct place_name *township)
{
    const struct county *both = NULL;
    if (township->level != PLACE_TOWNSHIP || str_starts(township->text, name->text) ||
        str_starts(name->text, township->text) || !(name->brief || name->level == PLACE_TOWNSHIP))
        return NULL;
    for (size_t i = 0; i < name->counties.len; i++)
        for (size_t k = 0; k < township->counties.len; k++) {
            if (name->counties.at[i] != township->counties.at[k])
                continue;
            if (both)
                return NULL;
            both = name->counties.at[i];
        }
    return both;
}

/* Whether the county whose paper it is has a township of that NAME too, and is not COUNTY, of which
   the story has but the short name: 太平镇 in a paper of 平果, where singers from 武鸣 came. */
static bool is_of_home_too(const struct survey *survey, const struct place_name *name,
                           const struct county *county)
{
    return survey->home && survey->home != county && name->level == PLACE_TOWNSHIP &&
           place_holds_township(name, survey->home);
}

/* Settles short names and townships that stand near each other and agree: 月塘镇, and 仪征; 公平镇,
   and 康乐镇. */
static void settle_pairs(struct survey *survey, struct story_survey *story)
{
    enum { NEAR = 16 }; /* names between them */
    for (size_t i = 0; i < story->sightings.len; i++)
        for (size_t k = i < NEAR ? 0 : i - NEAR; k < story->sightings.len && k < i + NEAR; k++) {
            struct sighting *brief = &story->sightings.at[i], *township = &story->sightings.at[k];
            const struct county *county =
                brief->county || township->county
                    ? NULL
                    : county_of_both(brief->mention.name, township->mention.name);
            if (!county || survey_is_far(survey, county) ||
                is_of_home_too(survey, township->mention.name, county))
                continue;
            brief->county = township->county = county;
            brief->by = township->by = SETTLED_PAIR;
            place_notes_add_county(&survey->story_notes, county, NOTE_COUNTY);
        }
}

/* 丰县、砀山: settles short names of one county that stand in a list right beside one in full. */
static void settle_listed(struct survey *survey, struct story_survey *story)
{
    for (size_t i = 1; i < story->sightings.len; i++) {
        struct sighting *before = &story->sightings.at[i - 1], *after = before + 1;
        bool brief = after->mention.name->brief;
        struct sighting *listed = brief ? after : before;
        const struct place_name *name = listed->mention.name,
                                *other = (brief ? before : after)->mention.name;
        if (!name->brief || other->brief || other->level != PLACE_COUNTY || listed->county ||
            name->counties.len > 1 || !sightings_joined(before, after))
            continue;
        listed->county = name->counties.at[0];
        listed->by = SETTLED_LISTED;
        place_notes_add_county(&survey->story_notes, listed->county, NOTE_COUNTY);
    }
}

/* Whether TEXT begins with how many places were listed: 三县（市）, 两地. */
static bool counts_places(struct str text, size_t listed)
{
    static const char numbers[] = "两三四五六七八九";
    static const char levels[] = "县地市区旗州";
    struct utf8 number = utf8_first(text), level = utf8_next(text, number);
    size_t at = str_find(str_of(numbers), str_slice(text, 0, number.len), 0);
    return number.len == 3 && at != SIZE_MAX && at / 3 + 2 == listed &&
           holds_char(str_of(levels), text, level);
}

/* The one county of NAME, or the one near the page's home; NULL: none, or several. */
static const struct county *county_nearest(const struct survey *survey,
                                           const struct place_name *name)
{
    const struct place_name prefecture = {.level = PLACE_PREFECTURE,
                                          .prefecture = survey->home_prefecture};
    const struct place_name province = {.level = PLACE_PROVINCE, .province = survey->home_province};
    const struct county *county = name->counties.len == 1 ? name->counties.at[0] : NULL;
    if (!county && survey->home_prefecture)
        county = county_in(name, &prefecture);
    return county || !survey->home_province ? county : county_in(name, &province);
}

/* 婺源、德兴、乐平三县（市）, 汉源、甘洛和我县: settles short names in a list that says how many
   places it names, or that names the paper's own too. */
static void settle_counted(struct survey *survey, struct story_survey *story)
{
    for (size_t i = 0, end; i < story->sightings.len; i = end) {
        for (end = i + 1;
             end < story->sightings.len &&
             sightings_joined(&story->sightings.at[end - 1], &story->sightings.at[end]);
             end++)
            ;
        const struct sighting *last = &story->sightings.at[end - 1];
        struct str text = last->block->text, rest = str_slice(text, sighting_end(last), text.len);
        if (end - i < 2 || (!counts_places(rest, end - i) && !place_joins_own(rest)))
            continue;
        for (size_t k = i; k < end; k++) {
            struct sighting *listed = &story->sightings.at[k];
            const struct place_name *name = listed->mention.name;
            const struct county *county = county_nearest(survey, name);
            if (listed->county || !name->brief || name->level != PLACE_COUNTY || !county ||
                (name->wordy && survey_is_far(survey, county)))
                continue;
            listed->county = county;
            listed->by = SETTLED_LISTED;
            place_notes_add_county(&survey->story_notes, listed->county, NOTE_COUNTY);
        }
    }
}

/* The county of a short name that one alone bears, near the page's home; NULL: it is none. */
static const struct county *brief_county(const struct survey *survey,
                                         const struct sighting *sighting)
{
    const struct place_name *name = sighting->mention.name;
    const struct county *county = name->counties.at[0];
    return name->brief && !name->thing && name->level == PLACE_COUNTY && name->counties.len == 1 &&
                   !survey_is_far(survey, county)
               ? county
               : NULL;
}

/* How many counties of PREFECTURE a story names by their short names. */
static size_t briefs_in(struct survey *survey, const struct story_survey *story,
                        const struct prefecture *prefecture)
{
    struct map counties = {0};
    for (size_t i = 0; i < story->sightings.len; i++) {
        const struct county *county = brief_county(survey, &story->sightings.at[i]);
        if (county && county->prefecture == prefecture)
            *map_at(survey->scratch, &counties, county->code) = survey;
    }
    return counties.len;
}

/* 榕江, and then 台江, 黎平 and 从江: settles short names of counties of one prefecture, which are
   not so many by chance. */
static void settle_neighbours(struct survey *survey, struct story_survey *story)
{
    enum {
        SEVERAL = 3,
        LOOKED_AT = 24 /* names, lest a list of all counties be counted for each */
    };
    size_t len = story->sightings.len < LOOKED_AT ? story->sightings.len : LOOKED_AT;
    for (size_t i = 0; i < len && story->sightings.len >= SEVERAL; i++) {
        struct sighting *sighting = &story->sightings.at[i];
        const struct county *county = brief_county(survey, sighting);
        if (sighting->county || !county || briefs_in(survey, story, county->prefecture) < SEVERAL)
            continue;
        sighting->county = county;
        sighting->by = SETTLED_NEIGHBOURS;
        place_notes_add_county(&survey->story_notes, county, NOTE_COUNTY);
    }
}

void survey_settle_together(struct survey *survey, struct story_survey *story)
{
    settle_pairs(survey, story);
    settle_listed(survey, story);
    settle_counted(survey, story);
    settle_neighbours(survey, story);
}
