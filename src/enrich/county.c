/* SPDX-License-Identifier: MIT */
#include "enrich/county.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/place_notes.h"
#include "enrich/prominence.h"
#include "page/decode.h"
#include "page/lexicon.h"
#include "page/wordlist.h"
#include "story/locate.h"

/* A county's name in a block of a story. */
struct sighting {
    struct place_mention mention;
    const struct block *block;
    const struct county *county; /* settled; or NULL */
};

struct sightings VEC_OF(struct sighting);

/* What a story says of places. */
struct story_survey {
    struct story *story;
    struct sightings sightings;
    struct place_mentions regions; /* provinces and prefectures */
};

/* What the whole page says of them. */
struct survey {
    struct arena *keep;
    struct page *page;
    const struct gazetteer *gazetteer;
    bool at_home;                               /* it is known where the page is from … */
    const struct county *home;                  /* … and that a county is; or NULL */
    struct place_notes page_notes, story_notes; /* of all stories; of the one at hand */
    struct map settled;                         /* name → struct settled, of all stories */
    struct map told;                            /* name → the sighting that was told of */
};

/* The county that a name means wherever it is plain; NULL where it means several. */
struct settled {
    const struct county *county;
};

/* What speaks for one of the counties that bear a name, where the whole of it is there. */
static const double support_place = 4;    /* the page's `place` is in its prefecture */
static const double support_paper = 4;    /* the newspaper is of its prefecture */
static const double support_named = 4;    /* the story names its prefecture */
static const double support_settled = 1;  /* another story has it after its prefecture's name */
static const double support_county = 2;   /* the story names a county of its prefecture */
static const double support_page = 1;     /* each of these elsewhere on the page */
static const double support_province = 2; /* the page's `place` is in its province */
static const double support_itself = 4;   /* the story names it, or the newspaper is its own */
static const double least_lead = 1;       /* by so much the best must lead */

/* Of the weight of the county most in evidence: no more has one that a story only mentions. */
static const double passing_share = 0.4;

static bool is_wide(const struct place_name *name)
{
    return name->level < PLACE_COUNTY;
}

static void survey_block(struct survey *survey, struct story_survey *story,
                         const struct block *block)
{
    struct place_mentions mentions = place_mentions(survey->keep, survey->gazetteer, block->text);
    for (size_t i = 0; i < mentions.len; i++) {
        struct place_mention mention = mentions.at[i];
        if (!is_wide(mention.name))
            vec_push(survey->keep, &story->sightings, (struct sighting){mention, block, NULL});
        else
            vec_push(survey->keep, &story->regions, mention);
    }
}

static void survey_story(struct survey *survey, struct story_survey *found, struct story *story)
{
    found->story = story;
    for (size_t i = 0; i < story->blocks.len; i++)
        survey_block(survey, found, &story->blocks.at[i]);
    enum place_note note = story->kind == KIND_RESIDUE ? NOTE_PAPER : NOTE_NAMED;
    for (size_t i = 0; i < found->regions.len; i++)
        place_notes_add(&survey->page_notes, found->regions.at[i].name, note);
    survey->at_home |= note == NOTE_PAPER && found->regions.len > 0;
}

/* The one county that bears the name in the place that stands before it; NULL: none, or several. */
static const struct county *county_within(const struct place_mention *mention)
{
    const struct county *found = NULL;
    for (size_t i = 0; i < mention->name->counties.len; i++) {
        const struct county *county = mention->name->counties.at[i];
        if (!place_holds(mention->within, county))
            continue;
        if (found)
            return NULL;
        found = county;
    }
    return found;
}

/* What a name means that needs nothing else to be settled: one that stands after its prefecture's,
   or that stands clear and is borne by one county alone. */
static const struct county *plain_county(const struct place_mention *mention)
{
    const struct place_name *name = mention->name;
    if (mention->within)
        return county_within(mention);
    bool plain = name->level == PLACE_COUNTY && mention->clear && !name->common && !name->brief &&
                 name->counties.len == 1;
    return plain ? name->counties.at[0] : NULL;
}

/* Where the page is from: its `place`, and the places in the newspaper's name. */
static void survey_home(struct survey *survey)
{
    struct place_mentions mentions =
        place_mentions(survey->keep, survey->gazetteer, survey->page->facts.publication);
    survey->at_home = survey->page->facts.place.len > 0 || mentions.len > 0;
    survey->home = gazetteer_county(survey->gazetteer, survey->page->facts.place);
    for (size_t i = 0; i < mentions.len; i++) {
        const struct place_name *name = mentions.at[i].name;
        const struct county *county = is_wide(name) ? NULL : plain_county(&mentions.at[i]);
        if (name->brief && name->counties.len == 1)
            county = name->counties.at[0]; /* 瑞安日报 */
        if (county)
            place_notes_add_county(&survey->page_notes, county, NOTE_PAPER);
        else
            place_notes_add(&survey->page_notes, name, NOTE_PAPER);
        survey->home = survey->home ? survey->home : county;
    }
}

static void remember(struct survey *survey, struct map *settled, const struct sighting *sighting)
{
    void **slot = map_at(survey->keep, settled, sighting->mention.name->text);
    struct settled *known = *slot;
    if (!known) {
        *slot = known = ARENA_NEW(survey->keep, struct settled);
        known->county = sighting->county;
    } else if (known->county != sighting->county) {
        known->county = NULL;
    }
}

static void settle_as(struct survey *survey, struct sighting *sighting, const struct county *county)
{
    sighting->county = county;
    place_notes_add_county(&survey->page_notes, county, NOTE_COUNTY);
    remember(survey, &survey->settled, sighting);
}

/* A township settles the name of the county before it too: of all 鼓楼区 one has a 华大街道. */
static void settle_plain(struct survey *survey, struct story_survey *story)
{
    for (size_t i = 0; i < story->sightings.len; i++) {
        struct sighting *sighting = &story->sightings.at[i];
        const struct county *county = plain_county(&sighting->mention);
        if (!county)
            continue;
        settle_as(survey, sighting, county);
        struct sighting *before = i ? sighting - 1 : NULL;
        if (before && !before->county && before->mention.name == sighting->mention.within)
            settle_as(survey, before, county);
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

static double support(const struct survey *survey, const struct place_name *name,
                      const struct county *county)
{
    const struct place_notes *here = &survey->story_notes, *page = &survey->page_notes;
    double settled = settled_county(&survey->settled, name) == county ? support_settled : 0;
    bool itself = place_notes_county(here, county, NOTE_COUNTY) ||
                  place_notes_county(page, county, NOTE_PAPER);
    return settled + (itself ? support_itself : 0) +
           support_of_place(survey->page->facts.place, county) +
           support_paper * place_notes_share(page, county, NOTE_PAPER) +
           support_named * place_notes_share(here, county, NOTE_NAMED) +
           support_county * place_notes_share(here, county, NOTE_COUNTY) +
           support_page * place_notes_share(page, county, NOTE_NAMED) +
           support_page * place_notes_share(page, county, NOTE_COUNTY);
}

/* The county of this name that the page speaks for most, if it leads. */
static const struct county *best_supported(const struct survey *survey,
                                           const struct place_name *name)
{
    const struct county *best = NULL;
    double highest = 0, second = 0;
    for (size_t i = 0; i < name->counties.len; i++) {
        double sum = support(survey, name, name->counties.at[i]);
        if (sum > highest) {
            second = highest;
            highest = sum;
            best = name->counties.at[i];
        } else if (sum > second) {
            second = sum;
        }
    }
    if (name->level == PLACE_TOWNSHIP && name->counties.len == 1 && !survey->at_home)
        return name->counties.at[0]; /* nothing says otherwise */
    return highest >= second + least_lead ? best : NULL;
}

static const struct county *said_by_place(const struct survey *survey,
                                          const struct place_name *name)
{
    for (size_t i = 0; i < name->counties.len; i++) {
        if (str_eq(survey->page->facts.place, name->counties.at[i]->code))
            return name->counties.at[i];
    }
    return NULL;
}

static void tell_open(struct survey *survey, struct sighting *sighting)
{
    const struct place_mention *mention = &sighting->mention;
    const struct county *one = mention->name->counties.at[0], *two = mention->name->counties.at[1];
    void **slot = map_at(survey->keep, &survey->told, mention->name->text);
    if (*slot)
        return;
    *slot = sighting;
    struct locator locator = locator_of(survey->page, sighting->block);
    struct span span = locator_find(&locator, mention->at, mention->at + mention->name->text.len);
    diag_add(&survey->page->diags, D_COUNTY_OPEN, page_place(survey->page, span.start),
             "'%.*s' may be in %.*s%.*s or in %.*s%.*s", STR_FMT(mention->name->text),
             STR_FMT(one->prefecture->province->name), STR_FMT(one->prefecture->name),
             STR_FMT(two->prefecture->province->name), STR_FMT(two->prefecture->name));
}

/* The county of that name that the story named before: what follows 南京市鼓楼区 is about no other
   鼓楼区. */
static const struct county *named_before(const struct story_survey *story, size_t i)
{
    struct str text = story->sightings.at[i].mention.name->text;
    while (i-- > 0)
        if (story->sightings.at[i].county &&
            str_eq(story->sightings.at[i].mention.name->text, text))
            return story->sightings.at[i].county;
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

static bool is_of_home(const struct survey *survey, const struct county *county)
{
    return support_of_place(survey->page->facts.place, county) >= support_place ||
           place_notes_share(&survey->page_notes, county, NOTE_PAPER) >= 1;
}

/* Whether the page is from where COUNTY is, or names it. */
static bool is_near(const struct survey *survey, const struct county *county)
{
    return is_of_home(survey, county) ||
           place_notes_county(&survey->page_notes, county, NOTE_COUNTY);
}

/* What a name means that is not plain. A short name: the county that the story names, else the one
   near. A township's: likewise. A county's: the one that the story named before, the page's own,
   one of the page's home, the one that the story names later. Where these do not tell: what all
   that the page says of places speaks for, or, where the name may be part of other words, what it
   means elsewhere on the page. */
static const struct county *county_by_page(const struct survey *survey, const struct map *here,
                                           const struct story_survey *story, size_t i)
{
    const struct place_mention *mention = &story->sightings.at[i].mention;
    const struct place_name *name = mention->name;
    const struct county *county = named_before(story, i);
    if (!county && (name->brief || name->level == PLACE_TOWNSHIP))
        county = only_one(survey, name, is_named);
    if (!county && name->brief)
        return only_one(survey, name, is_near);
    if (!county)
        county = said_by_place(survey, name);
    if (!county && !name->common && mention->clear)
        county = only_one(survey, name, is_of_home);
    if (!county)
        county = settled_county(here, name);
    if (county || name->common)
        return county;
    return mention->clear ? best_supported(survey, name) : settled_county(&survey->settled, name);
}

/* The county that has both a township and a short name near each other in the story; NULL: none. */
static const struct county *county_of_both(const struct place_name *brief,
                                           const struct place_name *township)
{
    for (size_t i = 0; brief->brief && i < brief->counties.len; i++)
        for (size_t k = 0; township->level == PLACE_TOWNSHIP && k < township->counties.len; k++)
            if (brief->counties.at[i] == township->counties.at[k])
                return brief->counties.at[i];
    return NULL;
}

/* Settles short names and townships that stand near each other and agree: 月塘镇, and 仪征. */
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
            if (!county)
                continue;
            brief->county = township->county = county;
            place_notes_add_county(&survey->story_notes, county, NOTE_COUNTY);
        }
}

/* Whether a county's name should be told of that means one of several counties. A township's goes
   without saying where the story names a county. */
static bool is_open(const struct sighting *sighting, bool settled)
{
    const struct place_mention *mention = &sighting->mention;
    return !sighting->county && mention->clear && !mention->within && !mention->name->common &&
           !mention->name->brief && mention->name->counties.len > 1 &&
           (mention->name->level == PLACE_COUNTY || !settled);
}

static void tell_all_open(struct survey *survey, struct story_survey *story)
{
    bool settled = false;
    for (size_t i = 0; i < story->sightings.len; i++)
        settled |= story->sightings.at[i].county != NULL;
    for (size_t i = 0; i < story->sightings.len; i++)
        if (is_open(&story->sightings.at[i], settled))
            tell_open(survey, &story->sightings.at[i]);
}

static void settle_hard(struct survey *survey, struct story_survey *story)
{
    struct map here = {0};
    place_notes_reset(&survey->story_notes);
    for (size_t i = 0; i < story->regions.len; i++)
        place_notes_add(&survey->story_notes, story->regions.at[i].name, NOTE_NAMED);
    for (size_t i = 0; i < story->sightings.len; i++) {
        if (!story->sightings.at[i].county)
            continue;
        place_notes_add_county(&survey->story_notes, story->sightings.at[i].county, NOTE_COUNTY);
        remember(survey, &here, &story->sightings.at[i]);
    }
    settle_pairs(survey, story);
    for (size_t i = 0; i < story->sightings.len; i++) {
        struct sighting *sighting = &story->sightings.at[i];
        if (sighting->county || sighting->mention.within)
            continue;
        sighting->county = county_by_page(survey, &here, story, i);
        if (sighting->county)
            place_notes_add_county(&survey->story_notes, sighting->county, NOTE_COUNTY);
    }
    tell_all_open(survey, story);
}

/* A dateline says where a story comes from; a credit, who sent it, but a short name there is rather
   somebody's own. */
static double weight_of(const struct story *story, const struct sighting *sighting)
{
    switch (sighting->block->role) {
    case ROLE_DATELINE:
        return 3;
    case ROLE_BYLINE:
    case ROLE_CREDIT:
        return sighting->mention.name->brief ? 0 : 0.5;
    default:
        return block_prominence(story, sighting->block);
    }
}

/* A county of a story and how much in evidence it is. */
struct standing {
    struct story_county found;
    double weight;
    bool stressed; /* in the head, the dateline or the first paragraph */
    size_t order;
};

struct standings VEC_OF(struct standing);

static struct standing *standing_of(struct arena *keep, struct standings *standings,
                                    const struct county *county)
{
    for (size_t i = 0; i < standings->len; i++) {
        if (standings->at[i].found.county == county)
            return &standings->at[i];
    }
    size_t order = standings->len;
    vec_push(keep, standings, (struct standing){.found.county = county, .order = order});
    return &standings->at[standings->len - 1];
}

static int by_weight(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

/* Whether a county is only mentioned: seldom, or once and far from the page's home, beside FIRST.
 */
static bool is_passing(const struct survey *survey, const struct standing *first,
                       const struct standing *standing)
{
    bool stranger =
        is_of_home(survey, first->found.county) && !is_of_home(survey, standing->found.county);
    return !standing->stressed && (standing->weight <= first->weight * passing_share ||
                                   (stranger && standing->weight <= 1));
}

static void collect(struct survey *survey, const struct story_survey *found)
{
    struct standings standings = {0};
    struct locator locator = {0};
    for (size_t i = 0; i < found->sightings.len; i++) {
        const struct sighting *sighting = &found->sightings.at[i];
        double weight = weight_of(found->story, sighting);
        if (!sighting->county || weight <= 0)
            continue;
        struct standing *standing = standing_of(survey->keep, &standings, sighting->county);
        struct str text = sighting->mention.name->text;
        size_t at = sighting->mention.at;
        if (locator.block != sighting->block)
            locator = locator_of(survey->page, sighting->block);
        struct span span = locator_find(&locator, at, at + text.len);
        standing->weight += weight;
        standing->stressed |= weight > 1;
        vec_push(survey->keep, &standing->found.evidence, (struct evidence){text, span});
    }
    if (standings.len > 0)
        qsort(standings.at, standings.len, sizeof *standings.at, by_weight);
    for (size_t i = 0; i < standings.len; i++) {
        bool passing = is_passing(survey, &standings.at[0], &standings.at[i]);
        vec_push(survey->keep, passing ? &found->story->passing : &found->story->counties,
                 standings.at[i].found);
    }
}

/* ---- 我县 */

/* Whether the two characters at AT, 我县, are no part of other words: 自我区分, 全市场. */
static bool own_is_clear(struct str text, size_t at)
{
    enum { WORD_BESIDE = 7 }; /* a level: lexicon.h */
    struct utf8 own = utf8_at(text, at), level = utf8_next(text, own);
    uint32_t before[] = {utf8_before(text, at).code, own.code};
    uint32_t after[] = {level.code, utf8_next(text, level).code};
    return lexicon_level(before, 2) < WORD_BESIDE && lexicon_level(after, 2) < WORD_BESIDE;
}

/* Where TEXT speaks of the county that it is from: 我县, 全县; of a 市 我市. SIZE_MAX: nowhere. */
static size_t own_county_at(struct str text, const struct county *home)
{
    static const struct str owns[] = {WORD("我"), WORD("全"), WORD("本")};
    uint32_t level = utf8_last(home->name).code;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (wordlist_find(owns, COUNT(owns), str_slice(text, c.at, c.at + c.len)) &&
            utf8_next(text, c).code == level && own_is_clear(text, c.at))
            return c.at;
    return SIZE_MAX;
}

/* A story of a county's own paper that names no county, but speaks of 我县. */
static void find_own(const struct survey *survey, struct story *story)
{
    for (size_t i = 0; i < story->blocks.len && !story->counties.len; i++) {
        const struct block *block = &story->blocks.at[i];
        size_t at = block_prominence(story, block) > 0 ? own_county_at(block->text, survey->home)
                                                       : SIZE_MAX;
        if (at == SIZE_MAX)
            continue;
        size_t end = at + STR("我县").len;
        struct locator locator = locator_of(survey->page, block);
        struct story_county found = {.county = survey->home};
        vec_push(
            survey->keep, &found.evidence,
            (struct evidence){str_slice(block->text, at, end), locator_find(&locator, at, end)});
        vec_push(survey->keep, &story->counties, found);
    }
}

void stories_find_counties(struct arena *keep, struct page *page, struct stories *stories,
                           const struct gazetteer *gazetteer)
{
    struct survey survey = {
        .keep = keep,
        .page = page,
        .gazetteer = gazetteer,
        .page_notes = place_notes_new(keep, gazetteer),
        .story_notes = place_notes_new(keep, gazetteer),
    };
    struct story_survey *found = ARENA_ARRAY(keep, struct story_survey, stories->len);
    survey_home(&survey);
    for (size_t i = 0; i < stories->len; i++)
        survey_story(&survey, &found[i], &stories->at[i]);
    for (size_t i = 0; i < stories->len; i++)
        settle_plain(&survey, &found[i]);
    for (size_t i = 0; i < stories->len; i++) {
        if (stories->at[i].kind == KIND_RESIDUE)
            continue;
        settle_hard(&survey, &found[i]);
        collect(&survey, &found[i]);
        if (survey.home)
            find_own(&survey, &stories->at[i]);
    }
}
