/* SPDX-License-Identifier: MIT */
#include "site/view/view_region.h"
#include "site/paths.h"
#include "site/view/listing.h"

enum { COUNTIES_MAX = 30 };

static struct str name_of(const struct region_page *page)
{
    return page->prefecture ? page->prefecture->prefecture->name : page->province->province->name;
}

static struct str code_of(const struct region_page *page)
{
    return page->prefecture ? page->prefecture->prefecture->code : page->province->province->code;
}

static const struct entries *whole_of(const struct region_page *page)
{
    return page->prefecture ? &page->prefecture->whole : &page->province->whole;
}

static const struct entries *entries_of(const struct region_page *page)
{
    if (page->whole)
        return whole_of(page);
    return page->prefecture ? &page->prefecture->entries : &page->province->entries;
}

static void add_prefectures(struct arena *scratch, struct leaders *parts,
                            const struct province_index *province)
{
    for (size_t i = 0; i < province->prefectures.len; i++) {
        const struct prefecture_index *index = province->prefectures.at[i];
        const struct prefecture *prefecture = index->prefecture;
        if (prefecture->name.len)
            vec_push(scratch, parts,
                     (struct leader){prefecture->name, path_region(scratch, prefecture->code),
                                     index->entries.len});
    }
}

/* Of a province: its prefectures, the counties that have none between, and all of it. */
static struct leaders parts_of_province(struct arena *scratch, const struct strings *strings,
                                        const struct province_index *province)
{
    struct leaders parts = {0};
    add_prefectures(scratch, &parts, province);
    for (size_t i = 0; i < province->prefectures.len; i++) {
        const struct prefecture_index *direct = province->prefectures.at[i];
        if (direct->prefecture->name.len)
            continue;
        struct leaders counties = leaders_of_prefecture(scratch, strings, direct);
        for (size_t k = 0; k < counties.len; k++)
            vec_push(scratch, &parts, counties.at[k]);
    }
    if (has_whole(&province->whole, &province->entries))
        vec_push(scratch, &parts,
                 leader_of_whole(scratch, strings, province->province->name,
                                 province->province->code, &province->whole));
    return parts;
}

/* 山西省　140200 */
static struct str note_of(struct arena *scratch, const struct strings *strings,
                          const struct region_page *page)
{
    if (!page->prefecture)
        return code_of(page);
    return strings_fill(scratch, strings, "county-note-direct",
                        {"province", page->province->province->name}, {"code", code_of(page)});
}

static struct str title_of(struct arena *scratch, const struct strings *strings,
                           const struct region_page *page)
{
    struct str name = name_of(page);
    if (!page->whole)
        return name;
    return strings_fill(scratch, strings, "whole-title", {"name", name},
                        {"level", region_level(name)});
}

static struct links *crumbs_of(struct arena *scratch, const struct strings *strings,
                               const struct region_page *page)
{
    const struct province *province = page->province->province;
    struct links *crumbs = crumbs_new(scratch, strings);
    if (page->prefecture)
        links_add(scratch, crumbs, province->name, path_region(scratch, province->code));
    if (page->whole)
        links_add(scratch, crumbs, name_of(page), path_region(scratch, code_of(page)));
    links_add(scratch, crumbs, title_of(scratch, strings, page), STR_NONE);
    return crumbs;
}

static void region_opens(struct arena *scratch, struct listing *listing)
{
    const struct region_page *page = listing->view->output->subject;
    const struct strings *strings = listing->view->site->strings;
    struct leaders counties = leaders_counties(
        scratch, listing->entries, page->prefecture ? page->prefecture->prefecture : NULL,
        page->province->province);
    listing_opens_place(scratch, listing, name_of(page), counties.len);
    if (!page->whole)
        listing->parts = page->prefecture
                             ? leaders_of_prefecture(scratch, strings, page->prefecture)
                             : parts_of_province(scratch, strings, page->province);
    if (!page->prefecture)
        listing_side(scratch, listing, strings_get(strings, "counties-written"), counties,
                     COUNTIES_MAX, "counties");
}

struct value region_subject(struct arena *scratch, const struct view *view)
{
    const struct region_page *page = view->output->subject;
    const struct strings *strings = view->site->strings;
    struct listing listing = {
        .view = view,
        .name = title_of(scratch, strings, page),
        .note = note_of(scratch, strings, page),
        .crumbs = crumbs_of(scratch, strings, page),
        .entries = entries_of(page),
        .drawn = true,
        .parts_say = strings_fill(scratch, strings, "region-parts", {"region", name_of(page)}),
        .sides_say = strings_fill(scratch, strings, "region-sides", {"region", name_of(page)}),
    };
    return listing_subject(scratch, listing, region_opens);
}
