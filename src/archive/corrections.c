/* SPDX-License-Identifier: MIT */
#include "archive/corrections.h"

#include "enrich/date_page.h"
#include "enrich/region.h"

/* A correction on its way to its story. */
struct correcting {
    struct arena *keep;
    const struct reference *reference;
    struct page *page;
};

static bool says_none(const struct yaml_strings *list)
{
    return list->len == 1 && str_eq(list->at[0].value, STR("none"));
}

static void tell_unknown(const struct correcting *correcting, const struct yaml_string *item,
                         const char *what)
{
    diag_add(&correcting->page->diags, D_FRONT_MATTER, item->place, "'%.*s' is no %s",
             STR_FMT(item->value), what);
}

static bool is_of_places(enum diag_id id)
{
    return id == D_COUNTY_OPEN || id == D_COUNTY_OPEN_AWAY;
}

static bool is_of_dates(enum diag_id id)
{
    return id == D_DATE_CONFLICT; /* others may be of the whole page */
}

static bool holds_line(const struct story *story, uint32_t line)
{
    for (size_t i = 0; i < story->blocks.len; i++)
        if (story->blocks.at[i].first_line <= line && line <= story->blocks.at[i].last_line)
            return true;
    return false;
}

/* Takes back what was found open in STORY that the archivist now says. */
static void untell(const struct correcting *correcting, const struct story *story,
                   bool (*is_of)(enum diag_id id))
{
    struct diags *diags = &correcting->page->diags;
    size_t kept = 0;
    for (size_t i = 0; i < diags->len; i++)
        if (!is_of(diags->at[i].id) || !holds_line(story, diags->at[i].place.line))
            diags->at[kept++] = diags->at[i];
    diags->len = kept;
}

/* ---- places */

static struct story_county *county_in(const struct story_counties *list,
                                      const struct county *county)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->at[i].county == county)
            return &list->at[i];
    return NULL;
}

/* Adds the COUNTY with what STORY has of evidence for it. */
static void add_county(struct arena *keep, struct story_counties *counties,
                       const struct story *story, const struct county *county)
{
    const struct story_county *found = county_in(&story->counties, county);
    if (!found)
        found = county_in(&story->passing, county);
    struct story_county given = {.county = county};
    if (found)
        given.evidence = found->evidence;
    if (!county_in(counties, county))
        vec_push(keep, counties, given);
}

static void add_region(struct arena *keep, struct story_regions *regions, const struct story *story,
                       struct story_region region)
{
    const void *place = region_place(&region);
    for (size_t i = 0; i < regions->len; i++)
        if (region_place(&regions->at[i]) == place)
            return;
    for (size_t i = 0; i < story->regions.len; i++)
        if (region_place(&story->regions.at[i]) == place)
            region.evidence = story->regions.at[i].evidence;
    vec_push(keep, regions, region);
}

/* The counties of FROM that are not among COUNTIES are only mentioned, where words name them. */
static void add_passing(struct arena *keep, struct story_counties *passing,
                        const struct story_counties *from, const struct story_counties *counties)
{
    for (size_t i = 0; i < from->len; i++)
        if (from->at[i].evidence.len && !from->at[i].inferred &&
            !county_in(counties, from->at[i].county))
            vec_push(keep, passing, from->at[i]);
}

static void correct_places(const struct correcting *correcting, const struct yaml_strings *list,
                           struct story *story)
{
    struct arena *keep = correcting->keep;
    const struct gazetteer *gazetteer = correcting->reference->gazetteer;
    struct story_counties counties = {0}, passing = {0};
    struct story_regions regions = {0};
    for (size_t i = 0; i < list->len && !says_none(list); i++) {
        struct str code = list->at[i].value;
        const struct county *county = gazetteer_county(gazetteer, code);
        const struct prefecture *prefecture = gazetteer_prefecture(gazetteer, code);
        const struct province *province = gazetteer_province(gazetteer, code);
        if (county)
            add_county(keep, &counties, story, county);
        else if (prefecture)
            add_region(keep, &regions, story,
                       (struct story_region){prefecture, prefecture->province, {0}});
        else if (province)
            add_region(keep, &regions, story, (struct story_region){NULL, province, {0}});
        else
            tell_unknown(correcting, &list->at[i], "code of a county, prefecture or province");
    }
    if (!counties.len && !regions.len && !says_none(list))
        return;
    add_passing(keep, &passing, &story->counties, &counties);
    add_passing(keep, &passing, &story->passing, &counties);
    story->counties = counties;
    story->passing = passing;
    story->regions = regions;
    story->open = (struct story_open_names){0};
    story->places_given = true;
    untell(correcting, story, is_of_places);
}

/* ---- topics */

static void correct_topics(const struct correcting *correcting, const struct yaml_strings *list,
                           struct story *story)
{
    struct story_topics topics = {0};
    for (size_t i = 0; i < list->len && !says_none(list); i++) {
        struct story_topic given = {
            .topic = topics_find(correcting->reference->topics, list->at[i].value)};
        bool twice = false;
        for (size_t k = 0; k < topics.len; k++)
            twice |= topics.at[k].topic == given.topic;
        for (size_t k = 0; k < story->topics.len; k++)
            if (story->topics.at[k].topic == given.topic)
                given = story->topics.at[k];
        if (!given.topic)
            tell_unknown(correcting, &list->at[i], "id of a topic");
        else if (!twice)
            vec_push(correcting->keep, &topics, given);
    }
    if (!topics.len && !says_none(list))
        return;
    story->topics = topics;
    story->topics_given = true;
}

/* ---- which story */

/* What follows the SLUG in an id, from the '-' on; empty: it does not begin with it. */
static struct str tail_of(struct str id, struct str slug)
{
    struct str tail = str_slice(id, slug.len, id.len);
    return str_starts(id, slug) && str_starts(tail, STR("-")) ? tail : STR_NONE;
}

static struct story *story_with(const struct stories *stories, struct str slug, struct str id)
{
    for (size_t i = 0; i < stories->len; i++) {
        struct story *story = &stories->at[i];
        struct str tail = tail_of(story->id, slug);
        if (story->kind != KIND_RESIDUE &&
            (str_eq(story->id, id) || (tail.len && str_ends(id, tail))))
            return story;
    }
    return NULL;
}

/* Whether a fault was told of correction I, from its line to the next one's. */
static bool is_told(const struct page *page, size_t i)
{
    const struct correction *at = &page->facts.corrections.at[i];
    uint32_t end = i + 1 < page->facts.corrections.len ? at[1].place.line : UINT32_MAX;
    for (size_t k = 0; k < page->diags.len; k++) {
        const struct diag *diag = &page->diags.at[k];
        if (diag->id == D_FRONT_MATTER && diag->place.line >= at->place.line &&
            diag->place.line < end)
            return true;
    }
    return false;
}

/* Whether two corrections say the same of a story: its places, topics or date. */
static bool say_alike(const struct correction *a, const struct correction *b)
{
    return (a->places.len && b->places.len) || (a->topics.len && b->topics.len) ||
           (a->date.year && b->date.year);
}

static void correct(const struct correcting *correcting, const struct correction *correction,
                    struct story *story)
{
    if (correction->places.len)
        correct_places(correcting, &correction->places, story);
    if (correction->topics.len)
        correct_topics(correcting, &correction->topics, story);
    if (!correction->date.year)
        return;
    story->date = story_date_of(correction->date, BASIS_FRONT_MATTER);
    untell(correcting, story, is_of_dates);
}

void corrections_apply(struct arena *keep, const struct reference *reference, struct str slug,
                       struct page *page, struct stories *stories)
{
    struct correcting correcting = {keep, reference, page};
    const struct corrections *corrections = &page->facts.corrections;
    const struct story **corrected = ARENA_ARRAY(keep, const struct story *, corrections->len);
    for (size_t i = 0; i < corrections->len; i++) {
        const struct correction *correction = &corrections->at[i];
        struct story *story = story_with(stories, slug, correction->id);
        bool idle = !say_alike(correction, correction), told = is_told(page, i), twice = false;
        for (size_t k = 0; story && k < i; k++)
            twice |= corrected[k] == story && say_alike(&corrections->at[k], correction);
        corrected[i] = story;
        if (!story && (correction->id.len || !told))
            diag_add(&page->diags, D_CORRECTION_UNUSED, correction->place,
                     "no story of this page has the id '%.*s'", STR_FMT(correction->id));
        else if (story && idle && !told)
            diag_add(&page->diags, D_CORRECTION_IDLE, correction->place,
                     "nothing is said of the story '%.*s'", STR_FMT(correction->id));
        else if (twice)
            diag_add(&page->diags, D_CORRECTION_IDLE, correction->place,
                     "the same is said of the story '%.*s' above", STR_FMT(correction->id));
        else if (story)
            correct(&correcting, correction, story);
    }
}
