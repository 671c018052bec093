/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/lexicon.h"
#include "page/lexicon_table.h"

static double gain(const char *before, const char *after)
{
    struct han_run last = han_run_last(str_of(before)), first = han_run_first(str_of(after));
    return lexicon_gain(&last, &first);
}

static void test_a_word_cut_in_two(void **state)
{
    (void)state;
    assert_true(gain("基本医疗保险实现全覆", "盖到每一个村") > 3.0);
    assert_true(gain("全县种植马铃", "薯三万亩") > 3.0);
    assert_true(gain("全县种植马铃", "盖到每一个村") < 1.0);
    assert_true(gain("全县种植马铃", "薯三万亩") > gain("全县种植马铃", "医院的走廊"));
}

static void test_no_han_at_the_seam(void **state)
{
    (void)state;
    assert_true(gain("全县种植了，", "薯三万亩") == 0.0);
    assert_true(gain("全县种植马铃", "3万亩") == 0.0);
    assert_true(gain("", "") == 0.0);
}

static void test_runs(void **state)
{
    (void)state;
    struct han_run run = han_run_last(STR("今年，全县种植面积"));
    assert_int_equal(run.len, LEXICON_SIDE);
    assert_int_equal(run.at[LEXICON_SIDE - 1], 0x79ef);
    run = han_run_first(STR("积为准，各退各的"));
    assert_int_equal(run.len, 3);
    assert_int_equal(run.at[0], 0x79ef);
    assert_int_equal(han_run_first(STR("，")).len, 0);
}

static void test_a_text_is_cut_into_words(void **state)
{
    (void)state;
    const uint32_t chars[] = {U'换', U'发', U'老', U'年', U'人', U'通', U'告'};
    bool begins[7];
    lexicon_cut(chars, 7, begins);
    static const bool want[] = {true, false, true, false, false, true, false};
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(begins[i], want[i]);
    lexicon_cut(chars, 0, begins);
}

static void test_levels(void **state)
{
    (void)state;
    static const uint32_t country[] = {0x4e2d, 0x56fd}, nothing[] = {0x56fd, 0x94c3};
    assert_true(lexicon_level(country, 2) > 6);
    assert_int_equal(lexicon_level(nothing, 2), 0);
    static const uint32_t beyond[] = {0x20000, 0x4e2d};
    assert_int_equal(lexicon_level(beyond, 2), 0);
}

/* 们 goes on with words, 很 begins them. */
static void test_initials(void **state)
{
    (void)state;
    assert_true(lexicon_initial(0x4eec) < -1.0);
    assert_true(lexicon_initial(0x5f88) > 1.0);
    assert_true(lexicon_initial('a') == 0.0);
}

/* The bits of pairs let every word of the table through. */
static void test_every_word_is_found(void **state)
{
    size_t words = 0;
    (void)state;
    for (size_t at = 0; at < LEXICON_SLOTS; at++) {
        uint32_t back[LEXICON_WORD], word[LEXICON_WORD];
        size_t len = 0;
        for (uint64_t key = lexicon_table[at] >> 4; key; key >>= LEXICON_CHAR_BITS)
            back[len++] = (uint32_t)(key & ((1U << LEXICON_CHAR_BITS) - 1)) + LEXICON_FIRST - 1;
        for (size_t i = 0; i < len; i++)
            word[i] = back[len - 1 - i];
        if (len)
            assert_int_equal(lexicon_level(word, len), lexicon_table[at] & 15);
        words += len > 0;
    }
    assert_true(words > 50000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_word_cut_in_two),
        cmocka_unit_test(test_no_han_at_the_seam),
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_a_text_is_cut_into_words),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_every_word_is_found),
        cmocka_unit_test(test_initials),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
