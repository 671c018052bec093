/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/map.h"

static void test_get_and_set(void **state)
{
    struct arena keep = {0};
    struct map map = {0};
    int value;
    (void)state;
    assert_null(map_get(&map, STR("a")));
    *map_at(&keep, &map, STR("a")) = &value;
    assert_ptr_equal(map_get(&map, STR("a")), &value);
    assert_null(map_get(&map, STR("b")));
    assert_null(map_get(&map, STR("")));
    assert_ptr_equal(*map_at(&keep, &map, STR("a")), &value);
    assert_int_equal(map.len, 1);
    arena_clear(&keep);
}

static void test_empty_and_binary_keys(void **state)
{
    struct arena keep = {0};
    struct map map = {0};
    int empty, zero, zeros;
    (void)state;
    *map_at(&keep, &map, STR_NONE) = &empty;
    *map_at(&keep, &map, (struct str){"\0", 1}) = &zero;
    *map_at(&keep, &map, (struct str){"\0\0", 2}) = &zeros;
    assert_ptr_equal(map_get(&map, STR("")), &empty);
    assert_ptr_equal(map_get(&map, (struct str){"\0", 1}), &zero);
    assert_ptr_equal(map_get(&map, (struct str){"\0\0", 2}), &zeros);
    assert_int_equal(map.len, 3);
    arena_clear(&keep);
}

static void test_many_keys(void **state)
{
    enum { COUNT = 5000 };
    struct arena keep = {0};
    struct map map = {0};
    struct str keys[COUNT];
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        keys[i] = str_format(&keep, "key %zu", i);
        *map_at(&keep, &map, keys[i]) = &keys[i];
    }
    assert_int_equal(map.len, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        assert_ptr_equal(map_get(&map, str_format(&keep, "key %zu", i)), &keys[i]);
    assert_null(map_get(&map, STR("key 5000")));
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_get_and_set),
        cmocka_unit_test(test_empty_and_binary_keys),
        cmocka_unit_test(test_many_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
