/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/agency.h"

static void test_reports_that_name_their_source(void **state)
{
    (void)state;
    assert_str(agency_of_head(STR("据新华社北京10月3日电 粮食丰收。")), "新华社");
    assert_str(agency_of_head(STR("據新華社電 糧食豐收。")), "新華社");
    assert_str(agency_of_head(STR("新华社北京10月3日电 粮食丰收。")), "新华社");
    assert_str(agency_of_head(STR("新华社罗马十月三十一日电 粮食丰收。")), "新华社");
    assert_str(agency_of_head(STR("新华社的记者来了。电影开机。")), "");
    assert_str(agency_of_head(STR("新华社记者近日来到东河水电站。")), "");
    assert_str(agency_of_head(STR("新华社山西分社电视记者站挂牌。")), "");
    assert_str(agency_of_head(STR("据新华社报道，电影开机。")), "");
    assert_str(agency_of_head(STR("据县气象局电，明日有雨。")), "");
}

static void test_brackets_that_sign(void **state)
{
    (void)state;
    assert_str(agency_of_tail(STR("冰面上热气腾腾。（新华社发）")), "新华社");
    assert_str(agency_of_tail(STR("(据新华社电)")), "新华社");
    assert_str(agency_of_tail(STR("粮食丰收。（新华社北京10月3日电）")), "新华社");
    assert_str(agency_of_tail(STR("（新华社来电）")), "");
    assert_str(agency_of_tail(STR("（新华社北京十月三日电）")), "新华社");
    assert_str(agency_of_tail(STR("据中新社")), "中新社");
    assert_str(agency_of_tail(STR("（记者从新华社获悉）")), "");
    assert_str(agency_of_tail(STR("（新华社记者 王刚）")), "");
    assert_str(agency_of_tail(STR("稿件来自新华社。")), "");
    assert_str(agency_of_tail(STR("")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reports_that_name_their_source),
        cmocka_unit_test(test_brackets_that_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
