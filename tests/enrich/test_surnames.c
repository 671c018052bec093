/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/surnames.h"

static void test_the_longer_surname_wins(void **state)
{
    (void)state;
    struct arena keep = {0};
    const struct surnames *surnames = surnames_builtin(&keep);
    assert_str(surname_of(surnames, STR("王刚"))->text, "王");
    assert_str(surname_of(surnames, STR("欧阳修"))->text, "欧阳");
    assert_str(surname_of(surnames, STR("欧阳"))->text, "欧阳");
    assert_str(surname_of(surnames, STR("欧冶"))->text, "欧");
    assert_str(surname_of(surnames, STR("尉迟恭"))->reading, "yu chi");
    assert_null(surname_of(surnames, STR("摄影")));
    assert_null(surname_of(surnames, STR("")));
    arena_clear(&keep);
}

static void test_rare_ones_are_told_from_common_ones(void **state)
{
    (void)state;
    struct arena keep = {0};
    const struct surnames *surnames = surnames_builtin(&keep);
    assert_true(surname_of(surnames, STR("李明"))->common);
    assert_false(surname_of(surnames, STR("广告"))->common);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_longer_surname_wins),
        cmocka_unit_test(test_rare_ones_are_told_from_common_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
