/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/name_form.h"

static void test_one_form(void **state)
{
    (void)state;
    struct arena keep = {0};
    assert_str(name_form(&keep, STR("王 刚"), false), "王刚");
    assert_str(name_form(&keep, STR("王\u3000刚"), false), "王刚");
    assert_str(name_form(&keep, STR("王\u00a0刚"), false), "王刚");
    assert_str(name_form(&keep, STR("艾力•买买提"), false), "艾力·买买提");
    assert_str(name_form(&keep, STR("艾力・买买提"), false), "艾力·买买提");
    assert_str(name_form(&keep, STR("艾力 · 买买提"), false), "艾力·买买提");
    assert_str(name_form(&keep, STR("\uf90a\u2f0d"), false), "金冖"); /* compatibility, radical */
    assert_str(name_form(&keep, STR("王剛"), true), "王刚");
    assert_str(name_form(&keep, STR_NONE, true), "");
    arena_clear(&keep);
}

static void test_other_names_stay(void **state)
{
    (void)state;
    struct arena keep = {0};
    assert_str(name_form(&keep, STR("张乾"), false), "张乾"); /* 乾 is no 干 on these pages */
    assert_str(name_form(&keep, STR("王钢"), false), "王钢");
    assert_str(name_form(&keep, STR("\ue123刚"), false), "\ue123刚"); /* private use */
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_form),
        cmocka_unit_test(test_other_names_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
