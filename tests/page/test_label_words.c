/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/label_words.h"
#include "page/wordlist.h"

static void test_labels_with_blanks_inside(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t len;
        struct str label;
    } cases[] = {{"通 讯 员 周远山", 11, WORD("通讯员")},
                 {"通讯 员周远山", 10, WORD("通讯员")},
                 {"记　者 周远山", 9, WORD("记者")},
                 {"摄影 报道", 13, WORD("摄影报道")}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str label = STR_NONE;
        assert_int_equal(parted_label(str_of(cases[i].text), 0, &label), cases[i].len);
        assert_true(str_eq(label, cases[i].label));
    }
}

static void test_other_words(void **state)
{
    (void)state;
    static const char *const others[] = {"通讯员 周远山", "通 讯 稿", "记", "讯 员", "周 远山", ""};
    for (size_t i = 0; i < COUNT(others); i++) {
        struct str label = STR_NONE;
        assert_int_equal(parted_label(str_of(others[i]), 0, &label), 0);
        assert_int_equal(label.len, 0);
    }
}

static void test_what_stands_beside_names_is_blanked(void **state)
{
    (void)state;
    static const struct {
        const char *line, *plain;
    } cases[] = {
        {"图①②由周远山拍摄", "            周远山拍摄"},
        {"周远山 图③摄", "周远山       摄"},
        {"周远山5月2日摄", "周远山        摄"},
        {"周远山摄于五月二日", "周远山摄               "},
        {"上图：周远山 摄", "      ：周远山 摄"},
        {"周远山5月2日报道", "周远山5月2日报道"}, /* no picture */
        {"宏图 由甲 摄", "宏图    甲 摄"},
        {"周远山 自由摄影人", "周远山 自由摄影人"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct folded room;
        struct str plain = credit_plain(&room, str_of(cases[i].line));
        assert_true(str_eq(plain, str_of(cases[i].plain)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_with_blanks_inside),
        cmocka_unit_test(test_other_words),
        cmocka_unit_test(test_what_stands_beside_names_is_blanked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
