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

struct wide {
    char bytes[200];
};

struct middling {
    char bytes[40];
};

struct wides VEC_OF(struct wide);
struct middlings VEC_OF(struct middling);

static void test_elements_of_any_size(void **state)
{
    struct arena keep = {0};
    struct wides wides = {0};
    struct middlings middlings = {0};
    (void)state;
    for (int i = 0; i < 300; i++) {
        vec_push(&keep, &wides, (struct wide){.bytes[199] = (char)(i % 100)});
        vec_push(&keep, &middlings, (struct middling){.bytes[39] = (char)(i % 100)});
    }
    for (int i = 0; i < 300; i++) {
        assert_int_equal(wides.at[i].bytes[199], i % 100);
        assert_int_equal(middlings.at[i].bytes[39], i % 100);
        assert_int_equal(wides.at[i].bytes[0] | middlings.at[i].bytes[0], 0);
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
        cmocka_unit_test(test_elements_of_any_size),
        cmocka_unit_test(test_push_in_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
