/* SPDX-License-Identifier: MIT */
#include "enrich/standings.h"

#include "base/utf8.h"
#include "page/name_words.h"

/* What of one place of a story is enough to be about a region: the first paragraph for a
   prefecture; but of a province, which is the scene of more than is about it, only a heading. The
   page's own may be spoken of twice anywhere. */
static const double enough_prefecture = 1.5, enough_province = 2, enough_own = 2;

/* 全市 alone is enough, once. */
static const double stress_own = 2;

/* The prefectures and provinces of one story. */
struct regions {
    struct survey *survey;
    const struct story_survey *found;
    double most; /* weight of a county */
    struct standings prefectures, provinces;
};

/* Whether a county or township stands right after, and the name is but a part of its address. */
static bool is_address(const struct story_survey *found, const struct sighting *sighting)
{
    size_t end = sighting->mention.at + sighting->mention.name->text.len;
    for (size_t i = 0; i < found->sightings.len; i++)
        if (found->sightings.at[i].block == sighting->block &&
            found->sightings.at[i].mention.at == end)
            return true;
    return false;
}

/* Whether it is the sender's, and says nothing of what is told: an agency's bureau is in the
   province's capital, wherever the story is. */
static bool is_sender(const struct sighting *sighting)
{
    const struct block *block = sighting->block;
    return block->role == ROLE_BYLINE || block->role == ROLE_CREDIT ||
           (is_in_dateline(block, sighting->mention.at) &&
            (sighting->mention.name->level == PLACE_PROVINCE ||
             !str_starts(utf8_trim(block->text), STR("本"))));
}

/* Whether the page is from PREFECTURE, or names a county of it. */
static bool is_near(const struct survey *survey, const struct prefecture *prefecture)
{
    return prefecture == survey->home_prefecture ||
           place_notes_prefecture(&survey->page_notes, prefecture, NOTE_COUNTY) ||
           place_notes_prefecture(&survey->page_notes, prefecture, NOTE_PAPER);
}

/* Whether the name stands there as a name. */
static bool is_meant(const struct survey *survey, const struct sighting *sighting)
{
    const struct place_mention *mention = &sighting->mention;
    const struct place_name *name = mention->name;
    struct str text = sighting->block->text;
    size_t end = mention->at + name->text.len;
    if (is_in_dateline(sighting->block, mention->at))
        return true;
    if (name->wordy && !mention->within && !(name->prefecture && is_near(survey, name->prefecture)))
        return false;
    return mention->clear && !place_is_firm(text, end) && !splits_word(text, end);
}

static void collect(struct regions *regions)
{
    const struct story_survey *found = regions->found;
    for (size_t i = 0; i < found->regions.len; i++) {
        const struct sighting *sighting = &found->regions.at[i];
        const struct place_name *name = sighting->mention.name;
        bool province = name->level == PLACE_PROVINCE;
        double weight = sighting_weight(found->story, sighting);
        if (weight > 0 && !is_sender(sighting) && !is_address(found, sighting) &&
            is_meant(regions->survey, sighting))
            standings_add(regions->survey, province ? &regions->provinces : &regions->prefectures,
                          province ? (const void *)name->province : name->prefecture,
                          sighting->block, sighting->mention.at, name->text.len, weight);
    }
}

/* Whether 全市 is all of NAME, and not of a county of that level whose paper it is. */
static bool is_own_level(const struct survey *survey, struct str name)
{
    return !survey->home || utf8_last(survey->home->name).code != utf8_last(name).code;
}

/* Adds where a story speaks of the page's own prefecture or province: 我市, 全省. */
static void collect_own(struct regions *regions)
{
    struct survey *survey = regions->survey;
    const struct prefecture *prefecture = survey->home_prefecture;
    const struct province *province = survey->home_province;
    if (prefecture && is_own_level(survey, prefecture->name))
        standings_add_own(survey, &regions->prefectures, prefecture, prefecture->name, stress_own);
    if (province && !prefecture && is_own_level(survey, province->name))
        standings_add_own(survey, &regions->provinces, province, province->name, stress_own);
}

/* Whether the story is filed under a county of the prefecture, or of PROVINCE where that is NULL.
 */
static bool has_county(const struct story *story, const struct prefecture *prefecture,
                       const struct province *province)
{
    for (size_t i = 0; i < story->counties.len; i++) {
        const struct prefecture *of = story->counties.at[i].county->prefecture;
        if (prefecture ? of == prefecture : of->province == province)
            return true;
    }
    return false;
}

static bool is_enough(const struct regions *regions, const struct standing *standing, bool own,
                      double enough)
{
    return standing->weight > regions->most &&
           (standing->most >= enough || (own && standing->weight >= enough_own));
}

/* What is about the whole of a province is about no prefecture of it: the two are told apart by how
   much in evidence they are. */
static bool outweighs(const struct regions *regions, const struct standing *province)
{
    for (size_t i = 0; i < regions->prefectures.len; i++) {
        const struct prefecture *prefecture = regions->prefectures.at[i].place;
        if (prefecture->province == province->place &&
            regions->prefectures.at[i].weight >= province->weight)
            return false;
    }
    return true;
}

static void file_provinces(struct regions *regions)
{
    struct story *story = regions->found->story;
    const struct survey *survey = regions->survey;
    for (size_t i = 0; i < regions->provinces.len; i++) {
        const struct standing *standing = &regions->provinces.at[i];
        bool own = !survey->home_prefecture && standing->place == survey->home_province;
        if (is_enough(regions, standing, own, enough_province) &&
            !has_county(story, NULL, standing->place) && outweighs(regions, standing))
            vec_push(survey->keep, &story->regions,
                     (struct story_region){NULL, standing->place, standing->evidence});
    }
}

static bool has_province(const struct story *story, const struct province *province)
{
    for (size_t i = 0; i < story->regions.len; i++)
        if (!story->regions.at[i].prefecture && story->regions.at[i].province == province)
            return true;
    return false;
}

static void file_prefectures(struct regions *regions)
{
    struct story *story = regions->found->story;
    for (size_t i = 0; i < regions->prefectures.len; i++) {
        const struct standing *standing = &regions->prefectures.at[i];
        const struct prefecture *prefecture = standing->place;
        bool own = prefecture == regions->survey->home_prefecture;
        if (is_enough(regions, standing, own, enough_prefecture) &&
            !has_county(story, prefecture, NULL) && !has_province(story, prefecture->province))
            vec_push(regions->survey->keep, &story->regions,
                     (struct story_region){prefecture, prefecture->province, standing->evidence});
    }
}

void region_file(struct survey *survey, const struct story_survey *found, double most)
{
    struct regions regions = {
        .survey = survey,
        .found = found,
        .most = most,
        .prefectures.story = found->story,
        .provinces.story = found->story,
    };
    collect(&regions);
    collect_own(&regions);
    standings_sort(&regions.prefectures);
    standings_sort(&regions.provinces);
    file_provinces(&regions);
    file_prefectures(&regions);
}
