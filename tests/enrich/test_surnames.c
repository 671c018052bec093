/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/surnames.h"

static void test_surname_of(void **state)
{
    (void)state;
    struct arena keep = {0};
    const struct surnames *surnames = surnames_builtin(&keep);
    assert_str(surname_of(surnames, STR("王刚")), "王");
    assert_str(surname_of(surnames, STR("欧阳修")), "欧阳");
    assert_str(surname_of(surnames, STR("欧阳")), "欧阳");
    assert_str(surname_of(surnames, STR("欧")), "欧");
    assert_str(surname_of(surnames, STR("摄影")), "");
    assert_str(surname_of(surnames, STR("")), "");
    assert_str(surname_reading(surnames, STR("尉迟")), "yu chi");
    assert_str(surname_reading(surnames, STR("摄")), "");
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_surname_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
