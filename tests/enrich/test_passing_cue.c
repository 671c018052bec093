/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/passing_cue.h"

static bool is_cued(const char *text, const char *name)
{
    struct str whole = str_of(text);
    size_t at = str_find(whole, str_of(name), 0);
    assert_int_not_equal(at, SIZE_MAX);
    struct cue_walk walk = {0};
    return passing_cue(&walk, whole, at, at + strlen(name)) < 1;
}

static void who_comes_from_there_or_goes_there(void **state)
{
    (void)state;
    assert_true(is_cued("来自浙江省义乌市的客商订下三十吨", "义乌市"));
    assert_true(is_cued("大米发往江苏昆山、福建晋江和山东寿光", "寿光"));
    assert_true(is_cued("跟咱老家吴起县的山不一样", "吴起县"));
    assert_true(is_cued("见到一位义乌客商", "义乌"));
    assert_true(is_cued("以3比1战胜武安市队", "武安市"));
    assert_true(is_cued("沿河至榕江高速公路开工", "榕江"));
    assert_false(is_cued("榕江高速公路收费站", "榕江"));
}

static void the_scene_is_none(void **state)
{
    (void)state;
    assert_false(is_cued("记者来到岚县", "岚县"));
    assert_false(is_cued("市委书记赴岚县调研乡村振兴工作", "岚县"));
    assert_true(is_cued("岚县干部赴阳高县考察", "阳高县"));
    assert_false(is_cued("岚县的谷子熟了", "岚县"));
    assert_false(is_cued("岚县游客中心开放", "岚县"));
}

static void another_clause_does_not_count(void **state)
{
    (void)state;
    assert_false(is_cued("来自北京的客人说，岚县好。", "岚县"));
    assert_false(is_cued("他毕业以后在外多年。岚县变了。", "岚县"));
    assert_true(is_cued("岚县的土豆，远销至临县。", "临县"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_from_there_or_goes_there),
        cmocka_unit_test(the_scene_is_none),
        cmocka_unit_test(another_clause_does_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
