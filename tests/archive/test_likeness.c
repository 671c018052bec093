/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/likeness.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static struct pairs pairs_of(enum role role, const char *text)
{
    struct story story = {0};
    vec_push(&keep, &story.blocks, (struct block){.role = role, .text = str_of(text)});
    return story_pairs(&keep, &story);
}

static double likeness(const char *a, const char *b)
{
    struct pairs x = pairs_of(ROLE_PARAGRAPH, a), y = pairs_of(ROLE_HEADLINE, b);
    return pairs_likeness(&x, &y);
}

static void test_pairs_are_of_han_characters_and_each_once(void **state)
{
    (void)state;
    assert_int_equal(pairs_of(ROLE_PARAGRAPH, "水渠，水渠A水 渠。").len, 1);
    assert_int_equal(pairs_of(ROLE_PARAGRAPH, "水渠水").len, 2);
    assert_int_equal(pairs_of(ROLE_PARAGRAPH, "水").len, 0);
    assert_int_equal(pairs_of(ROLE_NOTICE, "（下转四版）").len, 0);
}

static void test_likeness_is_what_is_shared_by_what_there_is(void **state)
{
    (void)state;
    assert_float_equal(likeness("水渠", "水渠"), 1, 1e-9);
    assert_float_equal(likeness("水渠", "渠水"), 0, 1e-9);
    assert_float_equal(likeness("甲乙丙丁戊", "乙丙"), .5, 1e-9);
    assert_float_equal(likeness("", "水渠"), 0, 1e-9);
    assert_float_equal(likeness("", ""), 0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_pairs_are_of_han_characters_and_each_once, teardown),
        cmocka_unit_test_teardown(test_likeness_is_what_is_shared_by_what_there_is, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
