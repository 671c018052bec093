/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/facts.h"

/* A page with nothing but a path; free it with arena_clear(page->diags.keep). */
static struct page page_at(struct arena *keep, const char *path)
{
    return (struct page){.path = str_of(path), .diags.keep = keep};
}

static void assert_date(struct page *page, unsigned year, unsigned month, unsigned day)
{
    assert_int_equal(page->facts.date.year, year);
    assert_int_equal(page->facts.date.month, month);
    assert_int_equal(page->facts.date.day, day);
}

static void test_paths(void **state)
{
    static const struct {
        const char *path;
        struct date date;
        const char *number;
    } cases[] = {
        {"2023-10-17-p03.txt", {2023, 10, 17}, "3"},
        {"2023-10-17/02.txt", {2023, 10, 17}, "2"},
        {"2023.10.17/A06.txt", {2023, 10, 17}, "A6"},
        {"2023-10-17/123.txt", {2023, 10, 17}, ""},
        {"2023-10-17/map2.txt", {2023, 10, 17}, ""},
        {"pages/02.txt", {0}, ""},
        {"2023-10-17/3版.txt", {2023, 10, 17}, "3"},
        {"2023-10-17/第03版 要闻.txt", {2023, 10, 17}, "3"},
        {"晚报/2023-10-17/要闻A3版.txt", {2023, 10, 17}, "A3"},
        {"2023-10-17/b12版.txt", {2023, 10, 17}, "B12"},
        {"2023-10-17/３版.txt", {2023, 10, 17}, "3"},
        {"2023-10-17 晚报/P1.txt", {2023, 10, 17}, "1"},
        {"2023-10-17/2023-10-18.txt", {2023, 10, 18}, ""},
        {"p1/p2.txt", {0}, "2"},
        {"1版-2版.txt", {0}, "2"},
        {"2023-10/p1.txt", {0}, "1"},
        {"2023/10/17.txt", {0}, ""},
        {"2023.10.17.txt", {2023, 10, 17}, ""},
        {"2023年10月17日/二.txt", {2023, 10, 17}, ""},
        {"2023年10月17日/第二版.txt", {2023, 10, 17}, "2"},
        {"第二版/头版.txt", {0}, "1"},
        {"石泉报２０２３－１０－１７／p1.txt", {2023, 10, 17}, "1"},
        {"石泉报20231017/p2.txt", {2023, 10, 17}, "2"},
        {"20231017p02.txt", {2023, 10, 17}, "2"},
        {"2023-10-17A3版.txt", {2023, 10, 17}, "A3"},
        {"2023-10-17版.txt", {2023, 10, 17}, ""},
        {"2023-10-17 2023年10月17日.txt", {2023, 10, 17}, ""},
        {"20231017/1234567.txt", {2023, 10, 17}, ""},
        {"202310171/p1.txt", {0}, "1"},
        {"20231340.txt", {0}, ""},
        {"2023年10月/p1.txt", {0}, "1"},
        {"mp3.txt", {0}, ""},
        {"p3a.txt", {0}, ""},
        {"p2023.txt", {0}, ""},
        {"2023版.txt", {0}, ""},
        {"000_c97ef8783b84474a.txt", {0}, ""},
        {"版.txt", {0}, ""},
        {"p00.txt", {0}, "0"},
    };
    struct arena keep = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page = page_at(&keep, cases[i].path);
        page_path_facts(&page);
        assert_date(&page, cases[i].date.year, cases[i].date.month, cases[i].date.day);
        assert_int_equal(page.facts.date_basis, cases[i].date.year ? BASIS_PATH : BASIS_NONE);
        assert_str(page.facts.number, cases[i].number);
        assert_int_equal(page.diags.len, 0);
    }
    arena_clear(&keep);
}

/* A day that the calendar does not have is told, and is none. */
static void test_a_path_without_a_day(void **state)
{
    (void)state;
    struct arena keep = {0};
    static const char *const paths[] = {"2023-02-30/p1.txt", "2021-13-40-p1.txt", "报2021.2.29.txt",
                                        "2021年13月4日/x.txt", "1720-01-02.txt"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct page page = page_at(&keep, paths[i]);
        page_path_facts(&page);
        assert_date(&page, 0, 0, 0);
        assert_int_equal(page.diags.len, 1);
        assert_int_equal(page.diags.at[0].id, D_PATH_DATE);
    }
    arena_clear(&keep);
}

/* Whose day it is cannot be known; a name further in may say it. */
static void test_a_path_of_several_days(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct page page = page_at(&keep, "2021年6月18日至24日/p1.txt");
    page_path_facts(&page);
    assert_date(&page, 0, 0, 0);
    assert_int_equal(page.diags.len, 1);
    assert_str(page.diags.at[0].what,
               "the path says 2021年6月18日至24日, which is more than one day");
    page = page_at(&keep, "x/20210618-20210624.txt");
    page_path_facts(&page);
    assert_date(&page, 0, 0, 0);
    assert_str(page.diags.at[0].what,
               "the path says 20210618-20210624, which is more than one day");
    page = page_at(&keep, "2021-06-01—2021-06-30/2021-06-18.txt");
    page_path_facts(&page);
    assert_date(&page, 2021, 6, 18);
    assert_int_equal(page.diags.len, 0);
    arena_clear(&keep);
}

static void test_front_matter_wins(void **state)
{
    struct arena keep = {0};
    struct page page = page_at(&keep, "2023-10-17/p3.txt");
    (void)state;
    page.facts = (struct page_facts){
        .date = {2023, 10, 18}, .date_basis = BASIS_FRONT_MATTER, .number = STR("4")};
    page_path_facts(&page);
    assert_date(&page, 2023, 10, 18);
    assert_int_equal(page.facts.date_basis, BASIS_FRONT_MATTER);
    assert_str(page.facts.number, "4");
    assert_int_equal(page.diags.len, 2);
    assert_int_equal(page.diags.at[0].id, D_FACT_CONFLICT);
    assert_str(page.diags.at[0].what,
               "date: the front matter says 2023-10-18, the path says 2023-10-17");
    assert_str(page.diags.at[1].what, "page: the front matter says 4, the path says 3");
    arena_clear(&keep);
}

static void test_a_conflict_has_its_line(void **state)
{
    struct arena keep = {0};
    struct page page = page_at(&keep, "2023-10-17/p3.txt");
    (void)state;
    page.text = STR("---\npage: 3\ndate: 2023-10-18\n---\n");
    page.front = (struct span){0, (uint32_t)page.text.len};
    page.facts = (struct page_facts){.date = {2023, 10, 18}, .date_basis = BASIS_FRONT_MATTER};
    page_path_facts(&page);
    assert_int_equal(page.diags.len, 1);
    assert_int_equal(page.diags.at[0].place.line, 3);
    assert_int_equal(page.diags.at[0].place.column, 1);
    arena_clear(&keep);
}

static void test_less_precise_is_no_conflict(void **state)
{
    struct arena keep = {0};
    struct page page = page_at(&keep, "2023-10-17/p3.txt");
    (void)state;
    page.facts = (struct page_facts){
        .date = {2023, 10, 0}, .date_basis = BASIS_FRONT_MATTER, .number = STR("3")};
    page_path_facts(&page);
    assert_date(&page, 2023, 10, 0);
    assert_int_equal(page.diags.len, 0);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_a_path_without_a_day),
        cmocka_unit_test(test_a_path_of_several_days),
        cmocka_unit_test(test_front_matter_wins),
        cmocka_unit_test(test_a_conflict_has_its_line),
        cmocka_unit_test(test_less_precise_is_no_conflict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
