/* SPDX-License-Identifier: MIT */
#include "site/view/view_county.h"
#include "site/paths.h"
#include "site/view/listing.h"

enum { NEIGHBOURS_MAX = 20 };

/* The prefecture, or the province where there is none between. */
static struct str parent_name(const struct county *county)
{
    struct str prefecture = county->prefecture->name;
    return prefecture.len ? prefecture : county->prefecture->province->name;
}

/* 吕梁市，山西省　141127 */
static struct str county_place(struct arena *scratch, const struct strings *strings,
                               const struct county *county)
{
    struct str province = county->prefecture->province->name;
    if (!county->prefecture->name.len)
        return strings_fill(scratch, strings, "county-note-direct", {"province", province},
                            {"code", county->code});
    return strings_fill(scratch, strings, "county-note", {"prefecture", county->prefecture->name},
                        {"province", province}, {"code", county->code});
}

/* The same, and what it was called before: 旧称宜城县（至 1993 年）. */
static struct str county_note(struct arena *scratch, const struct strings *strings,
                              const struct county *county)
{
    struct str place = county_place(scratch, strings, county);
    struct former_names former = county_former_names(scratch, county);
    struct strs names = {0};
    for (size_t i = 0; i < former.len; i++)
        vec_push(scratch, &names,
                 strings_fill(scratch, strings, "county-former-name", {"name", former.at[i].text},
                              {"year", former.at[i].year}));
    struct str joined = strings_join(scratch, strings, "list-comma", &names);
    return names.len ? strings_fill(scratch, strings, "county-former", {"place", place},
                                    {"names", joined})
                     : place;
}

static struct links *county_crumbs(struct arena *scratch, const struct strings *strings,
                                   const struct county *county)
{
    struct links *crumbs = crumbs_new(scratch, strings);
    crumbs_add_places(scratch, crumbs, county->prefecture);
    links_add(scratch, crumbs, county->name, STR_NONE);
    return crumbs;
}

static struct leaders county_neighbours(struct arena *scratch, const struct county_index *index)
{
    struct leaders leaders = {0};
    const struct county_indexes *counties = &index->parent->counties;
    for (size_t i = 0; i < counties->len; i++) {
        const struct county_index *other = counties->at[i];
        if (other != index)
            vec_push(scratch, &leaders,
                     (struct leader){other->county->name, path_county(scratch, other->county),
                                     other->entries.len});
    }
    return leaders;
}

static void county_opens(struct arena *scratch, struct listing *listing)
{
    const struct county_index *index = listing->view->output->subject;
    struct str neighbours = strings_fill(scratch, listing->view->site->strings, "county-neighbours",
                                         {"prefecture", parent_name(index->county)});
    listing_opens_place(scratch, listing, index->county->name, 0);
    listing_side(scratch, listing, neighbours, county_neighbours(scratch, index), NEIGHBOURS_MAX,
                 "counties");
}

struct value county_subject(struct arena *scratch, const struct view *view)
{
    const struct county_index *index = view->output->subject;
    const struct strings *strings = view->site->strings;
    struct listing listing = {
        .view = view,
        .name = index->county->name,
        .note = county_note(scratch, strings, index->county),
        .crumbs = county_crumbs(scratch, strings, index->county),
        .entries = &index->entries,
        .crossing = str_format(scratch, "county=%.*s", STR_FMT(index->county->code)),
        .drawn = true,
        .sides_say =
            strings_fill(scratch, strings, "county-sides", {"county", index->county->name}),
    };
    return listing_subject(scratch, listing, county_opens);
}
