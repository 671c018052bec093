/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/utf8.h"
#include "page/bigrams.h"

/* Of the two characters of PAIR. */
static double association(const char *pair)
{
    struct utf8 first = utf8_first(str_of(pair));
    return bigram_association(first.code, utf8_next(str_of(pair), first).code);
}

static void test_inside_words(void **state)
{
    (void)state;
    assert_true(association("葡萄") > 6.0);
    assert_true(association("国家") > 2.0);
    assert_true(association("葡萄") > association("国家"));
}

static void test_across_words(void **state)
{
    (void)state;
    assert_true(association("的人") > association("教年"));
    assert_true(association("，但") > 1.0);
    assert_true(association("了一") > 0.0);
}

static void test_pairs_that_are_not_in_the_table(void **state)
{
    (void)state;
    assert_true(association("教年") < -1.0);
    assert_true(association("一迁") < -1.0);
    assert_true(association("葡的") < -1.0);
}

static void test_characters_that_are_not_in_the_table(void **state)
{
    (void)state;
    assert_true(association("1月") == 0.0);
    assert_true(association("月1") == 0.0);
    assert_true(bigram_association(0x20000, 0x56fd) == 0.0);
    assert_true(bigram_association(0, 0) == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inside_words),
        cmocka_unit_test(test_across_words),
        cmocka_unit_test(test_pairs_that_are_not_in_the_table),
        cmocka_unit_test(test_characters_that_are_not_in_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
