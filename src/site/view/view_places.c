/* SPDX-License-Identifier: MIT */
#include "site/view/view_story.h"

#include "enrich/region.h"
#include "site/paths.h"
#include "site/view/sentence.h"

/* What a county or prefecture lies in: ，吕梁市，山西省. */
static void say_within(struct arena *scratch, struct sentence *said, const struct strings *strings,
                       const struct prefecture *prefecture, const struct province *province)
{
    struct run comma = run_text(strings_get(strings, "place-comma"));
    if (prefecture && prefecture->name.len) {
        vec_push(scratch, said, comma);
        vec_push(scratch, said,
                 run_linked(run_text(prefecture->name), path_region(scratch, prefecture->code)));
    }
    vec_push(scratch, said, comma);
    vec_push(scratch, said,
             run_linked(run_text(province->name), path_region(scratch, province->code)));
}

/* 临县、石楼县，吕梁市，山西省；河津市，运城市，山西省: each prefecture with its counties. */
static void say_prefecture(struct arena *scratch, struct sentence *said,
                           const struct strings *strings, const struct story_counties *counties,
                           const struct prefecture *prefecture)
{
    struct run comma = run_text(strings_get(strings, "list-comma"));
    if (said->len)
        vec_push(scratch, said, run_text(strings_get(strings, "place-stop")));
    bool first = true;
    for (size_t i = 0; i < counties->len; i++) {
        const struct county *county = counties->at[i].county;
        if (county->prefecture != prefecture)
            continue;
        if (!first)
            vec_push(scratch, said, comma);
        first = false;
        struct run name = run_text(county->name);
        name.supplied = counties->at[i].inferred;
        vec_push(scratch, said, run_linked(name, path_county(scratch, county)));
    }
    say_within(scratch, said, strings, prefecture, prefecture->province);
}

/* 大同市、朔州市，山西省: what a story is about as a whole, by the province of region I. */
static void say_regions(struct arena *scratch, struct sentence *said, const struct strings *strings,
                        const struct story_regions *regions, size_t i)
{
    const struct province *province = regions->at[i].province;
    bool prefectures = false;
    if (said->len)
        vec_push(scratch, said, run_text(strings_get(strings, "place-stop")));
    for (size_t k = i; k < regions->len; k++) {
        const struct story_region *region = &regions->at[k];
        if (region->province != province)
            continue;
        if (k > i)
            vec_push(scratch, said, run_text(strings_get(strings, "list-comma")));
        prefectures |= region->prefecture != NULL;
        vec_push(
            scratch, said,
            run_linked(run_text(region_name(region)), path_region(scratch, region_code(region))));
    }
    if (prefectures)
        say_within(scratch, said, strings, NULL, province);
}

static bool is_province_said(const struct story_regions *regions, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (regions->at[k].province == regions->at[i].province)
            return true;
    return false;
}

static bool is_said(const struct story_counties *counties, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (counties->at[k].county->prefecture == counties->at[i].county->prefecture)
            return true;
    }
    return false;
}

/* “朝阳区”几处同名，未定 */
static void say_open(struct arena *scratch, struct sentence *said, const struct strings *strings,
                     struct str name)
{
    if (said->len)
        vec_push(scratch, said, run_text(strings_get(strings, "place-stop")));
    struct run run = run_text(strings_fill(scratch, strings, "open-name", {"name", name}));
    run.supplied = true;
    vec_push(scratch, said, run);
}

struct value places_value(struct arena *scratch, const struct strings *strings,
                          const struct story *story)
{
    const struct story_counties *counties = &story->counties;
    struct sentence *said = ARENA_NEW(scratch, struct sentence);
    for (size_t i = 0; i < counties->len; i++) {
        if (!is_said(counties, i))
            say_prefecture(scratch, said, strings, counties, counties->at[i].county->prefecture);
    }
    for (size_t i = 0; i < story->regions.len; i++)
        if (!is_province_said(&story->regions, i))
            say_regions(scratch, said, strings, &story->regions, i);
    for (size_t i = 0; i < story->open.len; i++)
        say_open(scratch, said, strings, story->open.at[i].evidence.text);
    return said->len ? sentence_value(scratch, said) : VALUE_NONE;
}
