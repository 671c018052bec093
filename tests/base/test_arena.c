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

/* Fills an array of LEN elements, grown by one and a half from each length to the next, in turns
   with small pieces if IN_TURNS. */
static void grow_and_look(struct arena *arena, size_t len, bool in_turns)
{
    uint32_t *at = NULL;
    size_t cap = 0;
    for (size_t i = 0; i < len; i++) {
        if (i == cap) {
            at = arena_grow(arena, at, cap, cap + cap / 2 + 1, sizeof *at);
            cap += cap / 2 + 1;
            if (in_turns)
                memset(arena_alloc(arena, 24), 0xff, 24);
        }
        at[i] = (uint32_t)i;
    }
    for (size_t i = 0; i < len; i++)
        assert_int_equal(at[i], i);
    assert_int_equal((uintptr_t)at % alignof(max_align_t), 0);
}

static void test_grow(void **state)
{
    static const size_t lens[] = {1, 100, 5000, 150000, 300000, 2000000};
    (void)state;
    for (size_t i = 0; i < sizeof lens / sizeof *lens; i++) {
        struct arena arena = {0};
        grow_and_look(&arena, lens[i], false);
        grow_and_look(&arena, lens[i], true);
        arena_reset(&arena);
        grow_and_look(&arena, lens[i], true);
        arena_clear(&arena);
    }
}

static void test_a_large_piece_first(void **state)
{
    enum { LARGE = 3 << 20 };
    struct arena arena = {0};
    (void)state;
    for (int round = 0; round < 3; round++) {
        char *large = ARENA_ROOM(&arena, char, LARGE), *small = arena_alloc(&arena, 100);
        memset(large, 'y', LARGE);
        memset(small, 'x', 100);
        char *wider = arena_grow(&arena, large, LARGE, 2 * (size_t)LARGE, 1);
        for (size_t i = 0; i < LARGE; i++)
            assert_int_equal(wider[i], 'y');
        assert_int_equal(small[99], 'x');
        arena_reset(&arena);
    }
    arena_clear(&arena);
}

static void test_what_was_adopted_grows(void **state)
{
    struct arena arena = {0}, other = {0};
    (void)state;
    int *few = ARENA_ROOM(&other, int, 10), *many = ARENA_ROOM(&other, int, 1 << 20);
    few[9] = 9;
    many[(1 << 20) - 1] = 7;
    arena_alloc(&arena, 10);
    arena_adopt(&arena, &other);
    few = arena_grow(&arena, few, 10, 20, sizeof *few);
    many = arena_grow(&arena, many, 1 << 20, 1 << 21, sizeof *many);
    assert_int_equal(few[9], 9);
    assert_int_equal(many[(1 << 20) - 1], 7);
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
        cmocka_unit_test(test_grow),
        cmocka_unit_test(test_a_large_piece_first),
        cmocka_unit_test(test_what_was_adopted_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
