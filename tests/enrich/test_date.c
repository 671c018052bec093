/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/date.h"
#include "enrich/story_of.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* "2023-10-17 text": the date of story I and its basis. */
static struct str dated(const struct scene *scene, size_t i)
{
    const struct story_date *date = &scene->stories.at[i].date;
    return str_format(&keep, "%.*s %s", STR_FMT(date_iso(&keep, date->value, date->precision)),
                      basis_name(date->basis));
}

static struct scene find(struct scene scene)
{
    struct arena scratch = {0};
    stories_find_dates(&keep, &scratch, scene.page, &scene.stories, events_builtin(&keep));
    arena_clear(&scratch);
    return scene;
}

static struct str first_dated(struct scene scene)
{
    scene = find(scene);
    return dated(&scene, 0);
}

#define DATED(...) first_dated(SCENE(&keep, __VA_ARGS__))

static void test_the_page_is_dated(void **state)
{
    (void)state;
    struct scene scene =
        SCENE(&keep, {ROLE_PARAGRAPH, "10月17日，天晴。"}, {0, NULL}, {ROLE_PARAGRAPH, "天阴。"});
    scene.page->facts.date = (struct date){2023, 10, 18};
    scene.page->facts.date_basis = BASIS_PATH;
    find(scene);
    assert_str(dated(&scene, 0), "2023-10-18 path");
    assert_str(dated(&scene, 1), "2023-10-18 path");
    assert_int_equal(scene.page->diags.len, 0);
}

static void test_masthead(void **state)
{
    (void)state;
    struct scene scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL},
                                    {ROLE_FURNITURE, "2023年10月25日 星期三 3版"}));
    assert_str(dated(&scene, 0), "2023-10-25 masthead");
    assert_str(scene.stories.at[0].date.evidence.at[0].text, "2023年10月25日");
    assert_int_equal(scene.page->diags.len, 0);
    assert_str(DATED({ROLE_PARAGRAPH, "2023年10月25日 星期三"}, {ROLE_PARAGRAPH, "天晴。"}),
               "2023-10-25 text");
}

/* The date of a story below a masthead of three lines. */
static struct str below(const char *a, const char *b, const char *c)
{
    struct scene scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL},
                                    {ROLE_FURNITURE, a}, {ROLE_FURNITURE, b}, {ROLE_FURNITURE, c}));
    return dated(&scene, 0);
}

static void test_a_masthead_of_several_lines(void **state)
{
    (void)state;
    assert_str(below("2023年", "10月25日", "星期三"), "2023-10-25 masthead");
    assert_str(below("2023年10月", "25", "星期三"), "2023-10-25 masthead");
    assert_str(below("25", "2023年10月 星期三", "3版"), "2023-10-25 masthead");
    assert_str(below("2023", "10/25", "星期三"), "2023-10-25 masthead");
    assert_str(below("东河日报", "2023·10·25", "3版"), "2023-10-25 masthead");
    assert_str(below("2023年10月", "25", "星期五"), "2023-10 masthead"); /* it was a Wednesday */
    assert_str(below("2023年10月", "25", "3版"), "2023-10 masthead");    /* a number, no more */
    assert_str(below("2023年10月", "2022年9月", "25日"), "2023-10 masthead");
    assert_str(below("2023年10月", "3", "星期二"), "2023-10-03 masthead");
    assert_str(below("2023年10月 星期二", "3", "31"), " none"); /* both are Tuesdays */
    assert_str(below("2023年10月 星期三", "25", "3"), "2023-10-25 masthead"); /* page 3 */
    assert_str(below("2023年10月", "3 星期一", "星期二"), "2023-10 masthead");
    assert_str(below("东河日报", "2023年", "1/4"), " none"); /* page 1 of 4 */
    assert_str(below("2023年", "第10期", "25"), " none");
    assert_str(below("10月", "25日", "星期三"), " none");
}

static void test_a_wrong_weekday_is_told(void **state)
{
    (void)state;
    struct scene scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL},
                                    {ROLE_FURNITURE, "2023年10月25日 星期五"}));
    assert_str(dated(&scene, 0), " none");
    assert_int_equal(scene.page->diags.len, 1);
    assert_int_equal(scene.page->diags.at[0].id, D_DATE_CONFLICT);
}

static void test_a_masthead_against_the_path(void **state)
{
    (void)state;
    struct scene scene =
        SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL}, {ROLE_FURNITURE, "2023年10月25日"});
    scene.page->facts.date = (struct date){2023, 10, 24};
    scene.page->facts.date_basis = BASIS_PATH;
    find(scene);
    assert_str(dated(&scene, 0), "2023-10-24 path");
    assert_int_equal(scene.page->diags.len, 1);
    assert_int_equal(scene.page->diags.at[0].id, D_DATE_CONFLICT);
}

static void test_a_masthead_makes_the_path_more_precise(void **state)
{
    (void)state;
    struct scene scene =
        SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL}, {ROLE_FURNITURE, "2023年10月25日"});
    scene.page->facts.date = (struct date){.year = 2023};
    scene.page->facts.date_basis = BASIS_FRONT_MATTER;
    find(scene);
    assert_str(dated(&scene, 0), "2023-10-25 masthead");
    assert_int_equal(scene.page->diags.len, 0);
}

static void test_datelines(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_PARAGRAPH, "新华社北京2023年10月3日电 天晴。"}), "2023-10-03 dateline");
    assert_str(DATED({ROLE_DATELINE, "本报2023年10月3日讯"}, {ROLE_PARAGRAPH, "天晴。"}),
               "2023-10-03 dateline");
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "本报12月30日讯 天晴。"});
    scene.page->facts.date = (struct date){.year = 2024, .month = 1};
    scene.page->facts.date_basis = BASIS_PATH;
    assert_str(first_dated(scene), "2024-01 path");
    scene = SCENE(&keep, {ROLE_PARAGRAPH, "本报10月3日讯 天晴。"});
    scene.page->facts.date = (struct date){.year = 2023};
    scene.page->facts.date_basis = BASIS_PATH;
    assert_str(first_dated(scene), "2023-10-03 dateline");
}

static void test_a_dateline_after_the_page(void **state)
{
    (void)state;
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "本报10月27日讯 天晴。"}, {0, NULL},
                               {ROLE_PARAGRAPH, "本报10月24日讯 天阴。"});
    scene.page->facts.date = (struct date){2023, 10, 25};
    scene.page->facts.date_basis = BASIS_PATH;
    find(scene);
    assert_str(dated(&scene, 0), "2023-10-25 path");
    assert_int_equal(scene.page->diags.len, 1);
    assert_int_equal(scene.page->diags.at[0].place.line, 1);
}

static void test_a_signature(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_PARAGRAPH, "望周知。"}, {ROLE_CREDIT, "县民政局 2023年10月26日"}),
               "2023-10-26 text");
    assert_str(DATED({ROLE_PARAGRAPH, "望周知。"}, {ROLE_CREDIT, "县民政局"}), " none");
}

static void test_a_signature_before_what_it_announces(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_PARAGRAPH, "报名时间：2023年10月30日，逾期不候。"},
                     {ROLE_CREDIT, "县民政局 2023年10月26日"}),
               "2023-10-26 text");
}

static void test_the_first_words(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_PARAGRAPH, "2023年10月17日，天晴。"}), "2023-10-17 text");
    assert_str(DATED({ROLE_CAPTION, "10月17日，按照“2023年秋季行动”，人们植树。"}),
               "2023-10-17 text");
    assert_str(DATED({ROLE_PARAGRAPH, "去年10月17日，按照“2023年秋季行动”，人们植树。"}),
               "2023 text");
    assert_str(DATED({ROLE_PARAGRAPH, "2月29日，按照“2023年春季行动”，人们植树。"}), "2023 text");
}

static void test_a_story_is_not_older_than_what_it_tells(void **state)
{
    (void)state;
    assert_str(
        DATED({ROLE_PARAGRAPH, "2023年10月17日，天晴。"}, {ROLE_PARAGRAPH, "10月20日，天阴。"}),
        "2023-10 text");
    assert_str(
        DATED({ROLE_PARAGRAPH, "2023年10月17日，天晴。"}, {ROLE_PARAGRAPH, "11月2日，天阴。"}),
        "2023 text");
    assert_str(
        DATED({ROLE_PARAGRAPH, "2023年10月17日，天晴。"}, {ROLE_PARAGRAPH, "9月2日，天阴。"}),
        "2023-10-17 text");
    assert_str(
        DATED({ROLE_PARAGRAPH, "2023年10月17日，天晴。"}, {ROLE_PARAGRAPH, "每年11月2日，天阴。"}),
        "2023-10-17 text");
}

static void test_a_day_that_has_its_year_again(void **state)
{
    (void)state;
    struct scene scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "本报讯 1月22日，天晴。"},
                                    {ROLE_PARAGRAPH, "2023年1月22日7时，最冷。"}));
    assert_str(dated(&scene, 0), "2023-01-22 text");
    scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "1月22日，天晴。2023年1月23日，天阴。"}));
    assert_str(dated(&scene, 0), " none");
    scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "7月8日，天晴。"},
                       {ROLE_PARAGRAPH, "由于天晴。（2015年7月）"}, {0, NULL},
                       {ROLE_PARAGRAPH, "7月8日，天晴。"}, {ROLE_CREDIT, "（写于2015年7月）"}));
    assert_str(dated(&scene, 0), "2015-07-08 text");
    assert_str(dated(&scene, 1), "2015-07 text");
}

static void test_a_day_without_a_year_is_told_once(void **state)
{
    (void)state;
    struct scene scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "10月17日，天晴。"}, {0, NULL},
                                    {ROLE_PARAGRAPH, "10月18日，天阴。到2025年"}));
    assert_str(dated(&scene, 0), " none");
    assert_str(dated(&scene, 1), " none");
    assert_int_equal(scene.page->diags.len, 1);
    assert_int_equal(scene.page->diags.at[0].id, D_DATE_NO_YEAR);
    assert_int_equal(diag_level(D_DATE_NO_YEAR), DIAG_NOTE);
}

static void test_the_year_of_the_page(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_PARAGRAPH, "2022年建成。2023年扩建，2023年投产。"}), "2023 text");
    assert_str(DATED({ROLE_PARAGRAPH, "2022年建成。2023年扩建。"}), " none");
    assert_str(DATED({ROLE_PARAGRAPH, "2022年建成，2022年投产，力争2025年、2025年底前扩建。"}),
               "2022 text");
    assert_str(DATED({ROLE_PARAGRAPH, "印发《2023年春季植树方案》。"}), "2023 text");
    assert_str(DATED({ROLE_PARAGRAPH, "2023年印发《植树方案》。"}), " none");
}

static void test_an_event_dates_the_page(void **state)
{
    (void)state;
    struct scene scene =
        find(SCENE(&keep, {ROLE_PARAGRAPH, "今年是党的二十大召开之年。"}, {0, NULL},
                   {ROLE_PARAGRAPH, "5月24日，天晴。"}, {0, NULL}, {ROLE_PARAGRAPH, "天阴。"}));
    assert_str(dated(&scene, 0), "2022-05 page");
    assert_str(dated(&scene, 1), "2022-05-24 text");
    assert_str(scene.stories.at[1].date.evidence.at[1].text, "党的二十大召开之年");
    assert_str(DATED({ROLE_PARAGRAPH, "今年是党的二十大召开之年。"}), "2022 text");
    assert_str(DATED({ROLE_PARAGRAPH, "学习党的二十大精神。"}), " none");
    assert_str(DATED({ROLE_PARAGRAPH, "5月24日，学习党的二十大精神。"}), " none");
}

static void test_history_is_no_date(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_PARAGRAPH, "1938年2月，天晴。1938年3月，天阴。"}), " none");
    assert_str(DATED({ROLE_PARAGRAPH, "1964年5月3日，天晴。"}, {ROLE_PARAGRAPH, "如今，天阴。"}),
               " none");
    assert_str(DATED({ROLE_PARAGRAPH, "1964年5月3日，天晴。2001年，天阴。"}), " none");
    assert_str(DATED({ROLE_PARAGRAPH, "1949年10月1日，天晴。"},
                     {ROLE_PARAGRAPH, "今年是新中国成立70周年。"}),
               "2019 text");
}

static void test_stories_that_differ(void **state)
{
    (void)state;
    struct scene scene =
        find(SCENE(&keep, {ROLE_PARAGRAPH, "今年是党的二十大召开之年。"}, {0, NULL},
                   {ROLE_PARAGRAPH, "2022年投产，2022年扩建。"}, {0, NULL},
                   {ROLE_PARAGRAPH, "学习党的二十届三中全会精神，二十届三中全会开过了。"}));
    assert_str(dated(&scene, 0), "2022 text");
    assert_str(dated(&scene, 1), "2022 text");
    assert_str(dated(&scene, 2), " none");
}

static void test_two_years_are_told(void **state)
{
    (void)state;
    struct scene scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "今年是党的二十大召开之年。"},
                                    {0, NULL}, {ROLE_PARAGRAPH, "今年是“十四五”开局之年。"},
                                    {0, NULL}, {ROLE_PARAGRAPH, "天阴。"}));
    assert_str(dated(&scene, 0), "2022 text");
    assert_str(dated(&scene, 1), "2021 text");
    assert_str(dated(&scene, 2), " none");
    assert_int_equal(scene.page->diags.len, 1);
    assert_int_equal(scene.page->diags.at[0].id, D_DATE_UNSURE);
}

static void test_a_stated_page_keeps_its_date(void **state)
{
    (void)state;
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "昨日，学习党的二十大精神。"});
    scene.page->facts.date = (struct date){2021, 10, 18};
    scene.page->facts.date_basis = BASIS_FRONT_MATTER;
    assert_str(first_dated(scene), "2021-10-18 front-matter");
    assert_int_equal(scene.page->diags.len, 1);
    assert_int_equal(scene.page->diags.at[0].id, D_DATE_DOUBT);
    assert_int_equal(scene.page->diags.at[0].place.column, 6);
}

static void test_a_masthead_without_its_year(void **state)
{
    (void)state;
    struct scene scene =
        SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL}, {ROLE_FURNITURE, "10月25日 星期五"});
    scene.page->facts.date = (struct date){2023, 10, 25};
    scene.page->facts.date_basis = BASIS_PATH;
    find(scene);
    assert_int_equal(scene.page->diags.len, 1);
    scene =
        SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL}, {ROLE_FURNITURE, "10月25日 星期三"});
    scene.page->facts.date = (struct date){.year = 2023};
    scene.page->facts.date_basis = BASIS_PATH;
    find(scene);
    assert_str(dated(&scene, 0), "2023-10-25 masthead");
    assert_int_equal(scene.page->diags.len, 0);
}

/* 戊子年 is 2008, and 1948, when 18 April was no Friday. */
static void test_a_masthead_with_its_year_by_stem_and_branch(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_PARAGRAPH, "天晴。"}, {0, NULL},
                     {ROLE_FURNITURE, "戊子年三月十三 4月18日 星期五"}),
               "2008-04-18 masthead");
    assert_str(DATED({ROLE_PARAGRAPH, "天晴。"}, {0, NULL},
                     {ROLE_FURNITURE, "丁亥年腊月初十 1月17日 星期四"}),
               "2008-01-17 masthead");
    assert_str(DATED({ROLE_PARAGRAPH, "天晴。"}, {0, NULL},
                     {ROLE_FURNITURE, "戊子年三月十三 4月18日 星期一"}),
               " none");
}

static void test_two_mastheads(void **state)
{
    (void)state;
    struct scene scene =
        find(SCENE(&keep, {ROLE_PARAGRAPH, "天晴。"}, {0, NULL}, {ROLE_FURNITURE, "2023年10月25日"},
                   {ROLE_FURNITURE, "2023年10月26日"}));
    assert_str(dated(&scene, 0), "2023-10-25 masthead");
    assert_int_equal(scene.page->diags.len, 1);
    assert_int_equal(scene.page->diags.at[0].id, D_DATE_CONFLICT);
}

static void test_by_the_other_stories(void **state)
{
    (void)state;
    struct scene scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "2023年10月17日，天晴。"}, {0, NULL},
                                    {ROLE_PARAGRAPH, "2023年10月20日，天晴。"}, {0, NULL},
                                    {ROLE_PARAGRAPH, "天阴。"}));
    assert_str(dated(&scene, 2), "2023-10 page");
    assert_str(scene.stories.at[2].date.evidence.at[0].text, "2023年10月17日");
    scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "2023年10月17日，天晴。"}, {0, NULL},
                       {ROLE_PARAGRAPH, "2023年9月20日，天晴。"}, {0, NULL},
                       {ROLE_PARAGRAPH, "天阴。"}));
    assert_str(dated(&scene, 2), "2023 page");
    scene = find(SCENE(&keep, {ROLE_PARAGRAPH, "2023年1月17日，天晴。"}, {0, NULL},
                       {ROLE_PARAGRAPH, "2022年12月20日，天晴。"}, {0, NULL},
                       {ROLE_PARAGRAPH, "天阴。"}));
    assert_str(dated(&scene, 2), " none");
}

static void test_residue_has_no_date(void **state)
{
    (void)state;
    assert_str(DATED({ROLE_FURNITURE, "2023年10月25日"}), " none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_page_is_dated),
        cmocka_unit_test(test_masthead),
        cmocka_unit_test(test_a_masthead_of_several_lines),
        cmocka_unit_test(test_a_wrong_weekday_is_told),
        cmocka_unit_test(test_a_masthead_against_the_path),
        cmocka_unit_test(test_a_masthead_makes_the_path_more_precise),
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_a_dateline_after_the_page),
        cmocka_unit_test(test_a_signature),
        cmocka_unit_test(test_a_signature_before_what_it_announces),
        cmocka_unit_test(test_the_first_words),
        cmocka_unit_test(test_a_story_is_not_older_than_what_it_tells),
        cmocka_unit_test(test_a_day_without_a_year_is_told_once),
        cmocka_unit_test(test_a_day_that_has_its_year_again),
        cmocka_unit_test(test_the_year_of_the_page),
        cmocka_unit_test(test_an_event_dates_the_page),
        cmocka_unit_test(test_history_is_no_date),
        cmocka_unit_test(test_stories_that_differ),
        cmocka_unit_test(test_two_years_are_told),
        cmocka_unit_test(test_a_stated_page_keeps_its_date),
        cmocka_unit_test(test_a_masthead_without_its_year),
        cmocka_unit_test(test_a_masthead_with_its_year_by_stem_and_branch),
        cmocka_unit_test(test_two_mastheads),
        cmocka_unit_test(test_by_the_other_stories),
        cmocka_unit_test(test_residue_has_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
