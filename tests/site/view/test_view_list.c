/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"
#include "site/paths.h"
#include "site/view/view_list.h"

enum { PER_PAGE = 50 };

/* The list of all stories of T as the SHEET-th page of a county's. */
static struct value list_of(struct told_site *t, size_t sheet, enum list_groups by)
{
    struct output *output = ARENA_NEW(&t->keep, struct output);
    const struct county *county = gazetteer_county(t->reference.gazetteer, STR("141127"));
    struct county_index *index = ARENA_NEW(&t->keep, struct county_index);
    *index = (struct county_index){.county = county};
    *output = (struct output){.kind = PAGE_COUNTY,
                              .subject = index,
                              .path = path_sheet(&t->keep, STR("counties/141127.html"), sheet),
                              .sheet = sheet,
                              .sheets = sheets_of(&t->config, t->archive->entries.len)};
    struct view *view = ARENA_NEW(&t->keep, struct view);
    *view = (struct view){.site = &t->site, .output = output};
    return view_list(&t->keep, view, &t->archive->entries, by);
}

static void an_empty_list_is_one_empty_sheet(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    struct value list = list_of(&t, 1, LIST_BY_MONTH);
    assert_int_equal(value_at(&t.keep, list, "groups").list->len, 0);
    assert_int_equal(value_at(&t.keep, list, "pager").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void stories_are_grouped_by_month(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt",
         .headline = "甲",
         .body = "一",
         .date = {2023, 10, 17},
         .basis = BASIS_PATH},
        {.headline = "乙", .body = "二", .date = {2023, 10, 0}, .basis = BASIS_PATH},
        {.headline = "丙", .body = "三", .date = {2023, 0, 0}, .basis = BASIS_TEXT},
        {.headline = "丁", .body = "四", .date = {2022, 12, 0}, .basis = BASIS_TEXT},
        {.headline = "戊", .body = "五"},
    };
    archive_of(&t, told, 5);
    struct value list = list_of(&t, 1, LIST_BY_MONTH);
    const struct {
        const char *heading, *count;
        bool supplied;
    } want[] = {
        {"2023年10月", "2 篇", false},
        {"2023年", "1 篇，只知年份", true},
        {"2022年12月", "1 篇", true},
        {"日期不详", "1 篇", true},
    };
    assert_int_equal(value_at(&t.keep, list, "groups").list->len, 4);
    for (size_t i = 0; i < 4; i++) {
        struct value group = item_at(&t.keep, list, "groups", i);
        assert_str(text_at(&t.keep, group, "heading"), want[i].heading);
        assert_str(text_at(&t.keep, group, "count"), want[i].count);
        assert_int_equal(value_at(&t.keep, group, "supplied").truth, want[i].supplied);
        assert_int_equal(value_at(&t.keep, group, "id").kind, VALUE_NOTHING);
    }
    told_clear(&t);
}

static void an_item_says_the_date_that_its_heading_does_not(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt",
         .headline = "甲",
         .body = "一",
         .date = {2023, 10, 17},
         .basis = BASIS_PATH},
        {.headline = "乙", .body = "二", .date = {2023, 10, 0}, .basis = BASIS_PATH},
        {.headline = "丙", .body = "三", .date = {2023, 10, 0}, .basis = BASIS_TEXT},
        {.headline = "丁", .body = "四", .date = {2022, 10, 0}, .basis = BASIS_TEXT},
        {.headline = "戊", .body = "五"},
    };
    archive_of(&t, told, 5);
    struct value list = list_of(&t, 1, LIST_BY_MONTH);
    struct value mixed = item_at(&t.keep, list, "groups", 0);
    const bool said[] = {false, true, false};
    for (size_t i = 0; i < 3; i++) {
        struct value item = item_at(&t.keep, mixed, "entries", i);
        assert_int_equal(value_at(&t.keep, item, "date_said").truth, said[i]);
    }
    for (size_t i = 1; i < 3; i++) {
        struct value item = item_at(&t.keep, item_at(&t.keep, list, "groups", i), "entries", 0);
        assert_true(value_at(&t.keep, item, "date_said").truth);
    }
    told_clear(&t);
}

static void a_month_is_grouped_by_days(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt",
         .headline = "甲",
         .body = "一",
         .date = {2023, 10, 17},
         .basis = BASIS_TEXT},
        {.headline = "乙", .body = "二", .date = {2023, 10, 3}, .basis = BASIS_PATH},
        {.headline = "丙", .body = "三", .date = {2023, 10, 0}, .basis = BASIS_TEXT},
    };
    archive_of(&t, told, 3);
    struct value list = list_of(&t, 1, LIST_BY_DAY);
    const struct {
        const char *heading, *id;
        bool supplied;
    } want[] = {{"17日", "d17", true}, {"3日", "d3", false}, {"只知月份", "month-only", false}};
    for (size_t i = 0; i < 3; i++) {
        struct value group = item_at(&t.keep, list, "groups", i);
        assert_str(text_at(&t.keep, group, "heading"), want[i].heading);
        assert_str(text_at(&t.keep, group, "id"), want[i].id);
        assert_int_equal(value_at(&t.keep, group, "supplied").truth, want[i].supplied);
        struct value item = item_at(&t.keep, group, "entries", 0);
        assert_true(value_at(&t.keep, item, "date_said").truth);
    }
    told_clear(&t);
}

static void a_countys_page_names_other_counties_alone(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.body = "一", .counties = {"141127", "141129"}}, 1);
    struct value group = item_at(&t.keep, list_of(&t, 1, LIST_BY_MONTH), "groups", 0);
    assert_str(text_at(&t.keep, item_at(&t.keep, group, "entries", 0), "places"), "中阳县");
    told_clear(&t);
}

/* An archive of COUNT stories of one month. */
static void archive_of_many(struct told_site *t, size_t count)
{
    struct arena arena = {0};
    struct told *told = ARENA_ARRAY(&arena, struct told, count);
    for (size_t i = 0; i < count; i++)
        told[i] = (struct told){.page = str_c(&arena, str_format(&arena, "%04zu.txt", i)),
                                .headline = "题",
                                .body = "文",
                                .date = {2023, 10, 1},
                                .basis = BASIS_PATH};
    archive_of(t, told, count);
    for (size_t i = 0; i < count; i++) {
        struct page *page = t->archive->pages.at[i]->page;
        page->path = str_dup(&t->keep, page->path);
    }
    arena_clear(&arena);
}

static size_t items_on(struct told_site *t, size_t sheet)
{
    struct value list = list_of(t, sheet, LIST_BY_MONTH);
    assert_int_equal(value_at(&t->keep, list, "groups").list->len, 1);
    struct value group = item_at(&t->keep, list, "groups", 0);
    return value_at(&t->keep, group, "entries").list->len;
}

static void a_full_sheet_is_one(void **state)
{
    (void)state;
    struct told_site t;
    archive_of_many(&t, PER_PAGE);
    assert_int_equal(items_on(&t, 1), PER_PAGE);
    assert_int_equal(value_at(&t.keep, list_of(&t, 1, LIST_BY_MONTH), "pager").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void one_more_story_makes_two_sheets(void **state)
{
    (void)state;
    struct told_site t;
    archive_of_many(&t, PER_PAGE + 1);
    assert_int_equal(items_on(&t, 1), PER_PAGE);
    assert_int_equal(items_on(&t, 2), 1);

    struct value first = list_of(&t, 1, LIST_BY_MONTH);
    assert_true(value_at(&t.keep, first, "opens").truth);
    assert_str(text_at(&t.keep, first, "pager/position"), "第 1 页，共 2 页");
    assert_int_equal(value_at(&t.keep, first, "pager/first").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&t.keep, first, "pager/previous").kind, VALUE_NOTHING);
    assert_str(text_at(&t.keep, first, "pager/next"), "counties/141127-2.html");
    assert_str(text_at(&t.keep, first, "pager/last"), "counties/141127-2.html");
    assert_str(text_at(&t.keep, item_at(&t.keep, first, "groups", 0), "count"), "51 篇");

    struct value second = list_of(&t, 2, LIST_BY_MONTH);
    assert_false(value_at(&t.keep, second, "opens").truth);
    assert_str(text_at(&t.keep, second, "pager/first"), "counties/141127.html");
    assert_str(text_at(&t.keep, second, "pager/previous"), "counties/141127.html");
    assert_int_equal(value_at(&t.keep, second, "pager/next").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&t.keep, second, "pager/last").kind, VALUE_NOTHING);
    assert_str(text_at(&t.keep, item_at(&t.keep, second, "groups", 0), "count"), "51 篇，接上页");
    told_clear(&t);
}

static void sheets_are_counted(void **state)
{
    (void)state;
    struct config config = {.per_page = 10};
    assert_int_equal(sheets_of(&config, 0), 1);
    assert_int_equal(sheets_of(&config, 1), 1);
    assert_int_equal(sheets_of(&config, 10), 1);
    assert_int_equal(sheets_of(&config, 11), 2);
    assert_int_equal(sheets_of(&config, 30), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_list_is_one_empty_sheet),
        cmocka_unit_test(stories_are_grouped_by_month),
        cmocka_unit_test(an_item_says_the_date_that_its_heading_does_not),
        cmocka_unit_test(a_month_is_grouped_by_days),
        cmocka_unit_test(a_countys_page_names_other_counties_alone),
        cmocka_unit_test(a_full_sheet_is_one),
        cmocka_unit_test(one_more_story_makes_two_sheets),
        cmocka_unit_test(sheets_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
