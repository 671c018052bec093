/* SPDX-License-Identifier: MIT */
#include "story/made_passages.h"

#include "story/seams.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* A text that stops in mid-word, its rest, another rest, and two that speak of the same. */
#define PAGE                                                                                                           \
    "    本报讯（记者 "                                                                                          \
    "甘雨）入冬以来，供热公司对管网逐段检修，更换了老化的温度计量阀，守在热力\n\n" \
    "交换站里的技术员每隔半小时记录一次。\n\n"                                                       \
    "草莓大棚里的瓜果全都熟了。\n\n"                                                                      \
    "    目前，全县已有热力交换站三十座，热力交换站里都有人值守。\n\n"                     \
    "    居民说，自从换了热力交换站的阀门，家里暖和多了。\n"

static struct made_passages made;
static struct seams *seams;

static int setup(void **state)
{
    (void)state;
    made = passages_made(&keep, PAGE);
    seams = seams_of(&keep, &made.passages, 0, made.passages.row);
    return 0;
}

static size_t known(const char *before, const char *after, size_t n)
{
    return seams_known(seams, &made.passages.at[passage_with(&made, before)],
                       &made.passages.at[passage_with(&made, after)], n);
}

/* In two other texts of the page 热力 goes on as 交换. */
static void test_known(void **state)
{
    (void)state;
    for (size_t n = 2; n <= 4; n++)
        assert_int_equal(known("入冬以来", "交换站里的技术员", n), 2);
}

static void test_unknown(void **state)
{
    (void)state;
    for (size_t n = 2; n <= 4; n++)
        assert_int_equal(known("入冬以来", "草莓大棚", n), 0);
}

/* A text counts once, however often it says it, and only the texts that are looked at count. */
static void test_counts_texts(void **state)
{
    (void)state;
    size_t last = passage_with(&made, "居民说");
    seams = seams_of(&keep, &made.passages, last, last + 1);
    assert_int_equal(known("入冬以来", "交换站里的技术员", 4), 1);
    seams = seams_of(&keep, &made.passages, last, last);
    assert_int_equal(known("入冬以来", "交换站里的技术员", 2), 0);
    setup(NULL);
}

/* Across a mark there are no runs: 。 ends the text before. */
static void test_no_han(void **state)
{
    (void)state;
    for (size_t n = 2; n <= 4; n++)
        assert_int_equal(known("居民说", "交换站里的技术员", n), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_counts_texts),
        cmocka_unit_test(test_no_han),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
