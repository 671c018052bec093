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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_with_blanks_inside),
        cmocka_unit_test(test_other_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
