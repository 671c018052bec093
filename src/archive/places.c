/* SPDX-License-Identifier: MIT */
#include "archive/index.h"

#include <stdlib.h>

/* Adds an entry unless it is there: entries come in order, so only the last can be the same. */
static void add_once(struct archive *archive, struct entries *entries, const struct entry *entry)
{
    if (entries->len == 0 || entries->at[entries->len - 1] != entry)
        vec_push(archive->keep, entries, entry);
}

static struct province_index *province_of(struct archive *archive, const struct province *province)
{
    void **slot = map_at(archive->keep, &archive->by_division, province->code);
    if (!*slot) {
        struct province_index *made = ARENA_NEW(archive->keep, struct province_index);
        made->province = province;
        vec_push(archive->keep, &archive->provinces, made);
        *slot = made;
    }
    return *slot;
}

static struct prefecture_index *prefecture_of(struct archive *archive,
                                              const struct prefecture *prefecture)
{
    struct prefecture_index *found = map_get(&archive->by_division, prefecture->code);
    if (found)
        return found;
    struct province_index *parent = province_of(archive, prefecture->province);
    found = ARENA_NEW(archive->keep, struct prefecture_index);
    *found = (struct prefecture_index){.prefecture = prefecture, .parent = parent};
    vec_push(archive->keep, &parent->prefectures, found);
    *map_at(archive->keep, &archive->by_division, prefecture->code) = found;
    archive->prefectures_len++;
    return found;
}

static struct county_index *county_of(struct archive *archive, const struct county *county)
{
    struct county_index *found = map_get(&archive->by_division, county->code);
    if (found)
        return found;
    struct prefecture_index *parent = prefecture_of(archive, county->prefecture);
    found = ARENA_NEW(archive->keep, struct county_index);
    *found = (struct county_index){.county = county, .parent = parent};
    vec_push(archive->keep, &parent->counties, found);
    *map_at(archive->keep, &archive->by_division, county->code) = found;
    archive->counties_len++;
    return found;
}

static void add_to_region(struct archive *archive, const struct entry *entry,
                          const struct story_region *region)
{
    struct province_index *province = province_of(archive, region->province);
    struct prefecture_index *prefecture =
        region->prefecture ? prefecture_of(archive, region->prefecture) : NULL;
    add_once(archive, prefecture ? &prefecture->whole : &province->whole, entry);
    add_once(archive, &province->entries, entry);
    if (prefecture)
        add_once(archive, &prefecture->entries, entry);
}

static void add_entry(struct archive *archive, const struct entry *entry)
{
    const struct story_regions *regions = &entry->story->regions;
    const struct story_counties *counties = &entry->story->counties;
    for (size_t i = 0; i < counties->len; i++) {
        struct county_index *county = county_of(archive, counties->at[i].county);
        struct prefecture_index *prefecture = prefecture_of(archive, county->county->prefecture);
        struct province_index *province = province_of(archive, prefecture->prefecture->province);
        add_once(archive, &county->entries, entry);
        add_once(archive, &prefecture->entries, entry);
        add_once(archive, &province->entries, entry);
    }
    for (size_t i = 0; i < regions->len; i++)
        add_to_region(archive, entry, &regions->at[i]);
}

/* With most stories first, then by code. */
static int most_first(size_t a, size_t b, struct str code_a, struct str code_b)
{
    return a != b ? (a < b) - (a > b) : str_cmp(code_a, code_b);
}

static int county_order(const void *a, const void *b)
{
    const struct county_index *x = *(struct county_index *const *)a;
    const struct county_index *y = *(struct county_index *const *)b;
    return most_first(x->entries.len, y->entries.len, x->county->code, y->county->code);
}

static int prefecture_order(const void *a, const void *b)
{
    const struct prefecture_index *x = *(struct prefecture_index *const *)a;
    const struct prefecture_index *y = *(struct prefecture_index *const *)b;
    return most_first(x->entries.len, y->entries.len, x->prefecture->code, y->prefecture->code);
}

static int province_order(const void *a, const void *b)
{
    const struct province_index *x = *(struct province_index *const *)a;
    const struct province_index *y = *(struct province_index *const *)b;
    return most_first(x->entries.len, y->entries.len, x->province->code, y->province->code);
}

static void province_sort(struct province_index *province)
{
    struct prefecture_indexes *list = &province->prefectures;
    if (list->len)
        qsort(list->at, list->len, sizeof *list->at, prefecture_order);
    for (size_t i = 0; i < list->len; i++) {
        struct county_indexes *counties = &list->at[i]->counties;
        if (counties->len)
            qsort(counties->at, counties->len, sizeof *counties->at, county_order);
        province->counties_len += counties->len;
    }
}

void index_places(struct archive *archive)
{
    for (size_t i = 0; i < archive->entries.len; i++)
        add_entry(archive, archive->entries.at[i]);
    struct province_indexes *list = &archive->provinces;
    if (list->len)
        qsort(list->at, list->len, sizeof *list->at, province_order);
    for (size_t i = 0; i < list->len; i++)
        province_sort(list->at[i]);
}
