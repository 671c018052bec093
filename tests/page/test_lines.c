/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/lines.h"

struct fixture {
    struct arena keep;
    struct page page;
};

static struct page *read_lines(struct fixture *fixture, struct str text, uint32_t front)
{
    *fixture = (struct fixture){.page = {.text = text, .front = {0, front}}};
    lines_find(&fixture->keep, &fixture->page);
    return &fixture->page;
}

static void assert_line(const struct page *page, size_t i, uint32_t number, const char *text)
{
    assert_true(i < page->lines.len);
    assert_int_equal(page->lines.at[i].number, number);
    assert_str(page->lines.at[i].text, text);
}

static void test_line_ends(void **state)
{
    struct fixture fixture;
    struct page *page = read_lines(&fixture, STR("甲\n乙\r\n丙\r丁"), 0);
    (void)state;
    assert_int_equal(page->lines.len, 4);
    assert_line(page, 0, 1, "甲");
    assert_line(page, 1, 2, "乙");
    assert_line(page, 2, 3, "丙");
    assert_line(page, 3, 4, "丁");
    assert_str(page_slice(page, page->lines.at[1].span), "乙");
    arena_clear(&fixture.keep);
}

static void test_last_line_end_makes_no_line(void **state)
{
    struct fixture fixture;
    (void)state;
    assert_int_equal(read_lines(&fixture, STR("甲\n"), 0)->lines.len, 1);
    arena_clear(&fixture.keep);
    assert_int_equal(read_lines(&fixture, STR("甲\n\n"), 0)->lines.len, 2);
    arena_clear(&fixture.keep);
    assert_int_equal(read_lines(&fixture, STR(""), 0)->lines.len, 0);
    arena_clear(&fixture.keep);
}

static void test_form_feed_starts_a_sheet_and_no_number(void **state)
{
    struct fixture fixture;
    struct page *page = read_lines(&fixture, STR("甲\f乙\n丙"), 0);
    (void)state;
    assert_int_equal(page->lines.len, 3);
    assert_line(page, 0, 1, "甲");
    assert_line(page, 1, 1, "乙");
    assert_line(page, 2, 2, "丙");
    assert_false(page->lines.at[0].new_sheet);
    assert_true(page->lines.at[1].new_sheet);
    assert_false(page->lines.at[2].new_sheet);
    arena_clear(&fixture.keep);
}

static void test_front_matter_is_counted_and_left_out(void **state)
{
    static const char text[] = "---\ndate: 2020\n---\n甲\n";
    struct fixture fixture;
    struct page *page = read_lines(&fixture, str_of(text), 19);
    (void)state;
    assert_int_equal(page->lines.len, 1);
    assert_line(page, 0, 4, "甲");
    arena_clear(&fixture.keep);
}

static void test_lines_are_tidied_and_spans_are_not(void **state)
{
    struct fixture fixture;
    struct page *page = read_lines(&fixture, STR("　　甲乙　\n \n"), 0);
    (void)state;
    assert_line(page, 0, 1, "甲乙");
    assert_int_equal(page->lines.at[0].indent, 4);
    assert_str(page_slice(page, page->lines.at[0].span), "　　甲乙　");
    assert_line(page, 1, 2, "");
    assert_int_equal(page->lines.at[1].chars, 0);
    arena_clear(&fixture.keep);
}

static void test_blank_lines_between(void **state)
{
    struct fixture fixture;
    struct page *page = read_lines(&fixture, STR("甲\n\n　\n乙\n丙"), 0);
    (void)state;
    assert_int_equal(lines_between(page, 0, 3), 2);
    assert_int_equal(lines_between(page, 3, 4), 0);
    assert_int_equal(lines_between(page, 0, 4), 2);
    arena_clear(&fixture.keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_last_line_end_makes_no_line),
        cmocka_unit_test(test_form_feed_starts_a_sheet_and_no_number),
        cmocka_unit_test(test_front_matter_is_counted_and_left_out),
        cmocka_unit_test(test_lines_are_tidied_and_spans_are_not),
        cmocka_unit_test(test_blank_lines_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
