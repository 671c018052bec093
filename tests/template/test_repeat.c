/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "template/repeat.h"

static struct value ask(struct arena *scratch, const char *property, size_t index, size_t length)
{
    struct near near = near_to(str_of(property));
    const struct repeat_property *found = repeat_property_find(str_of(property), &near);
    assert_non_null(found);
    return found->get(scratch, index, length);
}

static void check_text(const char *property, size_t index, const char *expected)
{
    struct arena scratch = {0};
    assert_str(ask(&scratch, property, index, index + 1).text, expected);
    arena_clear(&scratch);
}

static void test_letters_have_no_zero(void **state)
{
    (void)state;
    check_text("letter", 0, "a");
    check_text("letter", 25, "z");
    check_text("letter", 26, "aa");
    check_text("letter", 51, "az");
    check_text("letter", 52, "ba");
    check_text("letter", 701, "zz");
    check_text("letter", 702, "aaa");
    check_text("Letter", 27, "AB");
}

static void test_roman_numerals(void **state)
{
    (void)state;
    check_text("roman", 0, "i");
    check_text("roman", 3, "iv");
    check_text("roman", 8, "ix");
    check_text("Roman", 39, "XL");
    check_text("Roman", 1993, "MCMXCIV");
    check_text("Roman", 3887, "MMMDCCCLXXXVIII"); /* the longest */
    check_text("roman", 3998, "mmmcmxcix");
    check_text("roman", 3999, "4000");
}

static void test_numbers_and_truths(void **state)
{
    (void)state;
    struct arena scratch = {0};
    assert_int_equal(ask(&scratch, "index", 2, 3).number, 2);
    assert_int_equal(ask(&scratch, "number", 2, 3).number, 3);
    assert_int_equal(ask(&scratch, "length", 2, 3).number, 3);
    assert_true(ask(&scratch, "even", 2, 3).truth);
    assert_false(ask(&scratch, "odd", 2, 3).truth);
    assert_false(ask(&scratch, "start", 2, 3).truth);
    assert_true(ask(&scratch, "end", 2, 3).truth);
    assert_str(ask(&scratch, "parity", 2, 3).text, "odd");
    arena_clear(&scratch);
}

static void test_unknown_properties(void **state)
{
    (void)state;
    struct near near = near_to(STR("lenght"));
    assert_null(repeat_property_find(near.word, &near));
    assert_str(near.best, "length");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_have_no_zero),
        cmocka_unit_test(test_roman_numerals),
        cmocka_unit_test(test_numbers_and_truths),
        cmocka_unit_test(test_unknown_properties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
