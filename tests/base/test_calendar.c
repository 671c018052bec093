/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/calendar.h"

static void months_have_their_days(void **state)
{
    (void)state;
    assert_int_equal(month_days(2023, 1), 31);
    assert_int_equal(month_days(2023, 4), 30);
    assert_int_equal(month_days(2023, 2), 28);
    assert_int_equal(month_days(2024, 2), 29);
    assert_int_equal(month_days(1900, 2), 28);
    assert_int_equal(month_days(2000, 2), 29);
}

static void days_have_their_weekday(void **state)
{
    (void)state;
    assert_int_equal(weekday(2022, 5, 1), 6);
    assert_int_equal(weekday(2022, 5, 24), 1);
    assert_int_equal(weekday(2024, 2, 29), 3);
    assert_int_equal(weekday(2000, 1, 1), 5);
    assert_int_equal(weekday(1949, 10, 1), 5);
    assert_int_equal(weekday(1, 1, 1), 0);
}

static void days_are_counted(void **state)
{
    (void)state;
    assert_int_equal(day_number(2024, 3, 1) - day_number(2024, 2, 28), 2);
    assert_int_equal(day_number(2023, 3, 1) - day_number(2023, 2, 28), 1);
    assert_int_equal(day_number(2024, 1, 1) - day_number(2023, 12, 31), 1);
    assert_int_equal(day_number(2001, 1, 1) - day_number(2000, 1, 1), 366);
    assert_int_equal(day_number(1901, 1, 1) - day_number(1900, 1, 1), 365);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_have_their_days),
        cmocka_unit_test(days_have_their_weekday),
        cmocka_unit_test(days_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
