/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"
#include "site/view/leaders.h"

static const struct told stories[] = {
    {.page = "a.txt",
     .headline = "甲",
     .body = "一",
     .counties = {"141127", "141129"},
     .topics = {"agriculture", "land"},
     .people = {"马林", "张旭峰", "马林"},
     .word = "玉米"},
    {.headline = "乙",
     .body = "二",
     .counties = {"141129"},
     .topics = {"land"},
     .people = {"张旭峰"},
     .word = "耕地"},
    {.headline = "丙", .body = "三", .topics = {"land"}, .word = "耕地"},
    {.headline = "丁", .body = "四"},
};

static void check(struct leaders leaders, size_t i, const char *name, const char *href,
                  size_t count)
{
    assert_true(i < leaders.len);
    assert_str(leaders.at[i].name, name);
    if (href)
        assert_str(leaders.at[i].href, href);
    assert_int_equal(leaders.at[i].count, count);
}

static void crossings_count_most_first(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    const struct entries *all = &t.archive->entries;

    struct leaders topics = leaders_topics(&t.keep, all, NULL);
    assert_int_equal(topics.len, 2);
    check(topics, 0, "土地", "topics/land.html", 3);
    check(topics, 1, "农业", "topics/agriculture.html", 1);

    struct leaders counties = leaders_counties(&t.keep, all, NULL, NULL);
    assert_int_equal(counties.len, 2);
    check(counties, 0, "中阳县", "counties/141129.html", 2);
    check(counties, 1, "岚县", "counties/141127.html", 1);

    struct leaders people = leaders_people(&t.keep, t.archive, all, NULL);
    assert_int_equal(people.len, 2);
    check(people, 0, "张旭峰", NULL, 2);
    check(people, 1, "马林", NULL, 1);
    told_clear(&t);
}

static void what_the_page_is_about_is_left_out(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    const struct entries *all = &t.archive->entries;
    assert_int_equal(leaders_topics(&t.keep, all, told_topic(&t, "land")).len, 1);
    const struct county *county = gazetteer_county(t.reference.gazetteer, STR("141129"));
    const struct prefecture *other = gazetteer_prefecture(t.reference.gazetteer, STR("140200"));
    assert_true(leaders_counties(&t.keep, all, county->prefecture, NULL).len > 0);
    assert_int_equal(leaders_counties(&t.keep, all, other, NULL).len, 0);
    const struct person *person = map_get(&t.archive->by_person, STR("马林"));
    check(leaders_people(&t.keep, t.archive, all, person), 0, "张旭峰", NULL, 2);
    told_clear(&t);
}

static void equals_stand_as_they_first_occur(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told = {.headline = "甲", .body = "一", .people = {"乙", "丙", "甲"}};
    archive_of(&t, &told, 1);
    struct leaders people = leaders_people(&t.keep, t.archive, &t.archive->entries, NULL);
    check(people, 0, "乙", NULL, 1);
    check(people, 2, "甲", NULL, 1);
    told_clear(&t);
}

static void evidence_is_counted_by_stories(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct leaders words = leaders_evidence(&t.keep, map_get(&t.archive->by_topic, STR("land")));
    assert_int_equal(words.len, 2);
    check(words, 0, "耕地", NULL, 2);
    check(words, 1, "玉米", NULL, 1);
    told_clear(&t);
}

static void of_the_whole_archive_all_are_listed(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct leaders topics = leaders_all_topics(&t.keep, t.site.strings, t.archive);
    assert_int_equal(topics.len, 3);
    check(topics, 2, "其他", "topics/other.html", 1);
    struct leaders people = leaders_all_people(&t.keep, t.archive);
    check(people, 0, "张旭峰", NULL, 2);
    const struct prefecture_index *prefecture = t.archive->provinces.at[0]->prefectures.at[0];
    check(leaders_of_prefecture(&t.keep, t.site.strings, prefecture), 0, "中阳县",
          "counties/141129.html", 2);
    assert_int_equal(leaders_first(topics, 2).len, 2);
    assert_int_equal(leaders_first(topics, 9).len, 3);
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crossings_count_most_first),
        cmocka_unit_test(what_the_page_is_about_is_left_out),
        cmocka_unit_test(equals_stand_as_they_first_occur),
        cmocka_unit_test(evidence_is_counted_by_stories),
        cmocka_unit_test(of_the_whole_archive_all_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
