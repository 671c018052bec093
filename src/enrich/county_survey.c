/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include <stdlib.h>

#include "base/embedded.h"
#include "enrich/place_brief.h"
#include "enrich/prominence.h"
#include "enrich/standings.h"
#include "enrich/table.h"
#include "enrich/townships.h"
#include "page/attribution.h"
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
    return before->block == after->block &&
           wordlist_find(joints, COUNT(joints),
                         str_slice(before->block->text, sighting_end(before), after->mention.at));
}

static bool names_region(const struct place_name *name)
{
    return name->level < PLACE_COUNTY;
}

/* A dateline says where a story comes from; a credit, who sent it, but a short name there is rather
   somebody's own. */
static double weight_of(const struct sighting *sighting, double prominence)
{
    static const double of_dateline = 3, of_credit = 0.5;
    if (sighting->dateline)
        return of_dateline;
    if (sighting->block->role != ROLE_BYLINE && sighting->block->role != ROLE_CREDIT)
        return prominence;
    return sighting->mention.name->brief ? 0 : of_credit;
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
    if (!names_region(name) && name->counties.len == 1 && !name->common)
        story->written_in = name->counties.at[0];
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

/* Takes out short names that the story has as somebody's or something else's and never in full,
   高阳 where 高阳老师 stands too, but not 高阳县; and those that are a township's. */
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
        if (name->brief && is_township_here(&townships, name))
            continue;
        if (!other || map_get(&named, name->counties.at[0]->name))
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

/* The one county in the WIDE place that bears NAME; NULL: none, or several. */
static const struct county *county_in(const struct place_name *name, const struct place_name *wide)
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

bool survey_is_far(const struct survey *survey, const struct county *county)
{
    return survey->home_province && county->prefecture->province != survey->home_province;
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
                                const struct block *block, size_t least, struct short_sum *sum)
{
    double prominence = block_prominence(found->story, block);
    if (prominence <= 0 || block->role == ROLE_BYLINE || block->role == ROLE_CREDIT)
        return;
    struct place_mentions mentions =
        place_short_townships(survey->scratch, survey->gazetteer, block->text, least);
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
static bool survey_short(struct survey *survey, struct story_survey *found, size_t least,
                         double enough, double most)
{
    struct short_sum sum = {0};
    size_t named = found->sightings.len;
    for (size_t i = 0; i < found->story->blocks.len; i++)
        add_short_townships(survey, found, &found->story->blocks.at[i], least, &sum);
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
        struct place_mentions mentions =
            place_short_townships(survey->scratch, survey->gazetteer, block->text, FEW);
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

/* The county of many townships of a story that names no county in full, or, where it names one that
   several counties bear, which of them its townships are of; NULL: they do not tell. */
static const struct county *county_among(struct survey *survey, const struct story_survey *found)
{
    enum { MANY = 3, SOME = 2, LEAD = 2 };
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
    return rivals ? county_of_many(survey, found, rivals, SOME, LEAD)
                  : county_of_many(survey, found, NULL, MANY, LEAD);
}

void survey_short_townships(struct survey *survey, struct story_survey *found)
{
    enum { FEW = 2, MORE = 3 }; /* characters */
    static const double enough_near = 2, enough_written = 1, enough = 5, of_heading = 4;
    bool near = survey->home || survey->home_prefecture || found->written_in;
    found->beside = near ? NULL : county_beside(survey, found);
    if (!near && !found->beside)
        found->beside = county_among(survey, found);
    if (found->beside)
        survey_short(survey, found, FEW, PROMINENCE_FIRST, 0);
    if (found->beside || (survey->at_home && !near) || names_counties(survey, found))
        return;
    if (survey->home) {
        if (!survey_short(survey, found, FEW, enough_near, 0))
            survey_short(survey, found, MORE, enough_written, 0);
    } else if (found->written_in) {
        if (!survey_short(survey, found, FEW, PROMINENCE_FIRST, 0))
            survey_short(survey, found, MORE, enough_written, 0);
    } else if (!survey->home_prefecture)
        survey_short(survey, found, MORE, enough, of_heading);
    else if (!survey_short(survey, found, MORE, enough_near, 0))
        survey_short(survey, found, FEW, enough, of_heading);
}

const struct county *plain_county(const struct place_mention *mention)
{
    const struct place_name *name = mention->name;
    const struct county *within = mention->within ? county_in(name, mention->within) : NULL;
    if (mention->within && (within || name->level != PLACE_COUNTY || name->counties.len > 1))
        return within; /* else it lay there once: 安庆市枞阳县 */
    bool plain = name->level == PLACE_COUNTY && mention->clear && !name->common && !name->brief &&
                 name->counties.len == 1;
    return plain ? name->counties.at[0] : NULL;
}

static bool has_counties(const struct gazetteer *gazetteer, const struct prefecture *prefecture)
{
    for (size_t i = 0; i < gazetteer->counties_len; i++)
        if (gazetteer->counties[i].prefecture == prefecture)
            return true;
    return false;
}

/* Takes the first place that the page is said to be from for its home. */
static void live_in(struct survey *survey, const struct prefecture *prefecture,
                    const struct province *province)
{
    if (survey->home_province)
        return;
    bool named = prefecture && prefecture->name.len > 0; /* as is none of a municipality's */
    survey->home_prefecture = named ? prefecture : NULL;
    survey->home_is_whole = named && !has_counties(survey->gazetteer, prefecture);
    survey->home_province = prefecture ? prefecture->province : province;
}

void survey_live(struct survey *survey, const struct county *county,
                 const struct prefecture *prefecture)
{
    struct place_name name = {
        .text = prefecture->name, .level = PLACE_PREFECTURE, .prefecture = prefecture};
    survey->home = county;
    survey->at_home = true;
    if (county)
        place_notes_add_county(&survey->page_notes, county, NOTE_PAPER);
    else
        place_notes_add(&survey->page_notes, &name, NOTE_PAPER);
    live_in(survey, prefecture, NULL);
}

/* 赣南日报, 羊城晚报: a title that says where its paper is from in other words. */
static void live_by_title(struct survey *survey, struct str title)
{
    struct str table = embedded_get(embedded_data, "paper-names.tsv"), row[2];
    while (table_row(&table, row, 2)) {
        if (!str_starts(title, row[1]))
            continue;
        survey->at_home = true;
        survey->titled = NULL; /* 右江日报 is of more than 右江区 */
        survey->home = gazetteer_county(survey->gazetteer, row[0]);
        if (survey->home) {
            place_notes_add_county(&survey->page_notes, survey->home, NOTE_PAPER);
            live_in(survey, survey->home->prefecture, NULL);
            return;
        }
        struct place_name name = {.text = row[1],
                                  .prefecture = gazetteer_prefecture(survey->gazetteer, row[0]),
                                  .province = gazetteer_province(survey->gazetteer, row[0])};
        name.level = name.prefecture ? PLACE_PREFECTURE : PLACE_PROVINCE;
        place_notes_add(&survey->page_notes, &name, NOTE_PAPER);
        live_in(survey, name.prefecture, name.province);
        return;
    }
}

/* 今日凌云, 商城报: the county of a title that is its short name and what papers are called,
   although the name is a word elsewhere; NULL: it is of none, or of several. */
static const struct county *county_of_title(const struct survey *survey, struct str title)
{
    static const struct str starts[] = {WORD("今日"), WORD("新")};
    static const struct str ends[] = {WORD("报"),   WORD("日报"), WORD("周报"), WORD("新闻"),
                                      WORD("时讯"), WORD("乡讯"), WORD("讯")};
    const struct str *start = wordlist_start(starts, COUNT(starts), title);
    struct word_head head = word_head_at(title, start ? start->len : 0);
    const struct word *w = words_at(survey->gazetteer->names, title, head);
    for (; w; w = word_next(w, title, head)) {
        const struct place_name *name = w->value;
        struct str rest = str_slice(title, head.first.at + w->text.len, title.len);
        bool whole = rest.len == 0 ? start != NULL : wordlist_find(ends, COUNT(ends), rest) != NULL;
        if (whole && name->brief && name->counties.len == 1)
            return name->counties.at[0];
    }
    return NULL;
}

/* Takes where a newspaper of that TITLE is from for the page's home. */
static void live_by_paper(struct survey *survey, struct str title)
{
    struct place_mentions mentions = place_mentions(survey->scratch, survey->gazetteer, title);
    for (size_t i = 0; i < mentions.len; i++) {
        const struct place_name *name = mentions.at[i].name;
        if (mentions.at[i].denied)
            continue;
        const struct county *county = names_region(name) ? NULL : plain_county(&mentions.at[i]);
        survey->at_home |= names_region(name) || county;
        if (name->brief && name->counties.len == 1)
            survey->titled = name->counties.at[0];
        if (county)
            place_notes_add_county(&survey->page_notes, county, NOTE_PAPER);
        else
            place_notes_add(&survey->page_notes, name, NOTE_PAPER);
        survey->home = survey->home ? survey->home : county;
        if (names_region(name))
            live_in(survey, name->prefecture, name->province);
    }
    if (!survey->at_home)
        live_by_title(survey, title);
    if (!survey->at_home && !survey->titled)
        survey->titled = county_of_title(survey, title);
}

/* TEXT without its blanks, if it is but a few Han characters: 静 海 报; else empty. */
static struct str name_of_line(struct arena *scratch, struct str text)
{
    enum { MOST_CHARS = 10 };
    struct buf name = {0};
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (utf8_is_han(c.code))
            buf_str(&name, str_slice(text, c.at, c.at + c.len));
        else if (!utf8_is_blank(c.code)) {
            buf_clear(&name);
            return STR_NONE;
        }
    }
    struct str line = str_dup(scratch, buf_view(&name));
    buf_clear(&name);
    return utf8_count(line) <= MOST_CHARS ? line : STR_NONE;
}

/* Whether LINE is what papers are called: 静海报, 今日湄潭. */
static bool is_title(struct str line)
{
    static const struct str others[] = {WORD("公报"), WORD("简报"), WORD("快报"), WORD("情报"),
                                        WORD("预报"), WORD("喜报"), WORD("捷报"), WORD("黑板报")};
    static const struct str sources[] = {WORD("据"), WORD("摘自"), WORD("原载"), WORD("转自")};
    return !wordlist_start(sources, COUNT(sources), line) &&
           (str_starts(line, STR("今日")) ||
            (str_ends(line, STR("报")) && !wordlist_end(others, COUNT(others), line)));
}

/* Whether TEXT says who publishes the paper: 中共静海县委机关报, 静海县人民政府主办. */
static bool tells_publisher(struct str text)
{
    static const struct str words[] = {WORD("机关报"), WORD("主办"), WORD("主管")};
    static const struct str bodies[] = {WORD("中共"), WORD("委员会"), WORD("人民政府")};
    return wordlist_held(words, COUNT(words), text) > 0 && !str_starts(text, STR("由")) &&
           wordlist_held(bodies, COUNT(bodies), text) > 0;
}

/* 中共嫩江地区委员会机关报: whether a line says that a paper of that title is of the whole area. */
static bool tells_area(struct str text, const struct county *county)
{
    static const struct str areas[] = {WORD("地区"), WORD("专区"), WORD("地委")};
    struct str name = str_slice(county->name, 0, utf8_last(county->name).at);
    size_t at = str_find(text, name, 0);
    return at != SIZE_MAX &&
           wordlist_start(areas, COUNT(areas), str_slice(text, at + name.len, text.len));
}

/* Where the page's first headline begins, with which its masthead ends. */
static uint32_t masthead_end(const struct stories *stories)
{
    uint32_t end = UINT32_MAX;
    for (size_t i = 0; i < stories->len; i++)
        for (size_t k = 0; k < stories->at[i].blocks.len; k++) {
            const struct block *block = &stories->at[i].blocks.at[k];
            uint32_t start = block->spans.at[0].start;
            end = block->role == ROLE_HEADLINE && start < end ? start : end;
        }
    return end;
}

/* Takes the home from the page's masthead: the newspaper's name on a line or between blanks, and
   who publishes it. */
static void live_by_masthead(struct survey *survey, const struct stories *stories)
{
    uint32_t end = masthead_end(stories);
    for (size_t i = 0; i < stories->len; i++)
        for (size_t k = 0; k < stories->at[i].blocks.len; k++) {
            const struct block *block = &stories->at[i].blocks.at[k];
            if (block->role != ROLE_FURNITURE && block->role != ROLE_KICKER)
                continue;
            if (survey->titled && tells_area(block->text, survey->titled)) {
                survey->titled = NULL;
                return;
            }
            if (survey->at_home || survey->titled || block->spans.at[0].start > end)
                continue;
            struct str line = name_of_line(survey->scratch, block->text), rest = block->text;
            if (is_title(line))
                live_by_paper(survey, line);
            else if (tells_publisher(block->text))
                live_by_paper(survey, block->text);
            while (!line.len && rest.len) {
                struct str word = str_cut(&rest, ' ');
                if (is_title(word) && name_of_line(survey->scratch, word).len)
                    live_by_paper(survey, word);
            }
        }
}

void survey_home(struct survey *survey, const struct stories *stories)
{
    struct str place = survey->page->facts.place;
    survey->home = gazetteer_county(survey->gazetteer, place);
    live_in(survey,
            survey->home ? survey->home->prefecture
                         : gazetteer_prefecture(survey->gazetteer, place),
            gazetteer_province(survey->gazetteer, place));
    survey->at_home = survey->home_province;
    survey->place = survey->at_home ? place : STR_NONE;
    if (place.len && !survey->at_home)
        diag_add(&survey->page->diags, D_PLACE_UNKNOWN, (struct place){survey->page->path, 1, 1},
                 "no county, prefecture or province has the code %.*s", STR_FMT(place));
    live_by_paper(survey, survey->page->facts.publication);
    live_by_masthead(survey, stories);
}

/* 新民晚报 is Shanghai's, and none of 新民市: counties have no papers of such names. */
static bool is_city_paper(struct str title)
{
    static const struct str ends[] = {WORD("晚报"), WORD("早报"), WORD("晨报"), WORD("都市报"),
                                      WORD("商报")};
    return wordlist_end(ends, COUNT(ends), title);
}

void survey_title(struct survey *survey)
{
    const struct county *county = survey->titled;
    if (!county || survey->home)
        return;
    if (!is_city_paper(survey->page->facts.publication) ||
        place_notes_county(&survey->page_notes, county, NOTE_COUNTY) ||
        place_notes_share(&survey->page_notes, county, NOTE_NAMED) >= 1) {
        survey->home = county;
        survey->at_home = true;
        place_notes_add_county(&survey->page_notes, county, NOTE_PAPER);
        live_in(survey, county->prefecture, NULL);
    }
}
