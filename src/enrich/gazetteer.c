/* SPDX-License-Identifier: MIT */
#include "enrich/gazetteer.h"

#include "base/embedded.h"
#include "enrich/place_names.h"
#include "enrich/table.h"

/* How many divisions of each level the table has, so that none moves once it is pointed to. */
static void table_count(struct str table, struct gazetteer *gazetteer)
{
    struct str code;
    while (table_row(&table, &code, 1)) {
        if (str_ends(code, STR("0000")))
            gazetteer->provinces_len++;
        else if (str_ends(code, STR("00")))
            gazetteer->prefectures_len++;
        else
            gazetteer->counties_len++;
    }
}

/* In the order of codes a division comes after the one that it belongs to. */
static void table_fill(struct str table, struct gazetteer *gazetteer)
{
    struct province *province = gazetteer->provinces;
    struct prefecture *prefecture = gazetteer->prefectures;
    struct county *county = gazetteer->counties;
    struct str row[3];
    while (table_row(&table, row, 3)) {
        if (str_ends(row[0], STR("0000")))
            *province++ = (struct province){row[0], row[1], row[2]};
        else if (str_ends(row[0], STR("00")))
            *prefecture++ = (struct prefecture){row[0], row[1], row[2], province - 1};
        else
            *county++ = (struct county){
                .code = row[0], .name = row[1], .pinyin = row[2], .prefecture = prefecture - 1};
    }
}

/* gazetteer_county(), while the list is being filled. */
static struct county *county_at(const struct gazetteer *gazetteer, struct str code)
{
    const struct county *county = gazetteer_county(gazetteer, code);
    return county ? &gazetteer->counties[county - gazetteer->counties] : NULL;
}

/* Notes what districts were that were cities, after they had been counties. */
static void fill_cities(struct str table, const struct gazetteer *gazetteer)
{
    struct str row[3], again = table;
    while (table_row(&table, row, 3)) {
        struct county *county = county_at(gazetteer, row[0]);
        uint16_t year = table_number(row[2]);
        if (county && str_ends(county->name, STR("区")) && str_ends(row[1], STR("市")) &&
            year > county->city_until) {
            county->city = row[1];
            county->city_until = year;
        }
    }
    while (table_row(&again, row, 3)) {
        struct county *county = county_at(gazetteer, row[0]);
        uint16_t year = table_number(row[2]);
        if (county && str_ends(row[1], STR("县")) && year < county->city_until &&
            year >= county->city_from)
            county->city_from = (uint16_t)(year + 1);
    }
}

const struct gazetteer *gazetteer_builtin(struct arena *keep)
{
    struct gazetteer *gazetteer = ARENA_NEW(keep, struct gazetteer);
    struct str table = embedded_get(embedded_data, "divisions.tsv");
    table_count(table, gazetteer);
    gazetteer->provinces = ARENA_ARRAY(keep, struct province, gazetteer->provinces_len);
    gazetteer->prefectures = ARENA_ARRAY(keep, struct prefecture, gazetteer->prefectures_len);
    gazetteer->counties = ARENA_ARRAY(keep, struct county, gazetteer->counties_len);
    table_fill(table, gazetteer);
    fill_cities(embedded_get(embedded_data, "former-names.tsv"), gazetteer);
    gazetteer->names = place_names_index(keep, gazetteer);
    return gazetteer;
}

/* The first member of all three structs is the code, and the lists are in its order. */
static const void *find_code(const void *list, size_t len, size_t size, struct str code)
{
    size_t low = 0, high = len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const void *element = (const char *)list + middle * size;
        int order = str_cmp(*(const struct str *)element, code);
        if (order == 0)
            return element;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct county *gazetteer_county(const struct gazetteer *gazetteer, struct str code)
{
    return find_code(gazetteer->counties, gazetteer->counties_len, sizeof(struct county), code);
}

const struct prefecture *gazetteer_prefecture(const struct gazetteer *gazetteer, struct str code)
{
    return find_code(gazetteer->prefectures, gazetteer->prefectures_len, sizeof(struct prefecture),
                     code);
}

const struct province *gazetteer_province(const struct gazetteer *gazetteer, struct str code)
{
    return find_code(gazetteer->provinces, gazetteer->provinces_len, sizeof(struct province), code);
}

struct str county_name_on(const struct county *county, struct date date)
{
    bool city = date.year && date.year >= county->city_from && date.year <= county->city_until;
    return city ? county->city : county->name;
}

struct former_names county_former_names(struct arena *keep, const struct county *county)
{
    struct former_names names = {0};
    struct str table = embedded_get(embedded_data, "former-names.tsv"), row[3];
    while (table_row(&table, row, 3))
        if (str_eq(row[0], county->code))
            vec_push(keep, &names, (struct former_name){row[1], row[2]});
    return names;
}
