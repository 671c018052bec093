/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"
#include "site/view/view_counties.h"

static struct value counties_of(struct told_site *t)
{
    return subject_of(t, PAGE_COUNTIES, NULL, 1, 1);
}

static void an_archive_without_counties_says_so(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    struct value counties = counties_of(&t);
    assert_str(runs_at(&t.keep, counties, "deck"), "还没有写到县区的报道。");
    assert_int_equal(len_at(&t.keep, counties, "provinces"), 0);
    assert_int_equal(value_at(&t.keep, counties, "unplaced").kind, VALUE_NOTHING);
    assert_int_equal(counties_extent(&t.keep, &t.site).len, 0);
    told_clear(&t);
}

static void prefectures_have_their_counties(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt",
         .headline = "甲",
         .body = "一",
         .date = {2023, 10, 0},
         .basis = BASIS_TEXT,
         .counties = {"141127"},
         .topics = {"land", "culture"}},
        {.headline = "乙",
         .body = "二",
         .date = {2022, 12, 0},
         .basis = BASIS_PATH,
         .counties = {"141127"},
         .topics = {"land"}},
        {.headline = "丙",
         .body = "三",
         .date = {2022, 12, 0},
         .basis = BASIS_PATH,
         .counties = {"140215"}},
        {.headline = "丁", .body = "四"},
    };
    archive_of(&t, told, 4);
    struct value counties = counties_of(&t);
    struct arena *keep = &t.keep;
    assert_str(runs_at(keep, counties, "deck"), "山西省，2 个地市、2 个县区。另有 1 篇未归地区。");
    assert_false(value_at(keep, counties, "several").truth);
    struct value province = item_at(keep, counties, "provinces", 0);
    assert_str(text_at(keep, province, "id"), "p140000");
    struct value prefecture = item_at(keep, province, "prefectures", 0);
    assert_str(text_at(keep, prefecture, "name"), "吕梁市");
    assert_str(text_at(keep, prefecture, "id"), "p141100");
    assert_str(text_at(keep, prefecture, "count"), "2 篇，1 个县区");
    struct value row = item_at(keep, prefecture, "counties", 0);
    assert_str(text_at(keep, row, "name"), "岚县");
    assert_str(text_at(keep, row, "href"), "counties/141127.html");
    assert_str(text_at(keep, row, "dates"), "2022年12月—2023年10月");
    assert_true(value_at(keep, row, "supplied").truth);
    assert_int_equal(value_at(keep, row, "iso").kind, VALUE_NOTHING);
    assert_str(text_at(keep, row, "topics"), "土地、文化");
    row = item_at(keep, item_at(keep, province, "prefectures", 1), "counties", 0);
    assert_str(text_at(keep, row, "iso"), "2022-12");
    assert_false(value_at(keep, row, "supplied").truth);
    assert_int_equal(value_at(keep, row, "topics").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void several_provinces_are_told_apart(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt", .headline = "甲", .body = "一", .counties = {"141127"}},
        {.headline = "乙", .body = "二", .counties = {"659001"}},
        {.headline = "丙", .body = "三", .counties = {"110101"}},
    };
    archive_of(&t, told, 3);
    struct value counties = counties_of(&t);
    assert_true(value_at(&t.keep, counties, "several").truth);
    assert_str(runs_at(&t.keep, counties, "deck"), "3 个省区市，1 个地市、3 个县区。");
    struct value beijing = item_at(&t.keep, counties, "provinces", 0);
    assert_str(text_at(&t.keep, beijing, "name"), "北京市");
    assert_str(text_at(&t.keep, beijing, "count"), "1 篇，1 个县区");
    assert_str(text_at(&t.keep, item_at(&t.keep, beijing, "prefectures", 0), "name"), "直辖");
    told_clear(&t);
}

static void of_many_stories_without_a_county_some_are_shown(void **state)
{
    (void)state;
    struct told_site t;
    struct told told[25];
    for (size_t i = 0; i < 25; i++)
        told[i] = (struct told){.headline = "甲", .body = "一"};
    archive_of(&t, told, 20);
    struct value counties = counties_of(&t);
    assert_int_equal(len_at(&t.keep, counties, "unplaced"), 20);
    assert_int_equal(value_at(&t.keep, counties, "unplaced_more").kind, VALUE_NOTHING);
    told_clear(&t);
    archive_of(&t, told, 25);
    counties = counties_of(&t);
    assert_int_equal(len_at(&t.keep, counties, "unplaced"), 20);
    assert_str(text_at(&t.keep, counties, "unplaced_count"), "25 篇");
    assert_str(text_at(&t.keep, counties, "unplaced_more"), "另有 5 篇，按年月查");
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_archive_without_counties_says_so),
        cmocka_unit_test(prefectures_have_their_counties),
        cmocka_unit_test(several_provinces_are_told_apart),
        cmocka_unit_test(of_many_stories_without_a_county_some_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
