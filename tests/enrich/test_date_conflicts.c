/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/date_conflicts.h"
#include "enrich/story_of.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* What is found in a story of a page of 2021-05-10; empty: nothing. */
static struct str found_in(const char *text)
{
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, text});
    struct date stated = {2021, 5, 10};
    struct clues clues = {0};
    story_find_clues(&keep, &scene.stories.at[0], events_builtin(&keep), &clues);
    clues_check(scene.page, &clues, stated);
    struct own_date own = story_own_date(&scene.stories.at[0]);
    if (own.block && own.basis == BASIS_DATELINE)
        dateline_check(scene.page, &own, stated);
    assert_true(scene.page->diags.len <= 1);
    return scene.page->diags.len ? scene.page->diags.at[0].what : STR("");
}

static void test_what_came_later(void **state)
{
    (void)state;
    assert_str(found_in("2023年10月，县里召开了会议。"),
               "'2023年10月' is told as past, but later than the page");
    assert_str(found_in("2021年6月，县里召开了会议。"),
               "'2021年6月' is told as past, but later than the page");
    assert_str(found_in("学习党的二十大精神。"), "'党的二十大' is known only later than the page");
}

static void test_the_future_is_no_contradiction(void **state)
{
    (void)state;
    assert_str(found_in("2023年10月，县里将召开会议。"), "");
    assert_str(found_in("到2023年，桥已通了。"), "");
    assert_str(found_in("2023年10月建成，不绕路了。"), "");
    assert_str(found_in("喜迎党的二十大。"), "");
    assert_str(found_in("2021年，县里召开了会议。"), "");
    assert_str(found_in("2021年5月，县里召开了会议。"), "");
    assert_str(found_in("2027年建军一百周年奋斗目标"), "");
}

static void test_another_year(void **state)
{
    (void)state;
    assert_str(found_in("今年是“十四五”收官之年。"),
               "'“十四五”收官之年' is of another year than the page");
    assert_str(found_in("去年（2018年）大旱。"), "'去年（2018年' is of another year than the page");
    assert_str(found_in("去年（2020年）大旱。"), "");
    assert_str(found_in("2019年庆祝新中国成立70周年时，他来过。"), "");
}

static void test_none_of_several_years(void **state)
{
    (void)state;
    assert_str(found_in("今年是脱贫攻坚决战之年。"),
               "'脱贫攻坚决战之年' is of another year than the page");
    assert_str(found_in("今年是现代化建设新征程开局之年。"), "");
}

static void test_datelines(void **state)
{
    (void)state;
    assert_str(found_in("本报2021年5月11日讯 天晴。"), "'2021年5月11日' is later than the page");
    assert_str(found_in("本报2021年3月1日讯 天晴。"), "'2021年3月1日' is much older than the page");
    assert_str(found_in("本报2021年4月1日讯 天晴。"), "");
    assert_str(found_in("2021年3月1日电影开机。"), "");
}

static void test_the_turn_of_a_year(void **state)
{
    (void)state;
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "“十四五”开局之年。"});
    struct clues clues = {0};
    story_find_clues(&keep, &scene.stories.at[0], events_builtin(&keep), &clues);
    clues_check(scene.page, &clues, (struct date){2020, 12, 20});
    clues_check(scene.page, &clues, (struct date){2022, 1, 3});
    assert_int_equal(scene.page->diags.len, 0);
    clues_check(scene.page, &clues, (struct date){2020, 11, 20});
    assert_int_equal(scene.page->diags.len, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_came_later),
        cmocka_unit_test(test_the_future_is_no_contradiction),
        cmocka_unit_test(test_another_year),
        cmocka_unit_test(test_none_of_several_years),
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_the_turn_of_a_year),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
