/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/assign.h"

static struct arena scratch;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&scratch);
    return 0;
}

/* What is best for one row is not best for all. */
static void test_best_of_all(void **state)
{
    (void)state;
    static const double weight[] = {
        5.0, 4.0, /* */
        4.0, 1.0, /* */
    };
    struct assignment found = assign_best(&scratch, weight, 2, 2);
    assert_int_equal(found.col[0], 1);
    assert_int_equal(found.col[1], 0);
}

static void test_nothing_for_nothing(void **state)
{
    (void)state;
    static const double weight[] = {
        -1.0, 0.0, /* */
        2.0,  3.0, /* */
        2.0,  1.0, /* */
        1.0,  1.0, /* */
    };
    struct assignment found = assign_best(&scratch, weight, 4, 2);
    assert_true(found.col[0] == ASSIGN_NONE);
    assert_int_equal(found.col[1], 1);
    assert_int_equal(found.col[2], 0);
    assert_true(found.col[3] == ASSIGN_NONE);
}

static void assert_near(double a, double b)
{
    assert_true(a - b < 1e-9 && b - a < 1e-9);
}

/* How much is lost where a row must choose otherwise. */
static void test_margins(void **state)
{
    (void)state;
    static const double weight[] = {
        5.0,  4.0,  /* gets column 1; else column 0, and the other row nothing: 5 of 8 */
        4.0,  1.0,  /* gets column 0; else nothing, and the other row column 0: 5 of 8 */
        -2.0, -9.0, /* gets nothing; else column 0 for -2, and … */
    };
    struct assignment found = assign_best(&scratch, weight, 2, 2);
    assert_near(found.row_sure[0], 2.0); /* 5 + 1 */
    assert_near(found.row_sure[1], 2.0);
    found = assign_best(&scratch, weight + 4, 1, 2);
    assert_true(found.col[0] == ASSIGN_NONE);
    assert_true(found.row_sure[0] >= ASSIGN_SURE); /* what is below 0 is no choice */
    static const double alone[] = {3.0, 0.5, -1.0};
    found = assign_best(&scratch, alone, 1, 3);
    assert_near(found.row_sure[0], 2.5);
    assert_near(found.col_sure[0], 2.5);
    assert_near(found.col_sure[1], 2.5);
    assert_true(found.col_sure[2] >= ASSIGN_SURE);
}

/* Against every other assignment, over many small tables. */
static double best_by_hand(const double *weight, size_t rows, size_t row, unsigned taken)
{
    if (row == rows)
        return 0.0;
    double best = best_by_hand(weight, rows, row + 1, taken);
    for (unsigned c = 0; c < 4; c++) {
        double here = weight[row * 4 + c];
        if (taken & 1u << c || here <= 0.0)
            continue;
        double sum = here + best_by_hand(weight, rows, row + 1, taken | 1u << c);
        best = sum > best ? sum : best;
    }
    return best;
}

static void test_small_tables(void **state)
{
    (void)state;
    unsigned dice = 1;
    for (int table = 0; table < 500; table++) {
        double weight[16], sum = 0.0;
        for (size_t i = 0; i < 16; i++) {
            dice = dice * 1103515245u + 12345u;
            weight[i] = (double)(dice >> 16 & 31) - 8.0;
        }
        struct assignment found = assign_best(&scratch, weight, 4, 4);
        for (size_t r = 0; r < 4; r++)
            sum += found.col[r] == ASSIGN_NONE ? 0.0 : weight[r * 4 + found.col[r]];
        assert_near(sum, best_by_hand(weight, 4, 0, 0));
        for (size_t r = 0; r < 4; r++) {
            if (found.col[r] == ASSIGN_NONE)
                continue;
            double kept = weight[r * 4 + found.col[r]];
            weight[r * 4 + found.col[r]] = 0.0;
            double margin = sum - best_by_hand(weight, 4, 0, 0);
            assert_near(found.row_sure[r], margin < ASSIGN_SURE ? margin : ASSIGN_SURE);
            weight[r * 4 + found.col[r]] = kept;
        }
        arena_reset(&scratch);
    }
}

static void test_empty(void **state)
{
    (void)state;
    assert_non_null(assign_best(&scratch, NULL, 0, 0).col);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_best_of_all), cmocka_unit_test(test_nothing_for_nothing),
        cmocka_unit_test(test_margins),     cmocka_unit_test(test_small_tables),
        cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
