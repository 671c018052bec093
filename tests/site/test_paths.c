/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/paths.h"

static void each_thing_has_its_file(void **state)
{
    (void)state;
    struct arena keep = {0};
    assert_str(path_story(&keep, &(struct story){.id = STR("a-3fa91c")}), "stories/a-3fa91c.html");
    assert_str(path_source(&keep, &(struct archive_page){.slug = STR("a")}), "pages/a.html");
    assert_str(path_county(&keep, &(struct county){.code = STR("141127")}), "counties/141127.html");
    assert_str(path_topic(&keep, &(struct topic){.id = STR("land")}), "topics/land.html");
    assert_str(path_topic(&keep, NULL), "topics/other.html");
    assert_str(path_person(&keep, &(struct person){.key = STR("wang-1234")}),
               "people/wang-1234.html");
    assert_str(path_index(&keep, "dates"), "dates/index.html");
    assert_str(path_year(&keep, 987), "dates/0987.html");
    assert_str(path_month(&keep, 2023, 4), "dates/2023-04.html");
    arena_clear(&keep);
}

static void the_first_sheet_has_no_number(void **state)
{
    (void)state;
    struct arena keep = {0};
    assert_str(path_sheet(&keep, STR("counties/141127.html"), 1), "counties/141127.html");
    assert_str(path_sheet(&keep, STR("counties/141127.html"), 12), "counties/141127-12.html");
    assert_str(path_first_sheet(&keep, STR("dates/2023-04-12.html"), 12), "dates/2023-04.html");
    assert_str(path_first_sheet(&keep, STR("dates/2023-04.html"), 1), "dates/2023-04.html");
    arena_clear(&keep);
}

static void the_tenth_sheet_of_a_year_is_not_october(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct str year = path_year(&keep, 2023);
    assert_str(path_sheet(&keep, year, 10), "dates/2023-year-10.html");
    assert_str(path_first_sheet(&keep, path_sheet(&keep, year, 10), 10), "dates/2023.html");
    assert_str(path_sheet(&keep, year, 1), "dates/2023.html");
    assert_str(path_first_sheet(&keep, year, 1), "dates/2023.html");
    assert_str(path_sheet(&keep, STR("dates/undated.html"), 10), "dates/undated-10.html");
    assert_str(path_issues_month(&keep, 2023, 4, 10), "dates/2023-pages-10.html#m04");
    assert_str(path_first_sheet(&keep, STR("dates/2023-pages-10.html"), 10),
               "dates/2023-pages.html");
    arena_clear(&keep);
}

static void a_date_leads_as_far_as_it_is_known(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct date day = {2023, 4, 9};
    assert_str(path_date(&keep, day, PRECISION_DAY), "dates/2023-04.html");
    assert_str(path_date(&keep, day, PRECISION_MONTH), "dates/2023-04.html");
    assert_str(path_date(&keep, day, PRECISION_YEAR), "dates/2023.html#year-only");
    assert_str(path_date(&keep, day, PRECISION_NONE), "dates/undated.html");
    arena_clear(&keep);
}

/* A page of a year or month need hold no story that is dated to just that. */
static void a_page_s_date_leads_to_a_list_that_is_there(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct archive archive = {0};
    struct year_index year = {.year = 2023};
    struct date date = {2023, 10, 0};
    assert_str(path_listed(&keep, &archive, date, PRECISION_MONTH), "dates/index.html");
    assert_str(path_listed(&keep, &archive, date, PRECISION_NONE), "dates/index.html");
    vec_push(&keep, &archive.years, &year);
    assert_str(path_listed(&keep, &archive, date, PRECISION_YEAR), "dates/2023.html");
    assert_str(path_listed(&keep, &archive, date, PRECISION_DAY), "dates/2023.html");
    vec_push(&keep, &year.year_only, NULL);
    vec_push(&keep, &year.months[9].entries, NULL);
    vec_push(&keep, &archive.undated, NULL);
    assert_str(path_listed(&keep, &archive, date, PRECISION_YEAR), "dates/2023.html#year-only");
    assert_str(path_listed(&keep, &archive, date, PRECISION_DAY), "dates/2023-10.html");
    assert_str(path_listed(&keep, &archive, date, PRECISION_NONE), "dates/undated.html");
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_thing_has_its_file),
        cmocka_unit_test(the_first_sheet_has_no_number),
        cmocka_unit_test(the_tenth_sheet_of_a_year_is_not_october),
        cmocka_unit_test(a_date_leads_as_far_as_it_is_known),
        cmocka_unit_test(a_page_s_date_leads_to_a_list_that_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
