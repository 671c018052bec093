/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/chars.h"

/* Checks a predicate on each character of YES and of NO. */
static void assert_class(bool (*is)(uint32_t), const char *yes, const char *no)
{
    struct str all[] = {str_of(no), str_of(yes)};
    for (size_t want = 0; want < 2; want++)
        for (struct utf8 c = utf8_first(all[want]); c.len; c = utf8_next(all[want], c))
            if (is(c.code) != (want == 1))
                fail_msg("U+%04X: not %d", (unsigned)c.code, (int)want);
}

static void test_classes(void **state)
{
    (void)state;
    assert_class(is_wide, "县，。（“—３", "a3,.(\" é");
    assert_class(is_dash, "—―─", "-–一_");
    assert_class(is_sentence_end, "。！？!?…", "，、；：.)”");
    assert_class(is_stop, "，、；,;", "。：:！县");
    assert_class(is_opening, "“‘「『（(《【〔", "”’」』）)》】〕。");
    assert_class(opens_bracket, "（(", "）)「【《");
    assert_class(closes_bracket, "）)", "（(」】》");
    assert_class(is_name_dot, "·•‧・", ".。,—县");
    assert_class(is_closing, "”’」』）)》】〕", "“‘「『（(《【〔。");
    assert_class(may_not_start, "，。、；：？！”）》%℃", "“（《县3a—");
    assert_class(may_not_end, "“（《【", "”）》，。县3");
}

static void test_sentence_ends(void **state)
{
    (void)state;
    assert_holds_for(ends_sentence,
                     LINES("桥通了。", "桥通了吗？”", "“桥通了！”", "桥通了…", "（桥通了。）"),
                     LINES("桥通了", "桥通了，", "桥通了：", "“桥通了”", "桥。通了", "）", ""));
}

static void test_full_stops_inside(void **state)
{
    (void)state;
    assert_holds_for(holds_full_stop, LINES("桥通了。路也通了", "桥通了。”"),
                     LINES("桥通了。", "桥通了！路也通了", "桥通了", ""));
}

static void test_quotes(void **state)
{
    (void)state;
    assert_int_equal(quotes_open(STR("他说“《桥》通了")), 1);
    assert_int_equal(quotes_open(STR("“桥（一")), 2);
    assert_int_equal(quotes_open(STR("通了”")), -1);
    assert_int_equal(quotes_open(STR("“桥”（通）")), 0);
}

static void test_widths(void **state)
{
    (void)state;
    assert_int_equal(text_width(STR("县城3路")), 7);
    assert_int_equal(text_width(STR("３。")), 4);
    assert_int_equal(text_width(STR("ab c")), 4);
    assert_int_equal(text_width(STR_NONE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_sentence_ends),
        cmocka_unit_test(test_full_stops_inside),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
