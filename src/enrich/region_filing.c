/* SPDX-License-Identifier: MIT */
#include "enrich/passing_cue.h"
#include "enrich/place_brief.h"
#include "enrich/prominence.h"
#include "enrich/standings.h"
#include "enrich/townships.h"

#include "base/utf8.h"
#include "page/name_words.h"
#include "page/wordlist.h"

/* What of one place of a story is enough to be about a region: the first paragraph for a
   prefecture; but of a province, which is the scene of more than is about it, only a heading. The
   page's own may be spoken of twice anywhere. */
static const double enough_prefecture = PROMINENCE_FIRST, enough_province = 2, enough_own = 2;

/* What makes a story one about all of a region, so that its counties are but examples: a heading,
   or 全市 in the first paragraph. */
static const double enough_heading = 3, enough_all = 4;

/* Where a report was sent from is no more than where it is set: 本报阿里12月3日电. */
static const double of_dateline = PROMINENCE_FIRST;

/* What of the weight of the prefecture or province that a story says most of another has to have:
   less is said in passing. */
static const double least_share = 0.4;

/* What is left of the weight of a place whose people come to help. */
static const double of_helper = 0.25;

/* 全市 alone is enough, once. */
static const double stress_own = 2;

/* Whether a county or township stands right after, and the name is but a part of its address. *NEXT
   of the story's sightings may be it: both come in the order of the text. */
static bool is_address(const struct story_survey *found, const struct sighting *sighting,
                       size_t *next)
{
    size_t end = sighting->mention.at + sighting->mention.name->text.len;
    for (; *next < found->sightings.len; ++*next) {
        const struct sighting *after = &found->sightings.at[*next];
        if (after->block > sighting->block ||
            (after->block == sighting->block && after->mention.at >= end))
            return after->block == sighting->block && after->mention.at == end;
    }
    return false;
}

/* Whether it is the sender's, and says nothing of what is told: an agency's bureau is in the
   province's capital, wherever the story is. A prefecture's body tells of its own where it is the
   observatory, or signs alone in that prefecture's paper or on a page from nowhere. */
static bool is_sender(const struct survey *survey, const struct sighting *sighting)
{
    const struct block *block = sighting->block;
    const struct place_name *name = sighting->mention.name;
    bool here = !survey->at_home || name->prefecture == survey->home_prefecture;
    if (block->role == ROLE_BYLINE || block->role == ROLE_CREDIT)
        return name->level != PLACE_PREFECTURE ||
               !(sighting_is_observatory(sighting) || (here && sighting_signs_alone(sighting)));
    return sighting->dateline &&
           (name->level == PLACE_PROVINCE || !str_starts(utf8_trim(block->text), STR("本")));
}

/* Whether the page is from PREFECTURE, or names a county of it. */
static bool page_knows(const struct survey *survey, const struct prefecture *prefecture)
{
    return prefecture == survey->home_prefecture ||
           place_notes_prefecture(&survey->page_notes, prefecture, NOTE_COUNTY) ||
           place_notes_prefecture(&survey->page_notes, prefecture, NOTE_PAPER);
}

/* 北京朝阳: a prefecture's name right after another place, which does not hold it: it is something
   else's of that place. */
static bool is_of_another(const struct place_mention *mention)
{
    const struct prefecture *prefecture = mention->name->prefecture;
    const struct place_name *wide = mention->within;
    return prefecture && wide && wide->province && wide->province != prefecture->province;
}

/* By their places in the gazetteer: the counties that the story names, and the page's own. */
static const bool *counties_told(const struct survey *survey, const struct story_survey *found)
{
    const struct gazetteer *gazetteer = survey->gazetteer;
    bool *told = ARENA_ARRAY(survey->scratch, bool, gazetteer->counties_len);
    for (size_t i = 0; i < found->sightings.len; i++)
        if (found->sightings.at[i].county)
            told[found->sightings.at[i].county - gazetteer->counties] = true;
    if (survey->home)
        told[survey->home - gazetteer->counties] = true;
    return told;
}

/* 洛阳, in a paper of 武进区, which has a 洛阳镇, or 马鞍山 in what is told of 伊通县, which has a
   马鞍山镇: whether a county that is TOLD has a township that is called as a prefecture elsewhere.
 */
static bool is_own_township(const struct survey *survey, const bool *told,
                            const struct place_name *name)
{
    struct township township;
    if (!name->prefecture || name->prefecture == survey->home_prefecture ||
        !township_short_at(survey->scratch, name->text, word_head_at(name->text, 0), &township) ||
        township.name.len != name->text.len)
        return false;
    for (size_t i = 0; i < township.len; i++) {
        const struct county *county = &survey->gazetteer->counties[township.counties[i]];
        if (county->prefecture != name->prefecture && told[township.counties[i]])
            return true;
    }
    return false;
}

/* 朝阳, in a paper of 朝阳区 in 北京: whether a prefecture elsewhere is called as the page's own
   county is for short. */
static bool is_called_as_home(const struct survey *survey, const struct place_name *name)
{
    struct str home = survey->home ? survey->home->name : STR_NONE;
    return name->prefecture && home.len && name->prefecture != survey->home->prefecture &&
           str_eq(str_slice(home, 0, utf8_last(home).at), name->text);
}

/* 成都经济技术开发区, in a paper of 龙泉驿区: a zone that is the county's, though called after all
   of its prefecture. */
static bool is_own_zone(const struct survey *survey, const struct place_name *name, struct str rest)
{
    static const struct str zones[] = {WORD("经济技术开发区"), WORD("经济开发区"),
                                       WORD("高新技术产业开发区"), WORD("高新区"), WORD("经开区")};
    return survey->home && name->prefecture == survey->home->prefecture &&
           wordlist_start(zones, COUNT(zones), rest);
}

/* Whether the name stands there as a name. */
static bool is_meant(const struct survey *survey, const bool *told, const struct sighting *sighting)
{
    const struct place_mention *mention = &sighting->mention;
    const struct place_name *name = mention->name;
    struct str text = sighting->block->text;
    size_t end = mention->at + name->text.len;
    if (sighting->dateline)
        return true;
    if (is_of_another(mention) || is_called_as_home(survey, name) ||
        is_own_township(survey, told, name) ||
        is_own_zone(survey, name, str_slice(text, end, text.len)))
        return false;
    if (name->wordy && !mention->within &&
        !(name->prefecture && page_knows(survey, name->prefecture)))
        return false;
    return mention->clear && !place_is_phrase(text, name, mention->at) &&
           !place_is_firm(text, end) && !place_is_landmark(text, end) && !splits_word(text, end);
}

static void collect_names(struct survey *survey, const struct story_survey *found,
                          struct regions *regions)
{
    struct cue_walk walk = {0};
    size_t next = 0;
    const bool *told = found->regions.len > 0 ? counties_told(survey, found) : NULL;
    for (size_t i = 0; i < found->regions.len; i++) {
        const struct sighting *sighting = &found->regions.at[i];
        const struct place_name *name = sighting->mention.name;
        size_t at = sighting->mention.at;
        double weight =
            sighting->weight * passing_cue(&walk, sighting->block->text, at, at + name->text.len);
        bool province = name->level == PLACE_PROVINCE;
        if (sighting->dateline && weight > of_dateline)
            weight = of_dateline;
        if (name->prefecture && survey->at_home && name->prefecture != survey->home_prefecture &&
            tells_helpers(sighting->block->text, at + name->text.len))
            weight *= of_helper;
        bool product =
            weight <= PROMINENCE_FIRST && names_product(sighting->block->text, at + name->text.len);
        if (!product && !is_address(found, sighting, &next) && sighting->weight > 0 &&
            !is_sender(survey, sighting) && is_meant(survey, told, sighting))
            standings_add(survey, province ? &regions->provinces : &regions->prefectures,
                          province ? (const void *)name->province : name->prefecture, sighting,
                          weight);
    }
}

/* Whether 全市 is all of NAME, and not of a county of that level whose paper it is. */
static bool is_own_level(const struct survey *survey, const struct story *story, struct str name)
{
    return !survey->home ||
           utf8_last(county_name_on(survey->home, story->date.value)).code != utf8_last(name).code;
}

/* The only prefecture that a story names, and no county of another, on a page from nowhere; or
   NULL. */
static const struct prefecture *only_prefecture(const struct survey *survey,
                                                const struct story_survey *found,
                                                const struct regions *regions)
{
    if (survey->at_home || regions->prefectures.len != 1)
        return NULL;
    const struct prefecture *only = regions->prefectures.at[0].place;
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct county *county = found->sightings.at[i].county;
        if (county && county->prefecture != only)
            return NULL;
    }
    return only;
}

/* Whether a name of the story is known to mean a county. */
static bool names_county(const struct story_survey *found)
{
    for (size_t i = 0; i < found->sightings.len; i++)
        if (found->sightings.at[i].county)
            return true;
    return false;
}

/* Whether a story names a province that PREFECTURE is not in. */
static bool names_other_province(const struct regions *regions, const struct prefecture *prefecture)
{
    for (size_t i = 0; i < regions->provinces.len; i++)
        if (regions->provinces.at[i].place != prefecture->province)
            return true;
    return false;
}

/* Adds where a story speaks of the page's own prefecture or province: 我市, 全省. */
static void collect_own(struct survey *survey, const struct story_survey *found,
                        struct regions *regions)
{
    const struct prefecture *prefecture =
        survey->home_prefecture ? survey->home_prefecture : only_prefecture(survey, found, regions);
    const struct province *province = survey->home_province;
    if (prefecture && is_own_level(survey, found->story, prefecture->name))
        standings_add_prefecture(survey, &regions->prefectures, prefecture, stress_own);
    bool city = !survey->home && prefecture && str_ends(prefecture->name, STR("市")) &&
                !names_county(found) && !names_other_province(regions, prefecture) &&
                speaks_of_city(found->story);
    if ((survey->home_is_whole || city) && regions->prefectures.len == 0)
        standings_add_report(survey, &regions->prefectures, prefecture,
                             found->story->kind == KIND_PHOTO, enough_own);
    if (province && !prefecture && is_own_level(survey, found->story, province->name))
        standings_add_own(survey, &regions->provinces, province, province->name, stress_own);
}

void regions_collect(struct survey *survey, const struct story_survey *found,
                     struct regions *regions)
{
    regions->prefectures.story = regions->provinces.story = found->story;
    collect_names(survey, found, regions);
    collect_own(survey, found, regions);
    standings_sort(&regions->prefectures);
    standings_sort(&regions->provinces);
}

static double heading_weight(const struct standings *standings, const void *place)
{
    for (size_t i = 0; i < standings->len; i++)
        if (standings->at[i].place == place) {
            const struct standing *standing = &standings->at[i];
            bool all = standing->most >= enough_heading ||
                       (standing->most >= stress_own && standing->weight >= enough_all);
            return all ? standing->weight : 0;
        }
    return 0;
}

double regions_heading(const struct regions *regions, const struct county *county)
{
    double prefecture = heading_weight(&regions->prefectures, county->prefecture);
    double province = heading_weight(&regions->provinces, county->prefecture->province);
    return prefecture > province ? prefecture : province;
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

static bool is_enough(const struct standings *standings, const struct standing *standing,
                      double most, bool own, double enough)
{
    return standing->weight > most && standing->weight >= standings->at[0].weight * least_share &&
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

static void file_provinces(struct survey *survey, struct story *story,
                           const struct regions *regions, double most)
{
    for (size_t i = 0; i < regions->provinces.len; i++) {
        const struct standing *standing = &regions->provinces.at[i];
        bool own = !survey->home_prefecture && standing->place == survey->home_province;
        if (is_enough(&regions->provinces, standing, most, own, enough_province) &&
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

/* 四年前在温州打工: whether a story that is filed under counties names a prefecture of neither them
   nor the page, in no heading. */
static bool is_elsewhere(const struct survey *survey, const struct story *story,
                         const struct standing *standing)
{
    return story->counties.len > 0 && standing->place != survey->home_prefecture &&
           standing->most < enough_heading;
}

static void file_prefectures(struct survey *survey, struct story *story,
                             const struct regions *regions, double most)
{
    for (size_t i = 0; i < regions->prefectures.len; i++) {
        const struct standing *standing = &regions->prefectures.at[i];
        const struct prefecture *prefecture = standing->place;
        if (is_enough(&regions->prefectures, standing, most, prefecture == survey->home_prefecture,
                      enough_prefecture) &&
            !has_county(story, prefecture, NULL) && !has_province(story, prefecture->province) &&
            !is_elsewhere(survey, story, standing))
            vec_push(survey->keep, &story->regions,
                     (struct story_region){prefecture, prefecture->province, standing->evidence});
    }
}

void regions_file(struct survey *survey, struct story *story, const struct regions *regions,
                  double most)
{
    file_provinces(survey, story, regions, most);
    file_prefectures(survey, story, regions, most);
}
