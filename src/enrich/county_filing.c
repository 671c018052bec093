/* SPDX-License-Identifier: MIT */
#include "enrich/passing_cue.h"
#include "enrich/prominence.h"
#include "enrich/standings.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "page/wordlist.h"

/* Of the weight of the county most in evidence no more has one that a story only mentions: less of
   one that is near it, since two neighbours may both be the scene; more of one far away. */
static const double passing_in_prefecture = 0.4, passing_brief = 0.3, passing_in_province = 0.6,
                    passing_far = 0.9;

/* So much is left to a township whose county the story names by the way alone. */
static const double passing_township = 0.25;

/* So much at most has one far away that is only mentioned. */
static const double passing_most = 2.5;

/* 我县 in a county's own paper leaves no doubt. */
static const double stress_own = 2;

/* The greatest weight of one place in the text, where the first paragraph weighs more. */
static const double of_paragraph = 1, of_first_paragraph = PROMINENCE_FIRST, of_product = 0.3;

/* That the paper's own people wrote a story says little of where it is set. */
static const double of_report = 1;

static const double of_headline_own = 8; /* of 全市 in a headline */
static const double of_all_first = 2.5; /* … and in the first paragraph, or 我市 below a headline */

static double passing_share(const struct county *first, const struct county *other, bool stranger,
                            bool homely)
{
    if (first->prefecture == other->prefecture || homely)
        return passing_in_prefecture;
    return stranger || first->prefecture->province != other->prefecture->province
               ? passing_far
               : passing_in_province;
}

/* Whether a county has but its short name, and that once, in the paper of another county. */
static bool is_strange_touch(const struct survey *survey, const struct standing *standing)
{
    return survey->home && standing->place != survey->home && !standing->full &&
           standing->weight <= of_first_paragraph;
}

/* Why a county is only mentioned beside FIRST: it is in no heading, and has little weight. */
static enum passing passing_of(const struct survey *survey, const struct standing *first,
                               const struct standing *standing)
{
    const struct county *main = first->place, *other = standing->place;
    bool stranger = is_of_home(survey, main) && !is_of_home(survey, other);
    bool homely = !is_of_home(survey, main) && is_of_home(survey, other);
    bool near = main->prefecture == other->prefecture;
    if (!standing->plain)
        return PASSING_CUED;
    if (stranger && first->named && !standing->named)
        return PASSING_STRANGER; /* 和平乡 that was once one of the home's too */
    if (homely && standing->full && main->prefecture->province != other->prefecture->province)
        return PASSING_NOT; /* 凌源市 in a paper of 朝阳市, beside 北京市朝阳区 */
    if (is_strange_touch(survey, standing))
        return PASSING_STRANGER; /* 常山赵子龙 in a paper of 龙游县 */
    bool brief = !standing->full && standing->weight <= of_first_paragraph &&
                 standing->weight <= first->weight * passing_brief;
    if (brief && near && standing->scene)
        return PASSING_SELDOM;
    if (standing->most > (near ? of_paragraph : of_first_paragraph) ||
        (!near && standing->weight > passing_most))
        return PASSING_NOT;
    if (standing->weight <= first->weight * passing_share(main, other, stranger, homely))
        return PASSING_SELDOM;
    return stranger && standing->weight <= of_paragraph ? PASSING_STRANGER : PASSING_NOT;
}

/* Whether a county has but its short name, and that once. */
static bool is_touched(const struct standing *standing)
{
    return !standing->full && standing->weight <= of_first_paragraph;
}

/* How many counties of the prefecture of COUNTY have but their short names, and these once. */
static size_t touched_beside(const struct standings *standings, const struct county *county)
{
    size_t touched = 0;
    for (size_t i = 0; i < standings->len; i++) {
        const struct county *other = standings->at[i].place;
        touched += other->prefecture == county->prefecture && is_touched(&standings->at[i]);
    }
    return touched;
}

/* Whether nothing but datelines names a place: 本报吉首2月24日讯. */
static bool is_where_sent(const struct standing *standing)
{
    for (size_t i = 0; i < standing->evidence.len; i++)
        if (!standing->evidence.at[i].dateline)
            return false;
    return true;
}

/* Whether the story is about all of a county's prefecture or province, and the county an example:
   even in the first paragraph, if it has but its short name there and 全市 is in the headline, or
   is one of several that have, or it was but sent from there. */
static bool is_example(const struct regions *regions, const struct standings *standings,
                       const struct standing *standing)
{
    enum { SEVERAL = 3 };
    double all = regions_heading(regions, standing->place);
    bool several = is_touched(standing) && touched_beside(standings, standing->place) >= SEVERAL;
    bool anywhere = !standing->scene || (!standing->full && all >= of_headline_own) || several ||
                    (is_touched(standing) && standings->len == 1 && all > of_all_first);
    if (all > 0 && is_where_sent(standing))
        return true;
    return standing->most <= (anywhere ? of_first_paragraph : of_paragraph) &&
           standing->weight <= passing_in_prefecture * all;
}

/* Whether 全区 is all of the autonomous region where COUNTY lies, and not COUNTY. */
static bool shares_level(const struct county *county)
{
    return str_ends(county->name, STR("区")) &&
           str_ends(county->prefecture->province->name, STR("自治区"));
}

/* Finds the lists that names stand in, from the last name on. */
static void find_lists(struct sightings *sightings)
{
    for (size_t i = sightings->len; i-- > 0;) {
        struct sighting *at = &sightings->at[i];
        at->end = sighting_end(at);
        if (i + 1 == sightings->len || !sightings_joined(at, at + 1))
            continue;
        at->end = at[1].end;
        at->listed = at[1].listed = true;
    }
}

/* How many places TEXT says at AT, three in 三县 and 三个县, seven in 六县一区; 0: it does not say,
   as in 三个市场. *END: where that ends. */
static size_t places_said_at(struct str text, size_t at, size_t *end)
{
    static const struct str numbers[] = {WORD("一"), WORD("二"), WORD("三"), WORD("四"),
                                         WORD("五"), WORD("六"), WORD("七"), WORD("八"),
                                         WORD("九"), WORD("十"), WORD("两")};
    enum { NUMBERS = 10, BOTH = 2 };
    static const struct str levels[] = {WORD("县市区"), WORD("县市"), WORD("县区"), WORD("县"),
                                        WORD("市"),     WORD("区"),   WORD("旗"),   WORD("地")};
    size_t sum = 0;
    for (;;) {
        struct str rest = str_slice(text, at, text.len), one = STR("个");
        const struct str *number = wordlist_start(numbers, COUNT(numbers), rest);
        if (!number)
            return sum;
        size_t len = number->len;
        len += str_starts(str_slice(rest, len, rest.len), one) ? one.len : 0;
        const struct str *level =
            wordlist_start(levels, COUNT(levels), str_slice(rest, len, rest.len));
        if (!level || splits_word(rest, len + level->len))
            return sum;
        size_t said = (size_t)(number - numbers) + 1;
        sum += said > NUMBERS ? BOTH : said;
        *end = at += len + level->len;
    }
}

/* Whether a text says that it is about COUNT counties, and not which one of them, as 第三区 does.
   ALONE: not after names, as in 墨玉、和田两县. */
static bool text_says_counties(struct str text, size_t count, bool alone)
{
    for (size_t at = 0, end = 0; at < text.len; at = end) {
        struct utf8 c = utf8_at(text, at), before = utf8_before(text, at);
        end = at + c.len;
        size_t said = places_said_at(text, at, &end);
        if (said == count && !(alone && utf8_is_han(before.code)) &&
            !holds_char(STR("第一二三四五六七八九十百"), text, before))
            return true;
    }
    return false;
}

/* Whether a story says that it is about COUNT counties. */
static bool says_counties(const struct story *story, size_t count, bool alone)
{
    for (size_t i = 0; i < story->blocks.len && count > 1; i++)
        if (block_prominence(story, &story->blocks.at[i]) > 0 &&
            text_says_counties(story->blocks.at[i].text, count, alone))
            return true;
    return false;
}

/* What a story says of how many counties it is about. */
enum counted {
    COUNTED_NOT,
    COUNTED_PLAIN, /* as many as it names other than by the way */
    COUNTED_ALL,   /* as many as it names */
};

static enum counted count_counties(const struct story *story, const struct standings *standings)
{
    size_t plain = 0;
    for (size_t i = 0; i < standings->len; i++)
        plain += standings->at[i].plain;
    if (says_counties(story, plain, false))
        return COUNTED_PLAIN;
    return says_counties(story, standings->len, true) ? COUNTED_ALL : COUNTED_NOT;
}

static bool is_product(const struct sighting *sighting)
{
    return names_product(sighting->block->text, sighting_end(sighting));
}

/* 蔚县剪纸、怀安草编: whether a name of a product stands in a block with another county's. */
static bool is_in_product_list(const struct sightings *sightings, size_t i)
{
    enum { NEAR = 8 }; /* names */
    const struct sighting *at = &sightings->at[i];
    if (!is_product(at))
        return false;
    if (follows_product(at->block->text, at->mention.at))
        return true;
    for (size_t k = i < NEAR ? 0 : i - NEAR; k < sightings->len && k < i + NEAR; k++) {
        const struct sighting *other = &sightings->at[k];
        if (other->block == at->block && other->mention.name != at->mention.name &&
            is_product(other))
            return true;
    }
    return false;
}

/* Whether the story names a county other than by the way. */
static bool has_scene(const struct survey *survey, const struct standings *standings)
{
    for (size_t i = 0; i < standings->len; i++)
        if (standings->at[i].plain && !is_strange_touch(survey, &standings->at[i]))
            return true;
    return false;
}

/* How a county's own names stand in a story. */
struct told {
    bool plain; /* somewhere without a cue */
};

/* Where somebody who knows answers a reader's question, who may be from anywhere. */
struct advice {
    const struct block *question; /* where that begins: 问：, or the story */
    const struct block *answer;   /* NULL: nobody does */
    size_t at;                    /* in the answer's block */
};

/* Where 答：, 专家答： or 本报特约医生答： stands in TEXT, at its start or after a bracket, and no
   office that is asked to see to something says it; SIZE_MAX: nowhere. */
static size_t advice_at(struct str text)
{
    static const struct str answers[] = {WORD("答："), WORD("答:")};
    static const struct str offices[] = {WORD("局"), WORD("政府"), WORD("办"),  WORD("公司"),
                                         WORD("委"), WORD("交警"), WORD("街道")};
    enum { WHO_BYTES = 36 };
    for (size_t at = str_find(text, STR("答"), 0); at != SIZE_MAX;
         at = str_find(text, STR("答"), at + 1)) {
        size_t from = at;
        struct utf8 c = utf8_before(text, from);
        while (c.len && utf8_is_han(c.code) && at - c.at <= WHO_BYTES) {
            from = c.at;
            c = utf8_before(text, from);
        }
        bool begins = !c.len || closes_bracket(c.code);
        if (begins && wordlist_start(answers, COUNT(answers), str_slice(text, at, text.len)) &&
            wordlist_held(offices, COUNT(offices), str_slice(text, from, at)) == 0)
            return at;
    }
    return SIZE_MAX;
}

static struct advice advice_of(const struct story *story)
{
    struct advice advice = {.question = story->blocks.at};
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        bool asks = str_starts(block->text, STR("问：")) || str_starts(block->text, STR("问:"));
        advice.question = asks ? block : advice.question;
        advice.at = block->role == ROLE_PARAGRAPH ? advice_at(block->text) : SIZE_MAX;
        if (advice.at != SIZE_MAX) {
            advice.answer = block;
            break;
        }
    }
    return advice;
}

/* Whether a place stands in the question that is answered. */
static bool is_asked(const struct advice *advice, const struct sighting *sighting)
{
    const struct block *block = sighting->block;
    return advice->answer && block->role > ROLE_SUBTITLE && block >= advice->question &&
           (block < advice->answer ||
            (block == advice->answer && sighting->mention.at < advice->at));
}

/* How much of each sighting's weight its words leave it. A township of a county that somebody only
   came to goes by that, but in a heading: 县长赴方山县考察, and then 大武镇的牛场. */
static double *shares_of(struct survey *survey, const struct story_survey *found)
{
    struct map counties = {0};
    struct cue_walk walk = {0};
    static const double asked = 0.1; /* where a reader is from whom somebody advises */
    const struct advice advice = advice_of(found->story);
    size_t len = found->sightings.len;
    double *shares = ARENA_ARRAY(survey->scratch, double, len);
    for (size_t i = 0; i < len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        shares[i] = passing_cue(&walk, sighting->block->text, sighting->mention.at, sighting->end);
        bool chain = i + 1 < len && sighting[1].block == sighting->block &&
                     sighting[1].mention.at == sighting->end; /* 科左中旗保康镇考察组 */
        if (chain && tells_visitors(sighting->block->text, sighting[1].end))
            shares[i] = passing_township;
        if (is_asked(&advice, sighting))
            shares[i] = asked;
        if (survey->home && sighting->county == survey->home)
            shares[i] = 1; /* 老家在小湾东镇, in the county's own paper */
        if (!sighting->county || sighting->mention.name->level != PLACE_COUNTY ||
            tells_native(sighting->block->text, sighting->mention.at, sighting->end))
            continue;
        void **slot = map_at(survey->scratch, &counties, sighting->county->code);
        if (!*slot)
            *slot = ARENA_NEW(survey->scratch, struct told);
        struct told *told = *slot;
        told->plain |= shares[i] >= 1;
    }
    for (size_t i = 0; i < len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        const struct told *told =
            sighting->county && sighting->mention.name->level == PLACE_TOWNSHIP
                ? map_get(&counties, sighting->county->code)
                : NULL;
        if (told && !told->plain && sighting->weight <= of_first_paragraph)
            shares[i] *= passing_township;
    }
    return shares;
}

/* Whether a region has a heading or the first paragraph. The paper's people report from there
   too. */
static bool is_of_region(const struct regions *regions)
{
    for (size_t i = 0; i < regions->prefectures.len; i++)
        if (regions->prefectures.at[i].most >= of_first_paragraph)
            return true;
    for (size_t i = 0; i < regions->provinces.len; i++)
        if (regions->provinces.at[i].most >= of_first_paragraph)
            return true;
    return false;
}

/* 县公安局民警赴临县: whether a story speaks of a county without its name, in its first paragraph
   or above, before it names one. */
static bool speaks_of_county_first(const struct story_survey *found)
{
    size_t next = 0; /* sighting */
    for (size_t i = 0; i < found->story->blocks.len; i++) {
        const struct block *block = &found->story->blocks.at[i];
        if (block_prominence(found->story, block) < of_first_paragraph)
            continue;
        size_t at = unnamed_county_at(block->text), named = SIZE_MAX;
        for (; next < found->sightings.len && named == SIZE_MAX; next++) {
            const struct sighting *sighting = &found->sightings.at[next];
            if (sighting->block > block)
                break;
            if (sighting->county && sighting->block == block)
                named = sighting->mention.at;
        }
        if (at != SIZE_MAX || named != SIZE_MAX)
            return at < named;
    }
    return false;
}

static void collect(struct survey *survey, const struct story_survey *found,
                    const struct regions *regions, struct standings *standings)
{
    const double *shares = shares_of(survey, found);
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        double weight = sighting->weight * shares[i];
        if (weight > of_product && sighting->weight <= of_first_paragraph &&
            is_in_product_list(&found->sightings, i))
            weight = of_product; /* made there, and sold anywhere */
        if (sighting->county && weight > 0)
            standings_add(survey, standings, sighting->county, sighting, weight);
    }
    const struct county *here = survey->home ? survey->home : found->written_in;
    bool wide = here && regions_heading(regions, here) > 0;
    struct str name = here ? county_name_on(here, found->story->date.value) : STR_NONE;
    bool may_be_wide = wide && str_ends(name, STR("市")); /* 全市 of 许昌市, in 禹州市 */
    if (here && !shares_level(here) && !may_be_wide)
        standings_add_own(survey, standings, here, name, stress_own);
    if (here && !has_scene(survey, standings) &&
        !str_ends(name, STR("县"))) /* which most cities and districts once were */
        standings_add_own(survey, standings, here, STR("县"), stress_own);
    if (here && !wide &&
        (!has_scene(survey, standings) || (survey->home && speaks_of_county_first(found))))
        standings_add_county(survey, standings, here);
    bool own = survey->home && !wide && !is_of_region(regions);
    if (own && !has_scene(survey, standings))
        standings_add_report(survey, standings, survey->home, shows_village(found->story),
                             of_report);
    if (own && !has_scene(survey, standings) && !advice_of(found->story).answer)
        standings_add_letter(survey, standings, survey->home, of_report);
    if (own && !has_scene(survey, standings))
        standings_add_village(survey, standings, survey->home, of_report);
}

/* 到伊宁市打工 in 伊犁日报: whether a county is all that the story names, and the page is from its
   prefecture. */
static bool is_only_neighbour(const struct survey *survey, const struct standings *standings,
                              const struct regions *regions)
{
    const struct standing *only = standings->at;
    const struct county *county = only->place;
    return standings->len == 1 && only->named && !survey->home &&
           survey->home_prefecture == county->prefecture && regions->prefectures.len == 0 &&
           !advice_of(standings->story).answer;
}

/* Why the story only mentions a county; COUNTED: whether it says how many it is about. */
static enum passing passing_in(const struct survey *survey, const struct standings *standings,
                               const struct regions *regions, const struct standing *standing,
                               enum counted counted)
{
    bool listed = !standing->scene && regions_heading(regions, standing->place) >= of_headline_own;
    bool said = counted == COUNTED_ALL || (counted == COUNTED_PLAIN && standing->plain);
    bool item = story_has_items(standings->story) && standing->scene && standing->plain &&
                standing->most >= of_first_paragraph; /* each is a story of its own */
    if ((said && !listed) || item || is_only_neighbour(survey, standings, regions))
        return PASSING_NOT;
    if (!standing->told && standings->at[0].told && standings->at[0].stated)
        return PASSING_CUED; /* where somebody signs from */
    return is_example(regions, standings, standing)
               ? PASSING_EXAMPLE
               : passing_of(survey, &standings->at[0], standing);
}

/* Whether COUNTY stands in a list of names of which all others are filed, and are several: one that
   the list tells no more of is what they are. */
static bool is_listed_with(const struct story *story, const struct sightings *sightings,
                           const struct county *county)
{
    enum { SEVERAL = 3, LIST_MOST = 24 }; /* names */
    for (size_t i = 0; i < sightings->len; i++) {
        if (sightings->at[i].county != county || !sightings->at[i].listed)
            continue;
        size_t others = 0, filed = 0, from = i;
        while (from > 0 && i - from < LIST_MOST &&
               sightings_joined(&sightings->at[from - 1], &sightings->at[from]))
            from--;
        for (size_t k = from; k < sightings->len && k - from < LIST_MOST; k++) {
            const struct sighting *at = &sightings->at[k];
            if (k > from && !sightings_joined(at - 1, at))
                break;
            others += at->county != county;
            for (size_t c = 0; c < story->counties.len; c++)
                filed += at->county == story->counties.at[c].county;
        }
        if (others >= SEVERAL && filed == others)
            return true;
    }
    return false;
}

double county_file(struct survey *survey, struct story_survey *found, const struct regions *regions)
{
    double most = 0;
    struct standings standings = {.story = found->story};
    find_lists(&found->sightings);
    collect(survey, found, regions, &standings);
    standings_sort(&standings);
    enum counted counted = count_counties(found->story, &standings);
    for (size_t i = 0; i < standings.len; i++) {
        const struct standing *standing = &standings.at[i];
        enum passing passing = passing_in(survey, &standings, regions, standing, counted);
        if (passing == PASSING_SELDOM &&
            is_listed_with(found->story, &found->sightings, standing->place))
            passing = PASSING_NOT;
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
