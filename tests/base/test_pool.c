/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/pool.h"

enum { ITEMS = 1000, THREADS = 4 };

struct record {
    unsigned char done[ITEMS];
    size_t by_worker[THREADS];
};

static void work(void *context, size_t item, size_t worker)
{
    struct record *record = context;
    record->done[item]++;
    record->by_worker[worker]++;
}

static void assert_all_done_once(size_t threads, size_t count)
{
    struct record record = {0};
    size_t sum = 0;
    pool_run(threads, count, work, &record);
    for (size_t i = 0; i < ITEMS; i++)
        assert_int_equal(record.done[i], i < count);
    for (size_t i = 0; i < THREADS; i++)
        sum += record.by_worker[i];
    assert_int_equal(sum, count);
}

static void test_every_item_once(void **state)
{
    (void)state;
    assert_all_done_once(1, ITEMS);
    assert_all_done_once(THREADS, ITEMS);
    assert_all_done_once(THREADS, 2);
    assert_all_done_once(THREADS, 0);
    assert_all_done_once(0, ITEMS);
}

static void test_cores(void **state)
{
    (void)state;
    assert_true(pool_cores() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_item_once),
        cmocka_unit_test(test_cores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
