/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/date_words.h"

/* The first date in TEXT as 20231017 with 0 for what is not said; 0: there is none. */
static unsigned first(const char *text)
{
    struct date_words words;
    if (!date_words_next(str_of(text), 0, &words))
        return 0;
    return words.date.year * 10000u + words.date.month * 100u + words.date.day;
}

static enum date_sense sense(const char *text)
{
    struct date_words words;
    assert_true(date_words_next(str_of(text), 0, &words));
    return words.sense;
}

static void test_parts(void **state)
{
    (void)state;
    struct date_parts parts = DATE_PARTS_NONE;
    assert_true(date_parts_add(&parts, STR("2023年10月 星期三")));
    assert_true(date_parts_add(&parts, STR("25")));
    assert_false(date_parts_add(&parts, STR("第125期 要闻")));
    assert_false(date_parts_add(&parts, STR("99")));
    assert_int_equal(parts.date.year, 2023);
    assert_int_equal(parts.date.month, 10);
    assert_int_equal(parts.date.day, 0);
    assert_int_equal(parts.weekday, 2);
    assert_int_equal(parts.numbers, 1 << 25);
    assert_false(parts.clash);
    assert_true(date_parts_add(&parts, STR("星期四")));
    assert_true(parts.clash);
}

static void test_forms(void **state)
{
    (void)state;
    assert_int_equal(first("2023年10月17日"), 20231017);
    assert_int_equal(first("于 2023 年 10 月 17 日举行"), 20231017);
    assert_int_equal(first("２０２３年１０月１７日"), 20231017);
    assert_int_equal(first("10月17日"), 1017);
    assert_int_equal(first("7月1号"), 701);
    assert_int_equal(first("2023年10月"), 20231000);
    assert_int_equal(first("2023年"), 20230000);
    assert_int_equal(first("2023-10-17"), 20231017);
    assert_int_equal(first("2023.1.7"), 20230107);
    assert_int_equal(first("二〇二三年十月十七日"), 20231017);
    assert_int_equal(first("二○二三年二月二十八日"), 20230228);
    assert_int_equal(first("三月三十一日"), 331);
}

static void test_what_is_no_date(void **state)
{
    (void)state;
    static const char *const texts[] = {"",        "10月",      "10月以来",  "二十年",
                                        "5000年",  "13月1日",   "2月30日",   "4月31日",
                                        "12023年", "3.10月1日", "2023-13-1", "2023.10-17",
                                        "23年",    "十年",      "2023-02-29"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(first(texts[i]), 0);
    assert_int_equal(first("2023年2月29日"), 20230200);
    assert_int_equal(first("2024年2月29日"), 20240229);
    assert_int_equal(first("二00三年六月十八日"), 20030618);
    assert_int_equal(first("二〇〇三年六月十八日"), 20030618);
    assert_int_equal(first("2月29日"), 229);
}

static void test_sense(void **state)
{
    (void)state;
    assert_int_equal(sense("截至2023年"), DATE_PLAIN);
    assert_int_equal(sense("10月17日，县里"), DATE_PLAIN);
    assert_int_equal(sense("到2025年"), DATE_AHEAD);
    assert_int_equal(sense("2021—2025年"), DATE_AHEAD);
    assert_int_equal(sense("2025年底前"), DATE_AHEAD);
    assert_int_equal(sense("力争2025年"), DATE_AHEAD);
    assert_int_equal(sense("2025年前建成"), DATE_AHEAD);
    assert_int_equal(sense("2025年前周边道路建成"), DATE_AHEAD);
    assert_int_equal(sense("2025年前两周完成"), DATE_AHEAD);
    assert_int_equal(sense("2025年前月球基地建成"), DATE_AHEAD);
    assert_int_equal(sense("2025年前半年"), DATE_PLAIN);
    assert_int_equal(sense("2025年前三季度"), DATE_PLAIN);
    assert_int_equal(sense("2025年前10个月"), DATE_PLAIN);
    assert_int_equal(sense("10月17日将举行"), DATE_AHEAD);
    assert_int_equal(sense("去年10月17日"), DATE_OTHER);
    assert_int_equal(sense("每年7月1日"), DATE_OTHER);
    assert_int_equal(sense("9月1日以来"), DATE_OTHER);
    assert_int_equal(sense("2021年以来"), DATE_OTHER);
}

static void test_days_of_births_and_papers(void **state)
{
    (void)state;
    assert_int_equal(sense("1968年3月12日出生，"), DATE_OTHER);
    assert_int_equal(sense("1968年3月12日生，"), DATE_OTHER);
    assert_int_equal(sense("1968年3月12日生产"), DATE_PLAIN);
    assert_int_equal(sense("生于1968年3月12日"), DATE_OTHER);
    assert_int_equal(sense("发生于1968年3月12日"), DATE_PLAIN);
    assert_int_equal(sense("2020年5月1日核发"), DATE_OTHER);
    assert_int_equal(sense("2020年5月1日由县公安局签发，"), DATE_OTHER);
    assert_int_equal(sense("2020年5月1日由县公安局，签发"), DATE_PLAIN);
    assert_int_equal(sense("签发日期：2020年5月1日"), DATE_OTHER);
    assert_int_equal(sense("发布日期：2020年5月1日"), DATE_PLAIN);
    assert_int_equal(sense("初次领证日期：2012年4月6日"), DATE_OTHER);
    assert_int_equal(sense("有效期至2026年5月1日"), DATE_AHEAD);
    assert_int_equal(sense("1998年10月1日通车的大桥"), DATE_OTHER);
    assert_int_equal(sense("1998年10月1日通车，新的大桥"), DATE_PLAIN);
}

static void test_days_of_other_years(void **state)
{
    (void)state;
    assert_int_equal(sense("明年4月10日，"), DATE_OTHER);
    assert_int_equal(sense("同年4月10日，"), DATE_OTHER);
    assert_int_equal(sense("今年4月10日，"), DATE_PLAIN);
    assert_int_equal(sense("11月1日零时起"), DATE_OTHER);
    assert_int_equal(sense("11月1日上午将举行"), DATE_AHEAD);
    assert_int_equal(sense("11月1日上午，"), DATE_PLAIN);
}

static void test_one_after_the_other(void **state)
{
    (void)state;
    struct str text = STR("2021年、2022年和10月17日");
    struct date_words words;
    assert_true(date_words_next(text, 0, &words));
    assert_str(str_slice(text, words.at, words.end), "2021年");
    assert_true(date_words_next(text, words.end, &words));
    assert_str(str_slice(text, words.at, words.end), "2022年");
    assert_true(date_words_next(text, words.end, &words));
    assert_str(str_slice(text, words.at, words.end), "10月17日");
    assert_false(date_words_next(text, words.end, &words));
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned value;
    } numbers[] = {{"100周年", 100}, {"三十五周年", 35}, {"七十", 70},      {"一百周年", 100},
                   {"百年", 100},    {"一百一十", 110},  {"一百零五", 105}, {"九", 9}};
    unsigned value;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_true(number_words_at(str_of(numbers[i].text), 0, &value) > 0);
        assert_int_equal(value, numbers[i].value);
    }
    assert_int_equal(number_words_at(STR("周年"), 0, &value), 0);
    assert_int_equal(number_words_at(STR("2021年"), 0, &value), 0);
}

static void test_weekday(void **state)
{
    (void)state;
    assert_int_equal(weekday_words_at(STR(" 星期三"), 0), 2);
    assert_int_equal(weekday_words_at(STR("周日"), 0), 6);
    assert_int_equal(weekday_words_at(STR("星期天"), 0), 6);
    assert_int_equal(weekday_words_at(STR("星期"), 0), -1);
    assert_int_equal(weekday_words_at(STR("第三版"), 0), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_what_is_no_date),
        cmocka_unit_test(test_sense),
        cmocka_unit_test(test_days_of_births_and_papers),
        cmocka_unit_test(test_days_of_other_years),
        cmocka_unit_test(test_one_after_the_other),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_weekday),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
