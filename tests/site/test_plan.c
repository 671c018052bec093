/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <stdio.h>

#include "site/archive_of.h"
#include "site/config.h"
#include "site/many_people.h"
#include "site/plan.h"

static struct told_site t;
static struct config config;

static int setup(void **state)
{
    (void)state;
    config = config_default();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    told_clear(&t);
    return 0;
}

static struct outputs plan(const struct told *told, size_t len)
{
    archive_of(&t, told, len);
    t.site.config = &config;
    return site_plan(&t.keep, &t.site);
}

static const struct output *find(const struct outputs *outputs, const char *path)
{
    const struct output *found = NULL;
    for (size_t i = 0; i < outputs->len; i++) {
        if (!str_eq(outputs->at[i].path, str_of(path)))
            continue;
        assert_null(found);
        found = &outputs->at[i];
    }
    return found;
}

static size_t count(const struct outputs *outputs, enum page_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < outputs->len; i++)
        n += outputs->at[i].kind == kind;
    return n;
}

static void an_empty_archive_has_its_indexes(void **state)
{
    (void)state;
    struct outputs outputs = plan(NULL, 0);
    assert_non_null(find(&outputs, "index.html"));
    assert_non_null(find(&outputs, "counties/index.html"));
    assert_non_null(find(&outputs, "topics/index.html"));
    assert_non_null(find(&outputs, "people/index.html"));
    assert_non_null(find(&outputs, "dates/index.html"));
    assert_non_null(find(&outputs, "search.html"));
    assert_non_null(find(&outputs, "404.html"));
    assert_int_equal(outputs.len, 7);
}

static const struct told two[] = {
    {.page = "content/a.txt",
     .headline = "甲",
     .body = "一",
     .date = {2023, 10, 17},
     .basis = BASIS_PATH,
     .counties = {"141127"},
     .topics = {"land"},
     .people = {"祁子荣"}},
    {.headline = "乙", .body = "二"},
};

static void many_people_have_a_page_for_each_letter(void **state)
{
    (void)state;
    many_people(&t);
    t.site.config = &config;
    struct outputs outputs = site_plan(&t.keep, &t.site);
    assert_non_null(find(&outputs, "people/index.html"));
    assert_non_null(find(&outputs, "people/l.html"));
    assert_int_equal(find(&outputs, "people/w.html")->sheets, 2);
    assert_int_equal(find(&outputs, "people/w-2.html")->sheet, 2);
    assert_null(find(&outputs, "people/a.html"));
    assert_int_equal(count(&outputs, PAGE_PEOPLE), 4);
}

static void few_people_have_one_page(void **state)
{
    (void)state;
    struct outputs outputs = plan(two, 2);
    assert_int_equal(count(&outputs, PAGE_PEOPLE), 1);
}

static void everything_in_the_archive_has_a_page(void **state)
{
    (void)state;
    struct outputs outputs = plan(two, 2);
    assert_ptr_equal(find(&outputs, "pages/a.html")->subject, t.archive->pages.at[0]);
    assert_ptr_equal(find(&outputs, "counties/141127.html")->subject,
                     map_get(&t.archive->by_division, STR("141127")));
    assert_ptr_equal(find(&outputs, "topics/land.html")->subject,
                     map_get(&t.archive->by_topic, STR("land")));
    assert_non_null(find(&outputs, "topics/other.html"));
    assert_ptr_equal(find(&outputs, "dates/2023.html")->subject, t.archive->years.at[0]);
    assert_ptr_equal(find(&outputs, "dates/2023-10.html")->subject,
                     &t.archive->years.at[0]->months[9]);
    assert_null(find(&outputs, "dates/2023-09.html"));
    assert_non_null(find(&outputs, "dates/undated.html"));
    assert_non_null(find(&outputs, "dates/2023-pages.html"));
    assert_null(find(&outputs, "dates/undated-pages.html"));
    assert_int_equal(count(&outputs, PAGE_STORY), 2);
    assert_int_equal(count(&outputs, PAGE_PERSON), 1);
}

static void a_page_stands_before_its_stories(void **state)
{
    (void)state;
    struct outputs outputs = plan(two, 2);
    for (size_t i = 0; i + 2 < outputs.len; i++) {
        if (outputs.at[i].kind != PAGE_SOURCE)
            continue;
        assert_ptr_equal(outputs.at[i + 1].subject, &t.archive->pages.at[0]->entries[0]);
        assert_ptr_equal(outputs.at[i + 2].subject, &t.archive->pages.at[0]->entries[1]);
    }
}

static void a_long_list_goes_over_sheets(void **state)
{
    (void)state;
    enum { LEN = 25 };
    struct told many[LEN];
    char bodies[LEN][8];
    for (size_t i = 0; i < LEN; i++) {
        snprintf(bodies[i], sizeof bodies[i], "第%zu", i);
        many[i] = (struct told){.headline = "题", .body = bodies[i], .counties = {"141127"}};
    }
    config.per_page = 10;
    struct outputs outputs = plan(many, LEN);
    const char *const paths[] = {"counties/141127.html", "counties/141127-2.html",
                                 "counties/141127-3.html"};
    for (size_t i = 0; i < 3; i++) {
        const struct output *sheet = find(&outputs, paths[i]);
        assert_int_equal(sheet->sheet, i + 1);
        assert_int_equal(sheet->sheets, 3);
    }
    assert_null(find(&outputs, "counties/141127-4.html"));
    assert_non_null(find(&outputs, "dates/undated-3.html"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(an_empty_archive_has_its_indexes), TEST(many_people_have_a_page_for_each_letter),
        TEST(few_people_have_one_page),         TEST(everything_in_the_archive_has_a_page),
        TEST(a_page_stands_before_its_stories), TEST(a_long_list_goes_over_sheets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
