/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/vec.h"

struct pair {
    int a, b;
};

struct pairs VEC_OF(struct pair);

static void test_push(void **state)
{
    struct arena keep = {0};
    struct pairs pairs = {0};
    (void)state;
    for (int i = 0; i < 1000; i++)
        vec_push(&keep, &pairs, (struct pair){i, -i});
    assert_int_equal(pairs.len, 1000);
    assert_true(pairs.cap >= pairs.len);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(pairs.at[i].a, i);
        assert_int_equal(pairs.at[i].b, -i);
    }
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_push),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
