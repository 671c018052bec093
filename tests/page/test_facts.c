/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/facts.h"

static void test_dates(void **state)
{
    static const struct {
        const char *text;
        size_t len;
        struct date date;
    } cases[] = {
        {"2023-10-17", 10, {2023, 10, 17}},
        {"2023-10-17-p03", 10, {2023, 10, 17}},
        {"2023-10", 7, {2023, 10, 0}},
        {"2023", 4, {2023, 0, 0}},
        {"2024-02-29", 10, {2024, 2, 29}},
        {"2000-02-29", 10, {2000, 2, 29}},
        {"2023-02-29", 7, {2023, 2, 0}},
        {"1900-02-29", 7, {1900, 2, 0}},
        {"2023-04-31", 7, {2023, 4, 0}},
        {"2023-10-00", 7, {2023, 10, 0}},
        {"2023-13-01", 4, {2023, 0, 0}},
        {"2023-00-01", 4, {2023, 0, 0}},
        {"2023-10-171", 7, {2023, 10, 0}},
        {"20231017", 0, {0}},
        {"0023-10-17", 0, {0}},
        {"报2023-10-17", 0, {0}},
        {"", 0, {0}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date;
        assert_int_equal(date_read(str_of(cases[i].text), &date), cases[i].len);
        if (!cases[i].len)
            continue;
        assert_int_equal(date.year, cases[i].date.year);
        assert_int_equal(date.month, cases[i].date.month);
        assert_int_equal(date.day, cases[i].date.day);
    }
}

static void test_dates_as_people_type_them(void **state)
{
    static const char *const days[] = {"2011-05-03", "2011-5-3",     "2011/5/3",
                                       "2011.5.3",   "2011年5月3日", "2011年05月03日"};
    static const char *const none[] = {"2011-13-1", "2011-2-30", "2011-", "2011-5-",  "20110503",
                                       "5月3日",    "11-5-3",    "",      "2011年年", "2011-5-3-1"};
    (void)state;
    struct date date;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        date = (struct date){0};
        assert_true(date_typed(str_of(days[i]), &date));
        assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 20110503);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        date = (struct date){1, 1, 1};
        assert_false(date_typed(str_of(none[i]), &date));
        assert_int_equal(date.year, 1);
    }
    assert_true(date_typed(STR("2011年5月"), &date));
    assert_int_equal(date.month, 5);
    assert_int_equal(date.day, 0);
    assert_true(date_typed(STR("2011年"), &date));
    assert_int_equal(date.month, 0);
}

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
        {"x2023-10-17.txt", {0}, ""},
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
    static const char *const paths[] = {"2023-02-30/p1.txt", "2021-13-40-p1.txt"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct page page = page_at(&keep, paths[i]);
        page_path_facts(&page);
        assert_date(&page, 0, 0, 0);
        assert_int_equal(page.diags.len, 1);
        assert_int_equal(page.diags.at[0].id, D_PATH_DATE);
    }
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
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_dates_as_people_type_them),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_a_path_without_a_day),
        cmocka_unit_test(test_front_matter_wins),
        cmocka_unit_test(test_a_conflict_has_its_line),
        cmocka_unit_test(test_less_precise_is_no_conflict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
