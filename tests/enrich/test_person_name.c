/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/person_name.h"

static struct arena keep;
static const struct surnames *surnames;

static int setup(void **state)
{
    (void)state;
    surnames = surnames_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static bool is_name(const char *word)
{
    return is_person_name(surnames, str_of(word), false);
}

static bool is_sure_name(const char *word)
{
    return is_person_name(surnames, str_of(word), true);
}

static void test_names(void **state)
{
    (void)state;
    assert_true(is_name("王刚"));
    assert_true(is_name("李晓明"));
    assert_true(is_name("欧阳明月"));
    assert_true(is_name("艾力·买买提"));
    assert_false(is_name("王"));
    assert_false(is_name("王刚在县城"));
    assert_false(is_name("··"));
    assert_false(is_name("王·"));
    assert_false(is_name("Wang"));
    assert_false(is_name("王 刚"));
    assert_false(is_name(""));
}

static void test_other_words(void **state)
{
    (void)state;
    assert_false(is_name("摄影"));
    assert_false(is_name("全文完"));
    assert_false(is_name("左二"));
    assert_false(is_name("广告"));
    assert_false(is_sure_name("手记"));
    assert_false(is_sure_name("获悉"));
}

static void test_where_names_stand_any_will_do(void **state)
{
    (void)state;
    assert_false(is_name("扎西多吉"));
    assert_true(is_sure_name("扎西多吉"));
    assert_true(is_sure_name("喆文"));
    assert_false(is_sure_name("乡亲们都说好"));
}

static void test_bodies(void **state)
{
    (void)state;
    static const char *const bodies[] = {"县委宣传部", "会昌县融媒体中心", "石桥镇",
                                         "新华社",     "市文化馆",         "人民日报",
                                         "县电视台",   "县第一中学"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        assert_true(is_organisation(str_of(bodies[i])));
    static const char *const others[] = {"王建社", "李连队", "王刚", "局", "县长", "县委 宣传部"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(is_organisation(str_of(others[i])));
}

static void test_names_in_a_row(void **state)
{
    (void)state;
    struct strs names = names_split(&keep, surnames, STR("李晓明王刚赵海燕"));
    assert_int_equal(names.len, 3);
    assert_str(names.at[0], "李晓明");
    assert_str(names.at[1], "王刚");
    assert_str(names.at[2], "赵海燕");
    assert_int_equal(names_split(&keep, surnames, STR("李明王刚")).len, 2);
    assert_int_equal(names_split(&keep, surnames, STR("上官文华")).len, 0);
    assert_int_equal(names_split(&keep, surnames, STR("·王刚·李明")).len, 0);
    assert_int_equal(names_split(&keep, surnames, STR("扎西多吉")).len, 0);
    assert_int_equal(names_split(&keep, surnames, STR("李晓明在县城")).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_other_words),
        cmocka_unit_test(test_where_names_stand_any_will_do),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_names_in_a_row),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
