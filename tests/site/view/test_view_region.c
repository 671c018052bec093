/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"

static const struct told stories[] = {
    {.page = "a.txt", .headline = "甲", .body = "一", .counties = {"141127"}, .topics = {"land"}},
    {.headline = "乙", .body = "二", .region = "141100", .people = {"王刚"}},
    {.headline = "丙", .body = "三", .region = "140000"},
    {.headline = "丁", .body = "四", .counties = {"140215", "141127"}},
};

/* The page of the prefecture CODE; NULL: of the first province. */
static struct value region_of(struct told_site *t, const char *code, bool whole, size_t sheet)
{
    struct region_page *page = ARENA_NEW(&t->keep, struct region_page);
    page->province = t->archive->provinces.at[0];
    page->whole = whole;
    if (code) {
        page->prefecture = map_get(&t->archive->by_division, str_of(code));
        assert_non_null(page->prefecture);
        page->province = page->prefecture->parent;
    }
    return subject_of(t, PAGE_REGION, page, sheet, 2);
}

static void assert_parts(struct told_site *t, struct value region, const char *const *wanted)
{
    size_t len = 0;
    for (; wanted[len]; len++) {
        struct value part = item_at(&t->keep, region, "parts", len);
        struct str said =
            str_format(&t->keep, "%.*s %lld", STR_FMT(text_at(&t->keep, part, "name")),
                       value_at(&t->keep, part, "count").number);
        assert_str(said, wanted[len]);
    }
    assert_int_equal(len_at(&t->keep, region, "parts"), len);
}

static void a_province_leads_to_its_prefectures(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct value province = region_of(&t, NULL, false, 1);
    assert_str(text_at(&t.keep, province, "title"), "山西省");
    assert_str(runs_at(&t.keep, province, "deck"),
               "存报道 4 篇，理自 1 个版面，写到 2 个县区；日期不详。");
    const char *const parts[] = {"吕梁市 3", "大同市 1", "全省综合 1", NULL};
    assert_parts(&t, province, parts);
    assert_str(text_at(&t.keep, item_at(&t.keep, province, "parts", 2), "href"),
               "counties/140000-whole.html");
    assert_str(text_at(&t.keep, item_at(&t.keep, province, "parts", 0), "href"),
               "counties/141100.html");
    told_clear(&t);
}

static void a_prefecture_leads_to_its_counties(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct value prefecture = region_of(&t, "141100", false, 1);
    assert_str(text_at(&t.keep, prefecture, "note"), "山西省　141100");
    const char *const parts[] = {"岚县 2", "全市综合 1", NULL};
    assert_parts(&t, prefecture, parts);
    assert_int_equal(value_at(&t.keep, prefecture, "list/len").number, 3);
    assert_int_equal(len_at(&t.keep, prefecture, "crumbs"), 3);
    assert_str(text_at(&t.keep, item_at(&t.keep, prefecture, "crumbs", 1), "href"),
               "counties/140000.html");
    struct value other = region_of(&t, "140200", false, 1);
    const char *const counties[] = {"云州区 1", NULL};
    assert_parts(&t, other, counties);
    told_clear(&t);
}

static void stories_about_all_of_it_have_a_page(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct value whole = region_of(&t, "141100", true, 1);
    assert_str(text_at(&t.keep, whole, "title"), "吕梁市全市综合");
    assert_int_equal(value_at(&t.keep, whole, "list/len").number, 1);
    assert_int_equal(len_at(&t.keep, whole, "parts"), 0);
    assert_str(text_at(&t.keep, item_at(&t.keep, whole, "crumbs", 2), "href"),
               "counties/141100.html");
    struct value item = item_at(&t.keep, item_at(&t.keep, whole, "list/groups", 0), "entries", 0);
    assert_str(text_at(&t.keep, item, "headline"), "乙");
    assert_int_equal(value_at(&t.keep, item, "places").kind, VALUE_NOTHING); /* the page says it */
    told_clear(&t);
}

static void later_sheets_are_brief(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    t.config.per_page = 2;
    assert_true(len_at(&t.keep, region_of(&t, "141100", false, 1), "sides") > 0);
    struct value second = region_of(&t, "141100", false, 2);
    assert_int_equal(len_at(&t.keep, second, "parts"), 0);
    assert_int_equal(len_at(&t.keep, second, "sides"), 0);
    told_clear(&t);
}

static void a_municipality_leads_to_its_districts(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt", .headline = "甲", .body = "一", .counties = {"110101"}},
        {.headline = "乙", .body = "二", .region = "110000"},
    };
    archive_of(&t, told, 2);
    const char *const parts[] = {"东城区 1", "全市综合 1", NULL};
    assert_parts(&t, region_of(&t, NULL, false, 1), parts);
    told_clear(&t);
}

static void counties_elsewhere_are_not_its_own(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt", .headline = "甲", .body = "一", .counties = {"140221", "130728"}},
    };
    archive_of(&t, told, 1);
    assert_str(runs_at(&t.keep, region_of(&t, "140200", false, 1), "deck"),
               "存报道 1 篇，理自 1 个版面，写到 1 个县区；日期不详。");
    const char *const parts[] = {"阳高县 1", NULL};
    assert_parts(&t, region_of(&t, "140200", false, 1), parts);
    told_clear(&t);
}

static void what_is_all_about_all_of_it_needs_no_second_page(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt", .headline = "甲", .body = "一", .region = "140200"}};
    archive_of(&t, told, 1);
    assert_int_equal(len_at(&t.keep, region_of(&t, "140200", false, 1), "parts"), 0);
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_province_leads_to_its_prefectures),
        cmocka_unit_test(a_prefecture_leads_to_its_counties),
        cmocka_unit_test(stories_about_all_of_it_have_a_page),
        cmocka_unit_test(later_sheets_are_brief),
        cmocka_unit_test(a_municipality_leads_to_its_districts),
        cmocka_unit_test(counties_elsewhere_are_not_its_own),
        cmocka_unit_test(what_is_all_about_all_of_it_needs_no_second_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
