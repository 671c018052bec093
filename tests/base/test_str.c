/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/str.h"

static void test_cut(void **state)
{
    (void)state;
    struct str rest = STR("a/b/");
    assert_str(str_cut(&rest, '/'), "a");
    assert_str(str_cut(&rest, '/'), "b");
    assert_str(rest, "");
    assert_str(str_cut(&rest, '/'), "");
}

static void test_find(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("abcabc"), STR("ca"), 0), 2);
    assert_int_equal(str_find(STR("abcabc"), STR("ca"), 3), SIZE_MAX);
    assert_int_equal(str_find(STR_NONE, STR("a"), 0), SIZE_MAX);
    assert_int_equal(str_find(STR("abc"), STR_NONE, 3), 3);
}

static void test_slice_is_cut_to_length(void **state)
{
    (void)state;
    assert_str(str_slice(STR("abc"), 1, 99), "bc");
    assert_str(str_slice(STR("abc"), 5, 99), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_slice_is_cut_to_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
