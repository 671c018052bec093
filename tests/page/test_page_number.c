/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/page_number.h"

static void test_typed(void **state)
{
    static const struct {
        const char *text, *number;
    } cases[] = {
        {"3", "3"},     {"03", "3"},          {"第03版", "3"}, {"a3", "A3"},
        {"p02", "2"},   {"三", "3"},          {"三版", "3"},   {"第三版", "3"},
        {"头版", "1"},  {"頭版", "1"},        {"十", "10"},    {"十二版", "12"},
        {"二十", "20"}, {"第二十一版", "21"}, {"一十", "10"},  {"九十九", "99"},
        {"p", ""},      {"版", ""},           {"第", ""},      {"头", ""},
        {"一二", ""},   {"二十十", ""},       {"十二三", ""},  {"百", ""},
        {"三版面", ""}, {"3-4", ""},          {"2023", ""},    {"p2023", ""},
        {"", ""},
    };
    struct arena keep = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str number = STR_NONE;
        assert_int_equal(page_number_typed(&keep, str_of(cases[i].text), &number),
                         cases[i].number[0] != '\0');
        assert_str(number, cases[i].number);
    }
    arena_clear(&keep);
}

static void test_named(void **state)
{
    static const struct {
        const char *name, *number;
    } cases[] = {
        {"p02", "2"},
        {"02版", "2"},
        {"二版.txt", "2"},
        {"第二版.txt", "2"},
        {"第十二版 要闻.txt", "12"},
        {"要闻二版.txt", "2"},
        {"石泉报一版.txt", "1"},
        {"头版.txt", "1"},
        {"石泉報頭版.txt", "1"},
        {"2021年6月18日头版头条.txt", "1"},
        {"2021年6月18日一版.txt", "1"},
        {"一版—四版", "4"},
        {"统一版.txt", ""},
        {"镜头版.txt", ""},
        {"一二版.txt", ""},
        {"一百零二版.txt", ""},
        {"两版.txt", ""},
        {"二.txt", ""},
        {"出版.txt", ""},
        {"A二版.txt", ""},
        {"2二版.txt", ""},
        {"周三版.txt", ""},
        {"第三版画展.txt", ""},
        {"2版本.txt", ""},
    };
    struct arena keep = {0};
    size_t at;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(page_number_named(&keep, str_of(cases[i].name), &at), cases[i].number);
    arena_clear(&keep);
}

static void test_where_a_name_says_it(void **state)
{
    static const struct {
        const char *name, *before;
    } cases[] = {
        {"p01.txt", ""},
        {"4版.txt", ""},
        {"23-A10版要闻.txt", "23-"},
        {"1版-p02.txt", "1版-"},
        {"map01.txt", "map01.txt"},
        {"", ""},
        {"2021年6月18日三版.txt", "2021年6月18日"},
    };
    struct arena keep = {0};
    size_t at;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str name = str_of(cases[i].name);
        page_number_named(&keep, name, &at);
        assert_str(str_slice(name, 0, at), cases[i].before);
    }
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_typed),
        cmocka_unit_test(test_named),
        cmocka_unit_test(test_where_a_name_says_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
