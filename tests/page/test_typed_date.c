/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/typed_date.h"

static void test_dates(void **state)
{
    static const struct {
        const char *text;
        size_t len;
        struct date date;
    } cases[] = {
        {"2023-10-17", 10, {2023, 10, 17}},
        {"2023-10-17-p03", 10, {2023, 10, 17}},
        {"2023-10", 7, {2023, 10, 0}},
        {"2023", 4, {2023, 0, 0}},
        {"2024-02-29", 10, {2024, 2, 29}},
        {"2000-02-29", 10, {2000, 2, 29}},
        {"2023-02-29", 7, {2023, 2, 0}},
        {"1900-02-29", 7, {1900, 2, 0}},
        {"2023-04-31", 7, {2023, 4, 0}},
        {"2023-10-00", 7, {2023, 10, 0}},
        {"2023-13-01", 4, {2023, 0, 0}},
        {"2023-00-01", 4, {2023, 0, 0}},
        {"2023-10-171", 7, {2023, 10, 0}},
        {"20231017", 0, {0}},
        {"0023-10-17", 0, {0}},
        {"报2023-10-17", 0, {0}},
        {"", 0, {0}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date;
        assert_int_equal(date_read(str_of(cases[i].text), &date), cases[i].len);
        if (!cases[i].len)
            continue;
        assert_int_equal(date.year, cases[i].date.year);
        assert_int_equal(date.month, cases[i].date.month);
        assert_int_equal(date.day, cases[i].date.day);
    }
}

static void test_dates_as_people_type_them(void **state)
{
    static const char *const days[] = {"2011-05-03",   "2011-5-3",       "2011/5/3", "2011.5.3",
                                       "2011年5月3日", "2011年05月03日", "20110503", "2011_05_03"};
    static const char *const none[] = {"2021年6月18日至24日",
                                       "2021-06-18~24",
                                       "2011-13-1",
                                       "2011-2-30",
                                       "2011-",
                                       "2011-5-",
                                       "20110532",
                                       "5月3日",
                                       "11-5-3",
                                       "",
                                       "2011年年",
                                       "2011-5-3-1",
                                       "201105031"};
    (void)state;
    struct date date;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        date = (struct date){0};
        assert_true(date_typed(str_of(days[i]), &date));
        assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 20110503);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        date = (struct date){1, 1, 1};
        assert_false(date_typed(str_of(none[i]), &date));
        assert_int_equal(date.year, 1);
    }
    assert_true(date_typed(STR("2011年5月"), &date));
    assert_int_equal(date.month, 5);
    assert_int_equal(date.day, 0);
    assert_true(date_typed(STR("2011年"), &date));
    assert_int_equal(date.month, 0);
}

/* The first day in a name, or none. */
static struct name_day first_day(const char *text, struct str *words)
{
    struct str name = str_of(text);
    struct name_day day = {0};
    for (size_t at = 0, end; at < name.len; at++) {
        end = name_day_at(name, at, &day);
        *words = str_slice(name, at, end);
        if (end)
            return day;
    }
    return (struct name_day){0};
}

static void test_days_in_names(void **state)
{
    static const struct {
        const char *name, *words;
    } days[] = {
        {"2021-06-18", "2021-06-18"},
        {"2021-6-18", "2021-6-18"},
        {"2021.6.18.txt", "2021.6.18"},
        {"2021_06_18", "2021_06_18"},
        {"2021·6·18", "2021·6·18"},
        {"2021年6月18日", "2021年6月18日"},
        {"2021年06月18号第3版", "2021年06月18号"},
        {"石泉报 2021年 6月 18日", "2021年 6月 18日"},
        {"20210618", "20210618"},
        {"石泉报2021-06-18", "2021-06-18"},
        {"sqb20210618_02.txt", "20210618"},
        {"IMG_20210618_093000", "20210618"},
        {"第1234期 20210618", "20210618"},
        {"12-2021-06-18-2", "2021-06-18"},
        {"20210618A02", "20210618"},
        {"2021-06-18p02", "2021-06-18"},
        {"2021-06-18—3版", "2021-06-18"},
        {"2021-06-18到访", "2021-06-18"},
        {"2021年6月18日—03.txt", "2021年6月18日"},
        {"2021-06-18到3村", "2021-06-18"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct str words;
        struct name_day day = first_day(days[i].name, &words);
        assert_str(words, days[i].words);
        assert_int_equal(day.date.year * 10000 + day.date.month * 100 + day.date.day, 20210618);
        assert_false(day.several);
    }
}

static void test_no_days_in_names(void **state)
{
    static const char *const none[] = {
        "202106181",        "2021061802",    "120210618",       "2021618",   "210618",
        "20210618f93a",     "c97ef20210618", "c97ef2021-06-18", "17990618",  "22000618",
        "20211340",         "2021-06",       "2021年6月",       "2021-6.18", "12021-06-18",
        "2021-06-181",      "2021-106-18",   "2021-0618",       "6月18日",   "000_c97ef8783b84474a",
        "2021年6月18-24日", "2021- 6-18",    "2021 6 18",       "1080_6_18",
    };
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct str words;
        struct name_day day = first_day(none[i], &words);
        assert_str(words, "");
        assert_int_equal(day.date.year, 0);
    }
}

/* What is written as a day and is none, so that it can be told. */
static void test_no_such_days_in_names(void **state)
{
    static const char *const none[] = {"2021-13-40", "2021.2.29", "2021年6月31日", "1720-01-02"};
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct str words;
        struct name_day day = first_day(none[i], &words);
        assert_str(words, none[i]);
        assert_int_equal(day.date.day, 0);
        assert_false(day.several);
    }
}

static void test_rows_of_days_in_names(void **state)
{
    static const char *const rows[] = {"2021-06-18至24", "2021年6月28日至7月3日",
                                       "2021年6月18日-24日", "20210618~20210624"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str words;
        struct name_day day = first_day(rows[i], &words);
        assert_str(words, rows[i]);
        assert_true(day.several);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_dates_as_people_type_them),
        cmocka_unit_test(test_days_in_names),
        cmocka_unit_test(test_no_days_in_names),
        cmocka_unit_test(test_no_such_days_in_names),
        cmocka_unit_test(test_rows_of_days_in_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
