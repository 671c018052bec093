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

static void test_numbers_in_order(void **state)
{
    (void)state;
    static const char *const rising[] = {"",    "0",  "00",  "01",   "1",   "2",     "10",    "A2",
                                         "A10", "B1", "a2b", "a2b1", "a10", "a10-9", "a10-10"};
    for (size_t i = 0; i < sizeof rising / sizeof *rising; i++)
        for (size_t k = 0; k < sizeof rising / sizeof *rising; k++) {
            int order = str_cmp_numbers(str_of(rising[i]), str_of(rising[k]));
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    assert_true(str_cmp_numbers(STR("第9版"), STR("第10版")) < 0);
    assert_true(str_cmp_numbers(STR("99999999999999999999"), STR("100000000000000000000")) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_slice_is_cut_to_length),
        cmocka_unit_test(test_numbers_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
