/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include "enrich/place_brief.h"
#include "enrich/place_list.h"
#include "enrich/prominence.h"
#include "enrich/standings.h"
#include "enrich/townships.h"
#include "page/attribution.h"
#include "page/authors.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/wordlist.h"

size_t sighting_end(const struct sighting *sighting)
{
    return sighting->mention.at + sighting->mention.name->text.len;
}

bool sightings_joined(const struct sighting *before, const struct sighting *after)
{
    static const struct str joints[] = {WORD("、"), WORD("和"), WORD("与"), WORD("及"),
                                        WORD("以及")};
    enum { LEAST = 3, MOST = 4 }; /* characters: 四川省, 黑龙江省 */
    struct str text = before->block->text;
    if (before->block != after->block)
        return false;
    size_t end = place_amount_end(text, sighting_end(before)); /* 红塔区102名、江川区54名 */
    struct str between = str_slice(text, end, after->mention.at);
    const struct str *joint = wordlist_start(joints, COUNT(joints), between);
    if (!joint)
        return false;
    struct str wider = str_slice(between, joint->len, between.len);
    size_t chars = utf8_count(wider);
    return !wider.len || (str_ends(wider, STR("省")) && chars >= LEAST && chars <= MOST);
}

/* 本报驻永顺记者: whoever is stationed in a county writes from there. */
static bool is_station(const struct sighting *sighting)
{
    static const struct str before[] = {WORD("驻"), WORD("駐")};
    static const struct str after[] = {WORD("记者"), WORD("記者"), WORD("通讯员"), WORD("特派")};
    struct str text = sighting->block->text;
    return wordlist_end(before, COUNT(before), str_slice(text, 0, sighting->mention.at)) &&
           wordlist_start(after, COUNT(after), str_slice(text, sighting_end(sighting), text.len));
}

bool sighting_is_observatory(const struct sighting *sighting)
{
    static const struct str kinds[] = {WORD("气象台"), WORD("中心气象台"), WORD("气象站"),
                                       WORD("气象局")};
    static const struct str ends[] = {WORD("发布"), WORD("供稿"), WORD("提供")};
    struct str text = sighting->block->text;
    text = str_slice(text, sighting_end(sighting), text.len);
    const struct str *kind = wordlist_start(kinds, COUNT(kinds), text);
    if (!kind || sighting->block->role != ROLE_CREDIT)
        return false;
    text = str_slice(text, kind->len, text.len);
    while (is_closing(utf8_last(text).code))
        text.len = utf8_last(text).at;
    text = utf8_trim(text);
    return text.len == 0 || utf8_is_digit(utf8_first(text).code) ||
           wordlist_end(ends, COUNT(ends), text);
}

bool sighting_signs_alone(const struct sighting *sighting)
{
    const struct place_mention *mention = &sighting->mention;
    return sighting->block->role == ROLE_CREDIT && mention->at == 0 &&
           mention->name->level == PLACE_PREFECTURE && !mention->name->brief &&
           is_body_name(sighting->block->text);
}

/* 【寿县】 before what is told of it: a name that labels its paragraph. */
static bool is_label(const struct sighting *sighting)
{
    static const struct str opens[] = {WORD("【"), WORD("［"), WORD("〔")};
    static const struct str closes[] = {WORD("】"), WORD("］"), WORD("〕")};
    struct str text = sighting->block->text,
               rest = str_slice(text, sighting_end(sighting), text.len);
    return wordlist_find(opens, COUNT(opens), str_slice(text, 0, sighting->mention.at)) &&
           wordlist_start(closes, COUNT(closes), rest);
}

/* A dateline says where a story comes from; a credit, who sent it, but a short name there is rather
   somebody's own, and 岚县 王刚 under a headline says where the author is from. */
static double weight_of(const struct sighting *sighting, double prominence)
{
    static const double of_dateline = 3, of_credit = 0.5, of_label = 2;
    if (sighting->dateline)
        return of_dateline;
    if (is_station(sighting))
        return PROMINENCE_FIRST;
    if (sighting->block->role != ROLE_BYLINE && sighting->block->role != ROLE_CREDIT)
        return is_label(sighting) && prominence < of_label ? of_label : prominence;
    if (sighting_is_observatory(sighting) || sighting_signs_alone(sighting))
        return PROMINENCE_FIRST;
    bool authors =
        sighting->block->role == ROLE_BYLINE && is_author_of_place(sighting->block->text);
    return sighting->mention.name->brief || authors ? 0 : of_credit;
}

/* （作者单位：滨城区委党校）: whether a name at AT says where the writer works. */
static bool is_of_author(struct str text, size_t at)
{
    static const struct str starts[] = {WORD("作者单位"), WORD("作者系")};
    enum { LABEL_MOST = 40 };
    struct utf8 c = utf8_before(text, at);
    for (size_t n = 0; c.len && !is_opening(c.code) && !is_closing(c.code); n++) {
        if (n == LABEL_MOST)
            return false;
        c = utf8_before(text, c.at);
    }
    return wordlist_start(starts, COUNT(starts), str_slice(text, c.at + c.len, at));
}

/* 2011年10月写于酉阳. */
static bool is_where_written(const struct block *block, size_t at)
{
    return block->role == ROLE_CREDIT && written_end(str_slice(block->text, 0, at)) > 0;
}

/* 黄龙县防疫站, 广平县平固店乡 王刚 below a text: whether a name begins what signs it. */
static bool is_of_signer(const struct block *block, const struct place_mention *mention)
{
    return block->role == ROLE_CREDIT && mention->at == 0 && !mention->name->brief &&
           mention->clear;
}

/* Takes the county of a name that says where the story was written, if it is told by that alone. */
static void write_in(struct story_survey *story, const struct place_mention *mention)
{
    const struct place_name *name = mention->name;
    if (!names_region(name) && name->counties.len == 1 && !name->common && !name->wordy)
        story->written_in = name->counties.at[0];
}

/* The name of a mention and the character after it, if that is Han; else empty. */
static struct str with_next(const struct block *block, const struct place_mention *mention)
{
    struct utf8 next = utf8_at(block->text, mention->at + mention->name->text.len);
    return utf8_is_han(next.code) ? str_slice(block->text, mention->at, next.at + next.len)
                                  : STR_NONE;
}

/* What MENTION of TEXT names in a story of DATE: 周口市 was a county before it was a prefecture.
   Not where a county of it is named NEXT, or NULL: 周口市沈丘县; nor all are: 周口市各县. */
static const struct place_name *name_then(struct str text, const struct place_mention *mention,
                                          const struct place_mention *next,
                                          const struct story_date *date)
{
    static const struct str wide[] = {WORD("各县"), WORD("各区"), WORD("所辖"), WORD("下辖"),
                                      WORD("辖区"), WORD("行署"), WORD("地区")};
    const struct place_name *name = mention->name;
    struct str after = str_slice(text, mention->at + name->text.len, text.len);
    if (str_starts(after, STR("的")))
        after = str_slice(after, STR("的").len, after.len);
    bool address = next && next->within == name && county_in(next->name, name);
    bool then = name->before && date->value.year && !story_date_inferred(date) &&
                date->value.year <= name->before_until && !address &&
                !wordlist_start(wide, COUNT(wide), after);
    return then ? name->before : name;
}

static void survey_block(struct survey *survey, struct story_survey *story,
                         const struct block *block)
{
    struct place_mentions mentions =
        place_mentions(survey->scratch, survey->gazetteer, block->text);
    double prominence = mentions.len ? block_prominence(story->story, block) : 0;
    size_t dateline = mentions.len ? dateline_len(block) : 0;
    for (size_t i = 0; i < mentions.len; i++) {
        struct sighting sighting = {.mention = mentions.at[i], .block = block};
        sighting.mention.name =
            name_then(block->text, &mentions.at[i],
                      i + 1 < mentions.len ? &mentions.at[i + 1] : NULL, &story->story->date);
        if (sighting.mention.called) {
            struct str longer = with_next(block, &sighting.mention);
            if (longer.len)
                *map_at(survey->scratch, &story->called, longer) = survey;
            continue;
        }
        if (sighting.mention.denied) {
            *map_at(survey->scratch, &story->denied, sighting.mention.name->text) = survey;
            continue;
        }
        if (is_where_written(block, sighting.mention.at) || is_of_signer(block, &sighting.mention))
            write_in(story, &sighting.mention);
        if (is_of_author(block->text, sighting.mention.at)) {
            write_in(story, &sighting.mention);
            continue;
        }
        sighting.dateline = sighting.mention.at < dateline;
        sighting.weight = weight_of(&sighting, prominence);
        bool wide = names_region(sighting.mention.name);
        vec_push(survey->scratch, wide ? &story->regions : &story->sightings, sighting);
    }
}

/* Whether another place's name ends at AT of TEXT: 大田 in 大田永春, where 田 is a surname. */
static bool follows_place(const struct words *names, struct str text, size_t at)
{
    struct word_head head = word_head_at(text, utf8_before(text, utf8_before(text, at).at).at);
    for (const struct word *w = words_at(names, text, head); w; w = word_next(w, text, head))
        if (head.first.at + w->text.len == at)
            return true;
    return false;
}

/* Whether NAME with a surname before it stands in a heading, or where people sign: 杨黄平. */
static bool is_a_person(const struct survey *survey, const struct story *story, struct str name)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        bool signs = block->role == ROLE_BYLINE || block->role == ROLE_CREDIT;
        if (!signs && block->role != ROLE_HEADLINE && block->role != ROLE_SUBTITLE)
            continue;
        size_t at = str_find(block->text, name, 0);
        if (at != SIZE_MAX && place_is_of_person(block->text, at) &&
            !follows_place(survey->gazetteer->names, block->text, at))
            return true;
    }
    return false;
}

/* Whether the story has a township of that name, and the county that NAME is short for has none:
   和顺 is 和顺镇 in 腾冲, and not 和顺县. */
static bool is_township_here(const struct map *townships, const struct place_name *name)
{
    const struct place_name *const *township = map_get(townships, name->text);
    return township && !place_holds_township(*township, name->counties.at[0]);
}

/* Whether a short name is the beginning of somebody's whom the story calls what he is: 马龙祥, who
   is 农民马龙祥 elsewhere. */
static bool is_called(const struct story_survey *story, const struct sighting *sighting)
{
    struct str longer = with_next(sighting->block, &sighting->mention);
    return longer.len && map_get(&story->called, longer);
}

/* Takes out short names that the story has as somebody's or something else's and never in full,
   高阳 where 高阳老师 stands too, but not 高阳县; those that are a township's; and what is a
   county's part there: 朝阳区 beside 肇东市朝阳区. */
static void take_out_denied(struct survey *survey, struct story_survey *story)
{
    struct map named = {0}, townships = {0};
    for (size_t i = 0; i < story->sightings.len; i++) {
        const struct place_name *name = story->sightings.at[i].mention.name;
        *map_at(survey->scratch, &named, name->text) = survey;
        if (name->level != PLACE_TOWNSHIP)
            continue;
        const struct place_name **township = ARENA_NEW(survey->scratch, const struct place_name *);
        *township = name;
        *map_at(survey->scratch, &townships, township_stem(name->text)) = township;
    }
    size_t kept = 0;
    for (size_t i = 0; i < story->sightings.len; i++) {
        const struct place_name *name = story->sightings.at[i].mention.name;
        bool other = map_get(&story->denied, name->text) ||
                     (name->brief && is_a_person(survey, story->story, name->text));
        if (name->brief &&
            (is_township_here(&townships, name) || is_called(story, &story->sightings.at[i])))
            continue;
        if (!other || (name->brief && map_get(&named, name->counties.at[0]->name)))
            story->sightings.at[kept++] = story->sightings.at[i];
    }
    story->sightings.len = kept;
}

void survey_story(struct survey *survey, struct story_survey *found, struct story *story)
{
    found->story = story;
    for (size_t i = 0; i < story->blocks.len; i++)
        survey_block(survey, found, &story->blocks.at[i]);
    if (found->denied.len || found->sightings.len)
        take_out_denied(survey, found);
    enum place_note note = story->kind == KIND_RESIDUE ? NOTE_PAPER : NOTE_NAMED;
    for (size_t i = 0; i < found->regions.len; i++)
        place_notes_add(&survey->page_notes, found->regions.at[i].mention.name, note);
    survey->at_home |= note == NOTE_PAPER && found->regions.len > 0;
}

const struct county *county_in(const struct place_name *name, const struct place_name *wide)
{
    const struct county *found = NULL;
    for (size_t i = 0; i < name->counties.len; i++) {
        if (!place_holds(wide, name->counties.at[i]))
            continue;
        if (found)
            return NULL;
        found = name->counties.at[i];
    }
    return found;
}

bool survey_is_far(const struct survey *survey, const struct county *county)
{
    return survey->home_province && county->prefecture->province != survey->home_province;
}

/* 武平县万安乡, though 武平县 has none of that name today: the county that is said right before it.
 */
static const struct county *county_said(const struct place_mention *mention)
{
    const struct place_name *wide = mention->within;
    bool said = mention->name->level == PLACE_TOWNSHIP && wide->level == PLACE_COUNTY &&
                !wide->brief && wide->counties.len == 1;
    return said ? wide->counties.at[0] : NULL;
}

/* 安庆市 and 枞阳县, which lay there once; not 茂名 and 滨海新区, which 茂名 has one of too. */
static bool shares_province(const struct place_name *wide, const struct county *county)
{
    const struct province *province = county->prefecture->province;
    bool shares =
        wide->prefecture ? wide->prefecture->province == province : wide->province == province;
    for (size_t i = 0; i < wide->counties.len; i++)
        shares |= wide->counties.at[i]->prefecture->province == province;
    return shares;
}

const struct county *plain_county(const struct place_mention *mention)
{
    const struct place_name *name = mention->name;
    const struct county *within = mention->within ? county_in(name, mention->within) : NULL;
    if (mention->within && !within)
        within = county_said(mention);
    if (mention->within && (within || name->level != PLACE_COUNTY || name->counties.len > 1))
        return within; /* else it lay there once: 安庆市枞阳县 */
    bool plain = name->level == PLACE_COUNTY && mention->clear && !name->common && !name->brief &&
                 !name->gone && name->counties.len == 1 &&
                 (!mention->within || shares_province(mention->within, name->counties.at[0]));
    return plain ? name->counties.at[0] : NULL;
}
