/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include "base/utf8.h"
#include "enrich/place_brief.h"
#include "enrich/standings.h"
#include "enrich/townships.h"

/* The county that a name means; NULL where it means several. */
struct settled {
    const struct county *county;
};

/* What speaks for one of the counties that bear a name, where the whole of it is there. */
static const double support_place = 4;    /* the page's `place` is in its prefecture */
static const double support_paper = 4;    /* the newspaper is of its prefecture */
static const double support_named = 4;    /* the story names its prefecture */
static const double support_settled = 1;  /* another story has it after its prefecture's name */
static const double support_county = 2;   /* the story names a county of its prefecture */
static const double support_page = 1;     /* each of these elsewhere on the page … */
static const double support_wide = 0.25;  /* … but in a province's paper, from all over it */
static const double support_province = 2; /* the page's `place` is in its province */
static const double support_itself = 4;   /* the story names it, or the newspaper is its own */
static const double least_lead = 1;       /* by so much the best must lead */

static void remember(struct survey *survey, struct map *settled, const struct sighting *sighting)
{
    void **slot = map_at(survey->scratch, settled, sighting->mention.name->text);
    struct settled *known = *slot;
    if (!known) {
        *slot = known = ARENA_NEW(survey->scratch, struct settled);
        known->county = sighting->county;
    } else if (known->county != sighting->county) {
        known->county = NULL;
    }
}

static void settle_as(struct survey *survey, struct sighting *sighting, const struct county *county,
                      enum settled_by by)
{
    sighting->county = county;
    sighting->by = by;
    place_notes_add_county(&survey->page_notes, county, NOTE_COUNTY);
    remember(survey, &survey->settled, sighting);
}

/* A township settles the name of the county before it too: of all 鼓楼区 one has a 华大街道. */
void survey_settle_plain(struct survey *survey, struct story_survey *story)
{
    for (size_t i = 0; i < story->sightings.len; i++) {
        struct sighting *sighting = &story->sightings.at[i];
        const struct county *county = plain_county(&sighting->mention);
        if (!county)
            continue;
        settle_as(survey, sighting, county,
                  sighting->mention.within ? SETTLED_WITHIN : SETTLED_PLAIN);
        struct sighting *before = i ? sighting - 1 : NULL;
        if (before && !before->county && before->mention.name == sighting->mention.within)
            settle_as(survey, before, county, SETTLED_TOWNSHIP);
    }
}

/* The page's `place` is the code of a county or prefecture. */
static double support_of_place(struct str place, const struct county *county)
{
    if (place.len != county->code.len || memcmp(place.ptr, county->code.ptr, 2) != 0)
        return 0;
    return memcmp(place.ptr, county->code.ptr, 4) == 0 ? support_place : support_province;
}

/* The county that a name means where it is plain; NULL where it is plain nowhere, or means several.
 */
static const struct county *settled_county(const struct map *settled, const struct place_name *name)
{
    const struct settled *known = map_get(settled, name->text);
    return known ? known->county : NULL;
}

static struct supports supports_of(const struct survey *survey, const struct place_name *name,
                                   const struct county *county)
{
    const struct place_notes *here = &survey->story_notes, *page = &survey->page_notes;
    double elsewhere =
        survey->home_province && !survey->home_prefecture ? support_wide : support_page;
    bool settled = settled_county(&survey->settled, name) == county;
    bool itself = place_notes_county(here, county, NOTE_COUNTY) ||
                  place_notes_county(page, county, NOTE_PAPER);
    return (struct supports){{
        [SUPPORT_ITSELF] = itself ? support_itself : 0,
        [SUPPORT_PLACE] = support_of_place(survey->place, county),
        [SUPPORT_PAPER] = support_paper * place_notes_share(page, county, NOTE_PAPER),
        [SUPPORT_NAMED] = support_named * place_notes_share(here, county, NOTE_NAMED),
        [SUPPORT_COUNTY] = support_county * place_notes_share(here, county, NOTE_COUNTY),
        [SUPPORT_PAGE_NAMED] = elsewhere * place_notes_share(page, county, NOTE_NAMED),
        [SUPPORT_PAGE_COUNTY] = elsewhere * place_notes_share(page, county, NOTE_COUNTY),
        [SUPPORT_PAGE_SETTLED] = settled ? support_settled : 0,
    }};
}

/* What a name means, and how that is known. */
struct settling {
    const struct county *county; /* NULL: it is not */
    enum settled_by by;
};

static struct settling settling_of(const struct county *county, enum settled_by by)
{
    return (struct settling){county, county ? by : SETTLED_NOT};
}

/* The county of this name that the page speaks for most, if it leads. */
static struct settling best_supported(const struct survey *survey, const struct place_name *name)
{
    const struct county *best = NULL;
    double highest = 0, second = 0;
    for (size_t i = 0; i < name->counties.len; i++) {
        struct supports supports = supports_of(survey, name, name->counties.at[i]);
        double sum = supports_sum(&supports);
        if (sum > highest) {
            second = highest;
            highest = sum;
            best = name->counties.at[i];
        } else if (sum > second) {
            second = sum;
        }
    }
    bool alone = name->level == PLACE_TOWNSHIP || name->gone;
    if (alone && name->counties.len == 1 && !survey->at_home && !name->wordy)
        return settling_of(name->counties.at[0], SETTLED_ALONE); /* nothing says otherwise */
    return settling_of(highest >= second + least_lead ? best : NULL, SETTLED_SUPPORT);
}

static const struct county *said_by_place(const struct survey *survey,
                                          const struct place_name *name)
{
    for (size_t i = 0; i < name->counties.len; i++) {
        if (str_eq(survey->place, name->counties.at[i]->code))
            return name->counties.at[i];
    }
    return NULL;
}

/* The one county among those of a name for which IS holds; NULL: none, or several. */
static const struct county *only_one(const struct survey *survey, const struct place_name *name,
                                     bool (*is)(const struct survey *survey,
                                                const struct county *county))
{
    const struct county *found = NULL;
    for (size_t i = 0; i < name->counties.len; i++) {
        if (!is(survey, name->counties.at[i]))
            continue;
        if (found)
            return NULL;
        found = name->counties.at[i];
    }
    return found;
}

static bool is_named(const struct survey *survey, const struct county *county)
{
    return place_notes_county(&survey->story_notes, county, NOTE_COUNTY);
}

bool is_of_home(const struct survey *survey, const struct county *county)
{
    return support_of_place(survey->place, county) >= support_place ||
           place_notes_share(&survey->page_notes, county, NOTE_PAPER) >= 1;
}

/* Whether the page is from where COUNTY is, or names it, or the story names its prefecture or
   another county of that. */
static bool is_near(const struct survey *survey, const struct county *county)
{
    return is_of_home(survey, county) ||
           place_notes_county(&survey->page_notes, county, NOTE_COUNTY) ||
           place_notes_prefecture(&survey->story_notes, county->prefecture, NOTE_NAMED) ||
           place_notes_prefecture(&survey->story_notes, county->prefecture, NOTE_COUNTY);
}

/* What a story's names mean that are plain, and those that were settled before the one at hand. */
struct named {
    struct map anywhere; /* name → struct settled */
    struct map
        before; /* the same, but the last: what follows 南京市鼓楼区 is about no other 鼓楼区 */
    struct map insisted; /* name → struct insistence */
    bool own;            /* it says 全县 or 本县, and one short name alone */
};

/* How much a story makes of a short name. */
struct insistence {
    double weight;
    size_t times;
    bool begins; /* a word, somewhere, by what stands before it */
};

/* Adds up what a story makes of its short names. */
static void insist(struct survey *survey, const struct story_survey *story, struct named *named)
{
    for (size_t i = 0; i < story->sightings.len; i++) {
        const struct sighting *sighting = &story->sightings.at[i];
        if (!sighting->mention.name->brief)
            continue;
        void **slot = map_at(survey->scratch, &named->insisted, sighting->mention.name->text);
        if (!*slot)
            *slot = ARENA_NEW(survey->scratch, struct insistence);
        struct insistence *insistence = *slot;
        insistence->weight += sighting->weight;
        insistence->times++;
        insistence->begins |= place_begins_word(sighting->block->text, sighting->mention.at);
    }
    named->own =
        survey->home_province && named->insisted.len == 1 && speaks_of_own_county(story->story);
}

/* The county of a short name, if the story has it in a heading and again, and somewhere begins a
   clause with it, or in a headline alone where it is of three characters, or, in a paper of its
   province or from nowhere, has no county in full, and it twice or beside 全县; NULL: it is none,
   or several bear it. */
static const struct county *insisted_on(const struct survey *survey, const struct named *named,
                                        const struct place_name *name)
{
    enum { LONG_CHARS = 3 };
    static const double enough = 5, of_headline = 4;
    const struct insistence *insistence = map_get(&named->insisted, name->text);
    const struct county *county = name->counties.at[0];
    if (!insistence || name->thing || name->counties.len > 1 || survey_is_far(survey, county))
        return NULL; /* 武平 of 岷县 is somebody */
    bool away = survey->home_prefecture && county->prefecture != survey->home_prefecture &&
                named->anywhere.len > 0;
    if (away && holds_char(STR("河江湖溪水"), name->text, utf8_last(name->text)))
        return NULL; /* 凌河 flows through other cities too */
    bool insists = insistence->weight >= enough && insistence->begins;
    bool near = survey->home_province || (!survey->at_home && insistence->begins);
    bool here = near && named->anywhere.len == 0 && (insistence->times > 1 || named->own);
    bool headed = insistence->weight >= of_headline && utf8_count(name->text) >= LONG_CHARS;
    return insists || here || headed ? county : NULL;
}

/* Whether the page's home has a township of NAME, whatever its level is called now: 平安乡 was
   平安镇's in its own county's paper. */
static bool is_like_home(const struct survey *survey, const struct place_name *name)
{
    struct township township;
    struct str stem = township_stem(name->text);
    if (!survey->home || name->level != PLACE_TOWNSHIP ||
        !township_short_at(survey->scratch, stem, word_head_at(stem, 0), &township) ||
        township.name.len != stem.len)
        return false;
    for (size_t i = 0; i < township.len; i++)
        if (&survey->gazetteer->counties[township.counties[i]] == survey->home)
            return true;
    return false;
}

/* The county near the page that has a township of NAME, whatever its level is called now, where
   none is near that has one called so today: 草池乡, which is 草池镇 in 简阳市; NULL: none, or
   several. */
static const struct county *like_near(const struct survey *survey, const struct place_name *name)
{
    struct township township;
    struct str stem = township_stem(name->text);
    const struct county *found = NULL;
    if (name->level != PLACE_TOWNSHIP || only_one(survey, name, is_near) ||
        !township_short_at(survey->scratch, stem, word_head_at(stem, 0), &township) ||
        township.name.len != stem.len)
        return NULL;
    for (size_t i = 0; i < township.len; i++) {
        const struct county *county = &survey->gazetteer->counties[township.counties[i]];
        if (!is_near(survey, county))
            continue;
        if (found)
            return NULL;
        found = county;
    }
    return found;
}

/* What a name means that is not plain. A short name: the county that the story names, else the one
   near, else the one that it is all about. A township's: likewise, and the only one near that has
   it by another level. A county's: the one that the story named before, the page's own, one of the
   page's home, the one that the story names later;
   城关镇 in a county's paper, that county.
   Where these do not tell: what all that the page says of places speaks for, or, where the name may
   be part of other words, what it means elsewhere on the page. */
static struct settling settle_by_page(const struct survey *survey,
                                      const struct place_mention *mention,
                                      const struct named *named)
{
    const struct place_name *name = mention->name;
    bool common = name->common && !mention->official;
    struct settling found = settling_of(settled_county(&named->before, name), SETTLED_BEFORE);
    if (!found.county && (name->brief || name->level == PLACE_TOWNSHIP))
        found = settling_of(only_one(survey, name, is_named), SETTLED_NAMED);
    if (!found.county && name->brief)
        found = settling_of(only_one(survey, name, is_near), SETTLED_NEAR);
    if (name->brief)
        return found.county ? found
                            : settling_of(insisted_on(survey, named, name), SETTLED_INSISTED);
    if (!found.county && mention->clear && is_like_home(survey, name))
        found = settling_of(survey->home, SETTLED_HOME);
    if (!found.county && name->usual && mention->clear)
        found = settling_of(survey->home, SETTLED_USUAL);
    if (!found.county && mention->clear)
        found = settling_of(like_near(survey, name), SETTLED_NEAR);
    if (!found.county)
        found = settling_of(said_by_place(survey, name), SETTLED_PLACE);
    if (!found.county && !common && mention->clear)
        found = settling_of(only_one(survey, name, is_of_home), SETTLED_HOME);
    if (!found.county)
        found = settling_of(settled_county(&named->anywhere, name), SETTLED_AFTER);
    if (found.county || common)
        return found;
    return mention->clear ? best_supported(survey, name)
                          : settling_of(settled_county(&survey->settled, name), SETTLED_PAGE);
}

static struct settled *last_named(struct arena *keep, struct map *before, struct str name)
{
    void **slot = map_at(keep, before, name);
    if (!*slot)
        *slot = ARENA_NEW(keep, struct settled);
    return *slot;
}

/* Records what a name means and which others it might, as the page spoke for them just then. */
static void record(const struct survey *survey, const struct story *story,
                   const struct sighting *sighting)
{
    struct arena *keep = &survey->grounds->keep;
    const struct place_name *name = sighting->mention.name;
    struct ground_name ground = {.story = story,
                                 .block = sighting->block,
                                 .text = str_dup(keep, name->text),
                                 .at = sighting->mention.at,
                                 .township = name->level == PLACE_TOWNSHIP,
                                 .loose = name->common || name->brief,
                                 .clear = sighting->mention.clear,
                                 .within = sighting->mention.within,
                                 .by = sighting->by,
                                 .county = sighting->county};
    for (size_t i = 0; i < name->counties.len; i++)
        vec_push(
            keep, &ground.rivals,
            (struct rival){name->counties.at[i], supports_of(survey, name, name->counties.at[i])});
    vec_push(keep, &survey->grounds->names, ground);
}

/* What the townships that a story names without their level tell of NAME. All of the story is read
   for it, so that it is ASKED for but a few names, and once for each. */
static struct settling settle_by_townships(struct survey *survey, const struct story_survey *story,
                                           const struct place_name *name, struct map *asked)
{
    enum { NAMES_MOST = 8 };
    struct settled *known = map_get(asked, name->text);
    if (!known && asked->len < NAMES_MOST) {
        known = ARENA_NEW(survey->scratch, struct settled);
        known->county = survey_told_by_townships(survey, story, name);
        *map_at(survey->scratch, asked, name->text) = known;
    }
    return settling_of(known ? known->county : NULL, SETTLED_TOWNSHIPS);
}

/* Settles the names of a story that are not plain, in its order. */
static void settle_rest(struct survey *survey, struct story_survey *story, struct named *named)
{
    struct map asked = {0}; /* name → struct settled */
    for (size_t i = 0; i < story->sightings.len; i++) {
        struct sighting *sighting = &story->sightings.at[i];
        const struct place_mention *mention = &sighting->mention;
        if (!sighting->county && !mention->within) {
            struct settling found = settle_by_page(survey, mention, named);
            if (!found.county && mention->clear && mention->name->level == PLACE_TOWNSHIP &&
                mention->name->counties.len > 1)
                found = settle_by_townships(survey, story, mention->name, &asked);
            sighting->county = found.county;
            sighting->by = found.by;
        }
        if (survey->grounds)
            record(survey, story->story, sighting);
        if (!sighting->county)
            continue;
        place_notes_add_county(&survey->story_notes, sighting->county, NOTE_COUNTY);
        last_named(survey->scratch, &named->before, mention->name->text)->county = sighting->county;
    }
}

void survey_settle(struct survey *survey, struct story_survey *story)
{
    struct named named = {0};
    place_notes_reset(&survey->story_notes);
    for (size_t i = 0; i < story->regions.len; i++)
        place_notes_add(&survey->story_notes, story->regions.at[i].mention.name, NOTE_NAMED);
    for (size_t i = 0; i < story->sightings.len; i++) {
        if (!story->sightings.at[i].county)
            continue;
        place_notes_add_county(&survey->story_notes, story->sightings.at[i].county, NOTE_COUNTY);
        remember(survey, &named.anywhere, &story->sightings.at[i]);
    }
    if (story->written_in) /* 作者系南京市高淳区作家协会会员, and 高淳 in the text */
        place_notes_add_county(&survey->story_notes, story->written_in, NOTE_COUNTY);
    insist(survey, story, &named);
    survey_settle_together(survey, story);
    settle_rest(survey, story, &named);
}
