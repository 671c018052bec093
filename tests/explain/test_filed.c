/* SPDX-License-Identifier: MIT */
#include "explain/explained.h"
#include "explain/made_page.h"

#include "explain/filed.h"

static void test_topics_and_the_best_left_out(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = told(of, story_called(of, TEA), false, tell_topics);
    assert_says(said, "农业: score ");
    assert_says(said, "茶农 +");
    assert_is_silent_on(said, "weight 4");
    assert_says(told(of, story_called(of, TEA), true, tell_topics), "茶农: weight 4");
    said = told(of, story_called(of, FERRY), false, tell_topics);
    assert_says(said, "not 旅游: score ");
    assert_is_silent_on(said, "农业");
    explained_page_clear(of);
}

static void test_no_topic(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of("某某与某某\n\n    甲看见乙，乙看见甲。\n");
    assert_says(told(of, &of->stories.at[0], false, tell_topics), "it has no word of any topic");
    explained_page_clear(of);
}

static void test_the_date_and_other_dates(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = told(of, story_called(of, TEA), false, tell_date);
    assert_says(said, "2023-10-24: the page's own date line says it");
    assert_says(said, "line 1 「2023年10月24日」");
    assert_says(said, "its words also have 2019年");
    assert_is_silent_on(told(of, story_called(of, FERRY), false, tell_date), "also have");
    explained_page_clear(of);
}

static void test_no_date(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(FERRY "\n\n    渡口的船工撑船过河。\n");
    assert_says(told(of, &of->stories.at[0], false, tell_date), "not known");
    explained_page_clear(of);
}

static void test_who_signs(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    assert_says(told(of, story_called(of, TEA), false, tell_bylines),
                "王小川 (reporter): line 4 「（记者 王小川）」");
    assert_says(told(of, story_called(of, FERRY), false, tell_bylines), "none: no words of it");
    explained_page_clear(of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_topics_and_the_best_left_out),
        cmocka_unit_test(test_no_topic),
        cmocka_unit_test(test_the_date_and_other_dates),
        cmocka_unit_test(test_no_date),
        cmocka_unit_test(test_who_signs),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
