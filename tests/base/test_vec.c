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

/* Two that grow in turns, and one that grows alone past a chunk's end. */
static void test_push_in_turns(void **state)
{
    struct arena keep = {0};
    struct pairs first = {0}, second = {0}, alone = {0};
    (void)state;
    for (int i = 0; i < 1000; i++) {
        vec_push(&keep, &first, (struct pair){i, -i});
        vec_push(&keep, &second, (struct pair){-i, i});
    }
    for (int i = 0; i < 500000; i++)
        vec_push(&keep, &alone, (struct pair){i, 7});
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(first.at[i].a, i);
        assert_int_equal(second.at[i].b, i);
    }
    for (int i = 0; i < 500000; i++)
        assert_int_equal(alone.at[i].a + alone.at[i].b, i + 7);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_push),
        cmocka_unit_test(test_push_in_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
