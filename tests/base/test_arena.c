/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <stdalign.h>

#include "base/arena.h"

static void test_memory_is_zeroed_and_aligned(void **state)
{
    static const unsigned char zeros[1000];
    struct arena arena = {0};
    (void)state;
    for (size_t size = 0; size < sizeof zeros; size++) {
        unsigned char *p = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
        assert_memory_equal(p, zeros, size);
        memset(p, 0xff, size);
    }
    arena_clear(&arena);
}

static void test_pieces_do_not_overlap(void **state)
{
    enum { COUNT = 2000, SIZE = 333 };
    struct arena arena = {0};
    unsigned char *pieces[COUNT];
    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        memset(pieces[i] = arena_alloc(&arena, SIZE), (int)(i % 251), SIZE);
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(pieces[i][0], i % 251);
        assert_int_equal(pieces[i][SIZE - 1], i % 251);
    }
    arena_clear(&arena);
}

static void test_large_pieces(void **state)
{
    enum { LARGE = 8 << 20 };
    struct arena arena = {0};
    (void)state;
    char *small = arena_alloc(&arena, 1);
    char *large = ARENA_ARRAY(&arena, char, LARGE);
    *small = 'x';
    memset(large, 'y', LARGE);
    assert_int_equal(*small, 'x');
    arena_clear(&arena);
}

static void test_reset_zeroes_again(void **state)
{
    struct arena arena = {0};
    (void)state;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) {
            unsigned char *p = arena_alloc(&arena, 1000);
            assert_int_equal(p[0] | p[999], 0);
            memset(p, 0xff, 1000);
        }
        arena_reset(&arena);
    }
    arena_clear(&arena);
    arena_reset(&arena);
    assert_null(arena.head);
    assert_non_null(arena_alloc(&arena, 1));
    arena_clear(&arena);
}

static void test_adopt(void **state)
{
    struct arena arena = {0}, other = {0}, none = {0};
    (void)state;
    int *kept = ARENA_NEW(&other, int);
    *kept = 7;
    arena_adopt(&arena, &other);
    arena_adopt(&arena, &none);
    assert_null(other.head);
    arena_clear(&other);
    assert_non_null(arena_alloc(&arena, 100000));
    assert_int_equal(*kept, 7);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_is_zeroed_and_aligned),
        cmocka_unit_test(test_pieces_do_not_overlap),
        cmocka_unit_test(test_large_pieces),
        cmocka_unit_test(test_reset_zeroes_again),
        cmocka_unit_test(test_adopt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
