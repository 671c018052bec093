/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/credit_labels.h"

static enum task task_at(const char *word, size_t at)
{
    const struct label *label = label_at(str_of(word), at);
    assert_non_null(label);
    return label->task;
}

static void test_the_longest_label_wins(void **state)
{
    (void)state;
    assert_int_equal(task_at("摄影记者", 0), TASK_PICTURE);
    assert_int_equal(task_at("记者", 0), TASK_REPORTER);
    assert_int_equal(task_at("本报记者", strlen("本报")), TASK_REPORTER);
    assert_int_equal(task_at("摄影报道", 0), TASK_PICTURE);
    assert_string_equal(label_at(STR("撰稿人"), 0)->word, "撰稿人");
    assert_null(label_at(STR("记"), 0));
    assert_null(label_at(STR("王刚"), 0));
    assert_null(label_at(STR("记者"), strlen("记")));
}

static void test_labels_of_one_character(void **state)
{
    (void)state;
    assert_int_equal(short_label(STR("文"))->task, TASK_TEXT);
    assert_int_equal(short_label(STR("攝"))->task, TASK_PICTURE);
    assert_null(short_label(STR("文字")));
    assert_null(short_label(STR("刚")));
}

static void test_where_somebody_belongs(void **state)
{
    (void)state;
    assert_int_equal(unit_label(STR("工作单位"))->task, TASK_UNIT);
    assert_null(unit_label(STR("单位职工")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_longest_label_wins),
        cmocka_unit_test(test_labels_of_one_character),
        cmocka_unit_test(test_where_somebody_belongs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
