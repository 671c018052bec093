/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/date_own.h"
#include "enrich/story_of.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The words of the own date of a story; empty: it has none. */
static struct str words_of(struct scene scene)
{
    struct own_date own = story_own_date(&scene.stories.at[0]);
    return own.block ? str_slice(own.block->text, own.words.at, own.words.end) : STR("");
}

#define WORDS(...) words_of(SCENE(&keep, __VA_ARGS__))

static void test_datelines(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "本报10月3日讯 天晴。"}), "10月3日");
    assert_str(WORDS({ROLE_DATELINE, "新华社北京10月3日电"}, {ROLE_PARAGRAPH, "9月1日，天晴。"}),
               "10月3日");
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "10月3日电影节开幕。"});
    assert_int_equal(story_own_date(&scene.stories.at[0]).basis, BASIS_TEXT);
}

static void test_longer_words_are_no_dispatch(void **state)
{
    (void)state;
    static const char *const texts[] = {"2023年12月30日电站蓄水。", "2023年12月30日电商节开幕。",
                                        "2023年12月30日讯号塔建成。"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, texts[i]});
        assert_int_equal(story_own_date(&scene.stories.at[0]).basis, BASIS_TEXT);
    }
    static const char *const dispatches[] = {"12月30日电 站前广场", "12月30日电（记者张三）",
                                             "12月30日讯记者从县里获悉", "12月30日电"};
    for (size_t i = 0; i < sizeof dispatches / sizeof *dispatches; i++) {
        struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, dispatches[i]});
        assert_int_equal(story_own_date(&scene.stories.at[0]).basis, BASIS_DATELINE);
    }
}

/* "2023-8-0" of the first words of TEXT. */
static struct str lead(const char *text)
{
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, text});
    struct date date = story_own_date(&scene.stories.at[0]).words.date;
    return str_format(&keep, "%u-%u-%u", date.year, date.month, date.day);
}

static void test_ranges_are_no_day(void **state)
{
    (void)state;
    assert_str(lead("2023年8月1日至5日，天晴。"), "2023-8-0");
    assert_str(lead("2023年8月1日至10月31日，天晴。"), "2023-0-0");
    assert_str(lead("8月1日—2日，天晴。"), "0-8-0");
    assert_str(lead("8月1日到县里，天晴。"), "0-8-1");
    assert_str(WORDS({ROLE_PARAGRAPH, "8月1日至10月31日，天晴。"}), "");
}

static void test_a_day_of_this_year_is_far(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "今年8月1日，天晴。"}), "");
    assert_str(WORDS({ROLE_PARAGRAPH, "今年天晴，8月1日，开镰。"}), "8月1日");
}

static void test_a_birth_is_not_reported(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "张三，1968年3月12日出生，县长。"}), "");
    assert_str(WORDS({ROLE_PARAGRAPH, "2020年5月1日核发的证，2023年8月1日遗失。"}), "2023年8月1日");
}

static void test_signatures(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。（1994年6月）"}), "1994年6月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。（1994年冬）"}), "1994年");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。（1994年冬天）"}), "");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "（一九五六年七月）"}),
               "一九五六年七月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "(2016年)"}), "2016年");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴（1994年6月），天阴。"}), "");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "（1994年6月写于平安寨）"}),
               "1994年6月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "写于1994年6月"}), "1994年6月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "一九八七年九月"}),
               "一九八七年九月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "1994年6月摄于平安寨"}), "");
    assert_str(WORDS({ROLE_SUBTITLE, "（1997年2月20日）"}, {ROLE_PARAGRAPH, "天晴。"}),
               "1997年2月20日");
    assert_str(WORDS({ROLE_SUBTITLE, "（1938年2月）"}, {ROLE_PARAGRAPH, "天晴。"}), "");
    assert_str(WORDS({ROLE_SUBTITLE, "1997年2月20日的雪"}, {ROLE_PARAGRAPH, "天晴。"}), "");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "张三 2016年摄"}), "");
}

static void test_who_wrote_it_was_there(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_PARAGRAPH, "今天是2009年9月10日，我想说。"}),
               "2009年9月10日");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"},
                     {ROLE_PARAGRAPH, "2007年9月，新学期的第一周，记者来到山里。"}),
               "2007年9月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_PARAGRAPH, "2007年9月，他来到山里。"}), "");
    assert_str(
        WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_PARAGRAPH, "2007年9月，他到了。后来，记者来了。"}),
        "");
}

static void test_a_month_is_reported_with_its_year(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "2019年6月，电梯开了。"}), "2019年6月");
    assert_str(WORDS({ROLE_PARAGRAPH, "6月，电梯开了。"}), "");
    assert_str(WORDS({ROLE_PARAGRAPH, "2008年5月的那场地震。"}), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_longer_words_are_no_dispatch),
        cmocka_unit_test(test_ranges_are_no_day),
        cmocka_unit_test(test_who_wrote_it_was_there),
        cmocka_unit_test(test_a_month_is_reported_with_its_year),
        cmocka_unit_test(test_a_day_of_this_year_is_far),
        cmocka_unit_test(test_a_birth_is_not_reported),
        cmocka_unit_test(test_signatures),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
