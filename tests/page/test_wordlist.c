/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/wordlist.h"

static const struct str words[] = {WORD("记者"), WORD("记"), WORD("通讯员")};

static void test_find_is_the_whole_word(void **state)
{
    (void)state;
    assert_ptr_equal(wordlist_find(words, COUNT(words), STR("记")), &words[1]);
    assert_ptr_equal(wordlist_find(words, COUNT(words), STR("通讯员")), &words[2]);
    assert_null(wordlist_find(words, COUNT(words), STR("通讯")));
    assert_null(wordlist_find(words, COUNT(words), STR("通讯员们")));
    assert_null(wordlist_find(words, COUNT(words), STR_NONE));
}

static void test_the_first_in_the_table_wins(void **state)
{
    (void)state;
    assert_ptr_equal(wordlist_start(words, COUNT(words), STR("记者甲")), &words[0]);
    assert_ptr_equal(wordlist_start(words, COUNT(words), STR("记录")), &words[1]);
    assert_ptr_equal(wordlist_start(words + 1, 1, STR("记者甲")), &words[1]);
}

static void test_start_and_end(void **state)
{
    (void)state;
    assert_null(wordlist_start(words, COUNT(words), STR("本报记者")));
    assert_ptr_equal(wordlist_end(words, COUNT(words), STR("本报记者")), &words[0]);
    assert_ptr_equal(wordlist_end(words, COUNT(words), STR("日记")), &words[1]);
    assert_null(wordlist_end(words, COUNT(words), STR("记者甲")));
    assert_null(wordlist_end(words, COUNT(words), STR_NONE));
}

static void test_held_counts_words_not_places(void **state)
{
    (void)state;
    assert_int_equal(wordlist_held(words, COUNT(words), STR("甲记者乙记者")), 2);
    assert_int_equal(wordlist_held(words, COUNT(words), STR("记者和通讯员")), 3);
    assert_int_equal(wordlist_held(words, COUNT(words), STR("作者")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find_is_the_whole_word),
        cmocka_unit_test(test_the_first_in_the_table_wins),
        cmocka_unit_test(test_start_and_end),
        cmocka_unit_test(test_held_counts_words_not_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
