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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_thing_has_its_file),
        cmocka_unit_test(the_first_sheet_has_no_number),
        cmocka_unit_test(a_date_leads_as_far_as_it_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
