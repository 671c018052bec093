/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "story/made_passages.h"
#include "story/made_texts.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The shifts of a text whose passages are the lines of PAGE, in their order. */
static struct shift *shifts_in(const char *page, size_t *len)
{
    struct made_passages *made = ARENA_NEW(&keep, struct made_passages);
    *made = passages_made(&keep, page);
    *len = made->passages.row;
    const struct pairs **chars = ARENA_ARRAY(&keep, const struct pairs *, *len);
    struct shift *shifts = ARENA_ARRAY(&keep, struct shift, *len);
    for (size_t i = 0; i < *len; i++)
        chars[i] = &made->passages.at[i].own.chars;
    struct shift_room room = shift_room(&keep, made->passages.cohesion);
    shifts_find(&room, chars, *len, shifts);
    for (size_t i = 0; i < *len; i++) /* the room is left empty */
        for (size_t k = 0; k < chars[i]->len; k++)
            assert_true(room.before[chars[i]->at[k].number] == 0.0 &&
                        room.after[chars[i]->at[k].number] == 0.0);
    return shifts;
}

/* It lies where the tea ends and the ferry begins, and there is no other. */
static void test_two_matters(void **state)
{
    (void)state;
    size_t len;
    struct shift *shifts = shifts_in(TEA_A TEA_B FERRY_A FERRY_B, &len);
    assert_int_equal(len, 4);
    assert_true(shifts[2].nats > 0.0);
    assert_true(shifts[2].lead > 0.0);
    assert_true(shifts[1].lead < 0.0 && shifts[3].lead < 0.0);
    assert_true(shifts[2].nats > shifts[1].nats && shifts[2].nats > shifts[3].nats);
}

static void test_one_matter(void **state)
{
    (void)state;
    size_t len;
    struct shift *shifts = shifts_in(TEA_A TEA_B TEA_A TEA_B, &len);
    assert_int_equal(len, 4);
    for (size_t i = 1; i < len; i++)
        assert_true(shifts[i].nats < 0.0 && shifts[i].lead < 0.0);
}

/* Read from its end a text has its shift in the same place, and it weighs as much. */
static void test_either_way(void **state)
{
    (void)state;
    size_t len;
    struct shift *forth = shifts_in(TEA_A TEA_B FERRY_A, &len);
    struct shift *back = shifts_in(FERRY_A TEA_B TEA_A, &len);
    assert_int_equal(len, 3);
    assert_true(fabs(forth[2].nats - back[1].nats) < 1e-6);
    assert_true(fabs(forth[2].shorter - back[1].shorter) < 1e-6);
}

/* The characters of the shorter side; marks are none. */
static void test_shorter_side(void **state)
{
    (void)state;
    size_t len;
    struct shift *shifts = shifts_in("    茶农采茶。\n\n    船工撑船过河，船靠渡口。\n", &len);
    assert_int_equal(len, 2);
    assert_true(shifts[0].nats == 0.0 && shifts[0].shorter == 0.0);
    assert_true(shifts[1].shorter == 4.0);
}

/* Two places that weigh as much lead by nothing; a text of one passage has no place. */
static void test_no_lead(void **state)
{
    (void)state;
    size_t len;
    struct shift *shifts = shifts_in(TEA_A FERRY_A TEA_A, &len);
    assert_int_equal(len, 3);
    assert_true(fabs(shifts[1].nats - shifts[2].nats) < 1e-6);
    assert_true(shifts[1].lead <= 1e-6 && shifts[2].lead <= 1e-6);
    shifts = shifts_in(TEA_A, &len);
    assert_int_equal(len, 1);
    assert_true(shifts[0].nats == 0.0 && shifts[0].lead == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_two_matters, teardown),
        cmocka_unit_test_teardown(test_one_matter, teardown),
        cmocka_unit_test_teardown(test_either_way, teardown),
        cmocka_unit_test_teardown(test_shorter_side, teardown),
        cmocka_unit_test_teardown(test_no_lead, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
