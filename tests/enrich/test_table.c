/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/table.h"

static void test_rows(void **state)
{
    (void)state;
    struct str rest = STR("a\tb\tc\n\nd"), row[2];
    assert_true(table_row(&rest, row, 2));
    assert_str(row[0], "a");
    assert_str(row[1], "b");
    assert_true(table_row(&rest, row, 2));
    assert_str(row[0], "");
    assert_true(table_row(&rest, row, 2));
    assert_str(row[0], "d");
    assert_str(row[1], "");
    assert_false(table_row(&rest, row, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
