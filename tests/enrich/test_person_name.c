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
    assert_true(is_name("檀健"));
    assert_true(is_name("關振東"));
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
    assert_false(is_name("农村"));
    assert_false(is_name("应该"));
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
    assert_true(is_sure_name("哈力木别克"));
    assert_false(is_sure_name("哈力木别克到了"));
    assert_true(is_sure_name("旦增尼玛"));
    assert_true(is_sure_name("高原"));
    assert_false(is_sure_name("乡亲们都说好"));
    assert_false(is_sure_name("通报"));
    assert_false(is_sure_name("阿里"));
    assert_true(is_labelled_name(surnames, STR("阿里"), false));
    assert_false(is_labelled_name(surnames, STR("手记"), false));
    assert_false(is_labelled_name(surnames, STR("方向"), false));
    assert_true(is_labelled_name(surnames, STR("方向"), true));
    assert_false(is_labelled_name(surnames, STR("手记"), true));
    assert_false(is_labelled_name(surnames, STR("问题"), true));
    assert_false(is_labelled_name(surnames, STR("粮食丰收"), false));
    assert_false(is_sure_name("粮食丰收"));
    assert_false(is_sure_name("共三年"));
    assert_false(is_sure_name("未完待续"));
}

static void test_bodies(void **state)
{
    (void)state;
    static const char *const bodies[] = {"县委宣传部",
                                         "会昌县融媒体中心",
                                         "石桥镇",
                                         "新华社",
                                         "市文化馆",
                                         "人民日报",
                                         "县电视台",
                                         "县第一中学",
                                         "市供热管理办公室",
                                         "市气象台",
                                         "农民日报·中国农网",
                                         "新甘肃·甘肃日报",
                                         "大众日报·大众新闻客户端",
                                         "巴特尔工作室"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        assert_true(is_organisation(str_of(bodies[i])));
    static const char *const others[] = {"王建社",       "李连队",         "王刚",
                                         "局",           "县长",           "县委 宣传部",
                                         "县水利局干部", "本报召开座谈会", "县政协会员代表",
                                         "艾力·买买提",  "县文联·网·网"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(is_organisation(str_of(others[i])));
}

static void test_what_may_sign_alone(void **state)
{
    (void)state;
    static const char *names[] = {"（晓 文）", "（晓文）", "(李晓文)"};
    static const char *others[] = {"（有删减）", "（见图）",   "（下转）",
                                   "（卢医生）", "（全文略）", "（晓文等人）"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!may_sign_alone(str_of(names[i])))
            fail_msg("%s: no", names[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (may_sign_alone(str_of(others[i])))
            fail_msg("%s: yes", others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_may_sign_alone),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_other_words),
        cmocka_unit_test(test_where_names_stand_any_will_do),
        cmocka_unit_test(test_bodies),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
