/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "explain/speech.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static struct str said(size_t indent, const char *text)
{
    struct buf out = {0};
    struct speech speech = {.out = &out, .scratch = &keep};
    say(&speech, indent, "%s", text);
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void test_lines_are_broken_at_spaces(void **state)
{
    (void)state;
    assert_str(said(2, "short"), "  short\n");
    struct str lines = said(4, "1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 "
                               "1234567890 1234567890");
    assert_str(lines,
               "    1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890\n"
               "       1234567890\n");
}

/* A name of a file with blanks in it stays one, and harmless. */
static void test_a_line_that_is_not_broken(void **state)
{
    (void)state;
    struct buf out = {0};
    struct speech speech = {.out = &out, .scratch = &keep};
    say_line(&speech, "%s, story on %s", "2021-06-18-di-er-ban-zong-he-xin-wen-c1ce44",
             "content/石泉报 2021 06 18/第二版 综合新闻 (1).txt\n\x1b");
    assert_str(buf_view(&out),
               "2021-06-18-di-er-ban-zong-he-xin-wen-c1ce44, story on content/石泉报 "
               "2021 06 18/第二版 综合新闻 (1).txt\\u000a\\u001b\n");
    buf_clear(&out);
}

static void test_wide_characters_count_twice(void **state)
{
    (void)state;
    assert_str(
        said(0,
             "一二三四五六七八九十一二三四五六七八九十 一二三四五六七八九十一二三四五六七八九 一"),
        "一二三四五六七八九十一二三四五六七八九十 一二三四五六七八九十一二三四五六七八九\n   一\n");
}

static void test_nothing_reaches_the_terminal_raw(void **state)
{
    (void)state;
    assert_str(said(0, "a\x1b[31mb\xe2\x80\xae"
                       "c\nd\x07"),
               "a\\u001b[31mb\\u202ec\\u000ad\\u0007\n");
}

static void test_quotes(void **state)
{
    (void)state;
    assert_str(quote(&keep, STR("一二三四五六七八九十一二三四五六七八九十")),
               "「一二三四五六七八九十一二三四五六七八九十」");
    assert_str(quote(&keep, STR("一二三四五六七八九十一二三四五六七八九十廿")),
               "「一二三四五六七八九…三四五六七八九十廿」");
    assert_str(quote_seam(&keep, STR("北京的老王"), STR("刚来")), "「北京的老王|刚来」");
    assert_str(quote_seam(&keep, STR("在北京的老王"), STR("刚来上海没有几天")),
               "「…北京的老王|刚来上海没…」");
    assert_str(quote_seam(&keep, STR_NONE, STR_NONE), "「|」");
}

static void test_lines_and_counts(void **state)
{
    (void)state;
    assert_str(lines_of(&keep, &(struct block){.first_line = 3, .last_line = 3}), "line 3");
    assert_str(lines_of(&keep, &(struct block){.first_line = 3, .last_line = 5}), "lines 3-5");
    assert_str(count_of(&keep, 1, "word"), "1 word");
    assert_str(count_of(&keep, 2, "word"), "2 words");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_broken_at_spaces),
        cmocka_unit_test(test_a_line_that_is_not_broken),
        cmocka_unit_test(test_wide_characters_count_twice),
        cmocka_unit_test(test_nothing_reaches_the_terminal_raw),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_lines_and_counts),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
