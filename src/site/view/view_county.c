/* SPDX-License-Identifier: MIT */
#include "site/view/view_county.h"
#include "site/paths.h"
#include "site/view/deck.h"
#include "site/view/listing.h"
#include "site/view/view_list.h"

enum { TOPICS_MAX = 30, PEOPLE_MAX = 20, NEIGHBOURS_MAX = 20 };

/* The prefecture, or the province where there is none between. */
static struct str parent_name(const struct county *county)
{
    struct str prefecture = county->prefecture->name;
    return prefecture.len ? prefecture : county->prefecture->province->name;
}

/* 吕梁市，山西省　141127 */
static struct str county_note(struct arena *scratch, const struct strings *strings,
                              const struct county *county)
{
    struct str province = county->prefecture->province->name;
    if (!county->prefecture->name.len)
        return strings_fill(scratch, strings, "county-note-direct", {"province", province},
                            {"code", county->code});
    return strings_fill(scratch, strings, "county-note", {"prefecture", county->prefecture->name},
                        {"province", province}, {"code", county->code});
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

static void county_opens(struct arena *scratch, struct listing *listing,
                         const struct county_index *index)
{
    const struct site *site = listing->view->site;
    struct str name = index->county->name;
    deck_stories(scratch, &listing->deck, site->strings, &index->entries);
    deck_pages(scratch, &listing->deck, site->strings, &index->entries);
    deck_span(scratch, &listing->deck, site->strings, &index->entries);
    deck_stop(scratch, &listing->deck, site->strings);
    listing_side(scratch, listing, strings_get(site->strings, "topics-written"),
                 leaders_topics(scratch, &index->entries, NULL), TOPICS_MAX);
    listing_side(scratch, listing,
                 strings_fill(scratch, site->strings, "county-people", {"county", name}),
                 leaders_people(scratch, site->archive, &index->entries, NULL), PEOPLE_MAX);
    listing_side(scratch, listing,
                 strings_fill(scratch, site->strings, "county-neighbours",
                              {"prefecture", parent_name(index->county)}),
                 county_neighbours(scratch, index), NEIGHBOURS_MAX);
}

struct value county_subject(struct arena *scratch, const struct view *view)
{
    const struct county_index *index = view->output->subject;
    const struct strings *strings = view->site->strings;
    struct listing *listing = ARENA_NEW(scratch, struct listing);
    *listing = (struct listing){
        .view = view,
        .name = index->county->name,
        .note = county_note(scratch, strings, index->county),
        .crumbs = county_crumbs(scratch, strings, index->county),
        .entries = &index->entries,
        .drawn = true,
        .sides_say =
            strings_fill(scratch, strings, "county-sides", {"county", index->county->name}),
    };
    if (sheet_opens(view))
        county_opens(scratch, listing, index);
    else
        listing_brief(scratch, listing);
    return listing_value(listing);
}
