/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/page.h"

static void assert_place(const struct page *page, size_t at, uint32_t line, uint32_t column)
{
    struct place place = page_place(page, at);
    assert_str(place.file, "x.txt");
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void test_before_lines_are_found(void **state)
{
    struct page page = {.path = STR("x.txt"), .text = STR("县报\r\nab\n")};
    (void)state;
    assert_place(&page, 0, 1, 1);
    assert_place(&page, 3, 1, 2);
    assert_place(&page, 9, 2, 2);
    assert_place(&page, 99, 3, 1);
    page.text = STR("县\r报\r");
    assert_place(&page, 4, 2, 1);
    assert_place(&page, 8, 3, 1);
}

static void test_by_lines(void **state)
{
    struct line lines[] = {
        {.span = {4, 7}, .number = 2},
        {.span = {8, 8}, .number = 3},
        {.span = {9, 12}, .number = 4},
        {.span = {13, 16}, .number = 4, .new_sheet = true},
    };
    struct page page = {.path = STR("x.txt"), .text = STR("abc\n县\n\n报\f文\n")};
    (void)state;
    size_t places[][2] = {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 1}};
    page.lines = (struct lines){lines, 4, 4};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        assert_place(&page, i, (uint32_t)places[i][0], (uint32_t)places[i][1]);
    assert_place(&page, 7, 2, 2);
    assert_place(&page, 8, 3, 1);
    assert_place(&page, 9, 4, 1);
    assert_place(&page, 12, 4, 2);
    assert_place(&page, 13, 4, 3);
    assert_place(&page, 16, 4, 4);
    assert_place(&page, 17, 5, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_before_lines_are_found),
        cmocka_unit_test(test_by_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
