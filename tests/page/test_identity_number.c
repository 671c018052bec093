/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/identity_number.h"

static size_t count_in(const char *text, size_t *first)
{
    return identity_numbers_count(str_of(text), first);
}

/* The numbers are the standard's own examples. */
static void test_numbers_are_proved_by_their_last_character(void **state)
{
    (void)state;
    size_t first = SIZE_MAX;
    assert_int_equal(count_in("号码11010519491231002X，作废", &first), 1);
    assert_int_equal(first, strlen("号码"));
    assert_int_equal(count_in("11010519491231002x", &first), 1);
    assert_int_equal(count_in("440524188001010014", &first), 1);
    assert_int_equal(count_in("残疾人证44052418800101001443遗失", &first), 1);
    assert_int_equal(count_in("4405241880010100144", &first), 0);
    assert_int_equal(count_in("440524188001010014432", &first), 0);
    assert_int_equal(count_in("４４０５２４１８８００１０１００１４", &first), 1);
    assert_int_equal(count_in("440524188001010014、11010519491231002X", &first), 2);
    assert_int_equal(first, 0);
}

static void test_other_numbers_are_none(void **state)
{
    (void)state;
    size_t first = SIZE_MAX;
    static const char *others[] = {
        "110105194912310021",  "11010519491231002",   "1101051949123100211",
        "440524188001010014X", "440524188013010014",  "11010519491231002Xx",
        "1949年12月31日",      "0440524188001010014", "",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(count_in(others[i], &first), 0);
    assert_int_equal(first, SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_proved_by_their_last_character),
        cmocka_unit_test(test_other_numbers_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
