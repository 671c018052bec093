/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/near.h"

static void test_distance(void **state)
{
    (void)state;
    assert_int_equal(near_distance(STR("title"), STR("title")), 0);
    assert_int_equal(near_distance(STR("titel"), STR("title")), 1);
    assert_int_equal(near_distance(STR("Base-URL"), STR("base_url")), 0);
    assert_int_equal(near_distance(STR(""), STR("abc")), 3);
    assert_int_equal(near_distance(STR("abc"), STR("")), 3);
    assert_int_equal(near_distance(STR("ca"), STR("abc")), 3);
    assert_int_equal(near_distance(STR("kitten"), STR("sitting")), 3);
}

static void test_long_words_are_not_compared(void **state)
{
    (void)state;
    char word[65] = {0};
    struct str longest = {word, 64}, longer = {word, 65};
    assert_int_equal(near_distance(longest, longest), 0);
    assert_int_equal(near_distance(longer, longer), SIZE_MAX);
}

static struct str nearest(struct str word)
{
    struct near near = near_to(word);
    near_try(&near, STR("publication"));
    near_try(&near, STR("page"));
    near_try(&near, STR("page_name"));
    near_try(&near, STR("id"));
    return near.best;
}

static void test_nearest(void **state)
{
    (void)state;
    assert_str(nearest(STR("pgae")), "page");
    assert_str(nearest(STR("page-nam")), "page_name");
    assert_str(nearest(STR("publcaton")), "publication");
    assert_str(nearest(STR("if")), "");
    assert_str(nearest(STR("weather")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_long_words_are_not_compared),
        cmocka_unit_test(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
