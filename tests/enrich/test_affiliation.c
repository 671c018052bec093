/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/affiliation.h"

static void test_bodies_beside_names(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"岚县融媒体中心", "岚县融媒体中心"},
        {"岚县融媒体中心首席", "岚县融媒体中心"},
        {"会昌日报全媒体", "会昌日报"},
        {"新华社特约", "新华社"},
        {"县医院主治医师", "县医院"},
        {"石坪镇中心小学五年级", "石坪镇中心小学"},
        {"本报驻石桥", "本报"},
        {"县水利局干部", "县水利局"},
        {"《石桥日报》", "石桥日报"},
        {"融媒体", ""},
        {"见习", ""},
        {"石桥镇", ""},
        {"石桥镇读者", ""},
        {"退休教师", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(affiliation_of(str_of(cases[i][0])), cases[i][1]);
}

static void test_divisions(void **state)
{
    (void)state;
    assert_true(is_division(STR("岚县")));
    assert_true(is_division(STR("石桥镇")));
    assert_true(is_division(STR("山西岚县")));
    assert_false(is_division(STR("县")));
    assert_false(is_division(STR("王镇"))); /* somebody's name */
    assert_false(is_division(STR("县水利局")));
}

static void test_bodies_told_of_authors(void **state)
{
    (void)state;
    assert_str(affiliation_told(STR("单位：清江县委党校")), "清江县委党校");
    assert_str(affiliation_told(STR("系县人大常委会副主任")), "县人大常委会");
    assert_str(affiliation_told(STR("为县作家协会会员")), "县作家协会");
    assert_str(affiliation_told(STR("系岚县人")), "");
    assert_str(affiliation_told(STR("单位")), "");
}

static void test_bodies_that_send_reports(void **state)
{
    (void)state;
    assert_str(affiliation_of_dispatch(STR("新华社昆明11月3日电")), "新华社");
    assert_str(affiliation_of_dispatch(STR("据中新网成都5月1日电")), "中新网");
    assert_str(affiliation_of_dispatch(STR("【本报讯】")), "本报");
    assert_str(affiliation_of_dispatch(STR("清江报讯")), "清江报");
    assert_str(affiliation_of_dispatch(STR("会昌讯")), "");
    assert_str(affiliation_of_dispatch(STR("据县气象局预报")), "");
    assert_str(affiliation_of_dispatch(STR_NONE), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bodies_beside_names),
        cmocka_unit_test(test_divisions),
        cmocka_unit_test(test_bodies_told_of_authors),
        cmocka_unit_test(test_bodies_that_send_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
