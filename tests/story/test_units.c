/* SPDX-License-Identifier: MIT */
#include "story/made_page.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const char page_text[] =
    "供热公司抢修城区管网\n□ 方海\n\n"
    "    本报讯（记者 甘雨）入冬以来，供热公司对管网逐段检修，换了老化的阀门。\n"
    "    目前，全县供热面积已达三十万平方米，管网检修还在继续。\n\n"
    "资料图片\n\n"
    "水库管护员守堤三十年\n\n"
    "    本报讯（记者 车前）清晨，水库管护员李麦冬沿着堤坝查看闸门。\n"
    "图为李麦冬在查看闸门。\n车前 摄\n";

static void test_row(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, page_text);
    const struct units *units = &made.units;
    static const char *const row[] = {"入冬以来", "目前", "清晨", "图为", "车前 摄"};
    static const bool opens[] = {true, false, true, true, false};
    static const bool photo[] = {false, false, false, true, true};
    assert_int_equal(units->len, 5);
    for (size_t u = 0; u < units->len; u++) {
        assert_true(str_has(units->at[u].block->text, str_of(row[u])));
        assert_int_equal(units->at[u].opens, opens[u]);
        assert_int_equal(units->at[u].photo, photo[u]);
    }
}

static void test_satellites(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, page_text);
    assert_int_equal(made.units.satellites.len, 3);

    const struct satellite *first = &made.units.satellites.at[0];
    assert_int_equal(first->fragment->len, 2);
    assert_int_equal(first->part, PART_HEAD);
    assert_true(first->headline);
    assert_true(first->before == UNIT_NONE);
    assert_int_equal(first->after, 0);
    assert_true(first->at_start);

    const struct satellite *placeholder = &made.units.satellites.at[1];
    assert_int_equal(placeholder->part, PART_RESIDUE);
    assert_false(placeholder->headline);
    assert_int_equal(placeholder->before, 1);
    assert_int_equal(placeholder->after, 2);

    const struct satellite *second = &made.units.satellites.at[2];
    assert_true(second->headline);
    assert_int_equal(second->before, 1);
    assert_int_equal(second->after, 2);
}

/* A picture with a placeholder stands in the middle of a paragraph that it cuts in two. */
static void test_inside_a_text(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, "    入冬以来，南河县供热公司对城区三十\n"
                                             "六公里的管网逐段检修，更换了老化的阀门，\n"
                                             "让居民家里暖起来。供热站里，技术员守着仪\n\n"
                                             "资料图片\n\n"
                                             "表，每隔半小时记录一次温度和压力，确保管\n"
                                             "网平稳运行。\n");
    size_t text = unit_with(&made.units, "守着仪表，每隔");
    const struct satellite *inside =
        &made.units.satellites.at[satellite_with(&made.units, "资料图片")];
    assert_int_equal(inside->before, text);
    assert_int_equal(inside->after, text);
    assert_false(inside->at_start);
}

static void test_byline_alone_is_no_headline(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, "□ 方海\n\n    清晨，水库管护员李麦冬沿着堤坝查看闸门。\n");
    assert_int_equal(made.units.satellites.len, 1);
    assert_int_equal(made.units.satellites.at[0].part, PART_HEAD);
    assert_false(made.units.satellites.at[0].headline);
}

static void test_no_text(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, "责任编辑：方海\n");
    assert_int_equal(made.units.len, 0);
    assert_int_equal(made.units.satellites.len, 1);
    assert_true(made.units.satellites.at[0].before == UNIT_NONE);
    assert_true(made.units.satellites.at[0].after == UNIT_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_row),           cmocka_unit_test(test_satellites),
        cmocka_unit_test(test_inside_a_text), cmocka_unit_test(test_byline_alone_is_no_headline),
        cmocka_unit_test(test_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
