/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/year_words.h"

/* That TEXT has WORD, from which it is so many YEARS to the present. */
static void assert_found(const struct year_word *found, const char *word, int years)
{
    assert_non_null(found);
    assert_str(found->text, word);
    assert_int_equal(found->years, years);
}

static void test_at_the_end(void **state)
{
    (void)state;
    assert_found(year_word_end(STR("村里说，去年")), "去年", 1);
    assert_found(year_word_end(STR("大前年")), "大前年", 3);
    assert_found(year_word_end(STR("前年")), "前年", 2);
    assert_found(year_word_end(STR("来年")), "来年", -1);
    assert_found(year_word_end(STR("到了今年")), "今年", 0);
    assert_null(year_word_end(STR("去年的秋天")));
    assert_null(year_word_end(STR("三年")));
    assert_null(year_word_end(STR("")));
}

static void test_anywhere(void **state)
{
    (void)state;
    assert_found(year_word_held(STR("今年和去年一样")), "去年", 1);
    assert_found(year_word_held(STR("大前年的秋天")), "大前年", 3);
    assert_found(year_word_held(STR("到了今年秋天")), "今年", 0);
    assert_null(year_word_held(STR("三年前的秋天")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_at_the_end),
        cmocka_unit_test(test_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
