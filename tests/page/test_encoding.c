/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/encoding.h"

static const char *name_of(const struct encoding *encoding)
{
    return encoding ? encoding->name : "none";
}

static void test_names(void **state)
{
    static const struct {
        const char *said, *name;
    } cases[] = {
        {"UTF-8", "UTF-8"},
        {"utf8", "UTF-8"},
        {"GB18030", "GB18030"},
        {"gbk", "GB18030"},
        {"GB_2312", "GB18030"},
        {"CP936", "GB18030"},
        {"big5", "Big5"},
        {"Big5-HKSCS", "Big5-HKSCS"},
        {"UTF-16LE", "UTF-16LE"},
        {"utf-16be", "UTF-16BE"},
        {"utf-16", "UTF-16LE"},
        {"", "none"},
        {" ", "none"},
        {"latin1", "none"},
        {"UTF-8//IGNORE", "none"},
        {"gbk gb2312", "none"},
        {"a name that no encoding can have", "none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(name_of(encoding_named(str_of(cases[i].said))), cases[i].name);
    const struct encoding *big_endian = encoding_named(STR("utf-16be"));
    assert_true(encoding_has_name(big_endian, STR("UTF-16")));
    assert_false(encoding_has_name(big_endian, STR("UTF-16LE")));
    assert_false(encoding_has_ascii(big_endian));
    assert_true(encoding_has_ascii(encoding_named(STR("big5"))));
}

static void test_marks(void **state)
{
    size_t len = 99;
    (void)state;
    assert_string_equal(name_of(encoding_marked(STR("\xef\xbb\xbfx"), &len)), "UTF-8");
    assert_int_equal(len, 3);
    assert_string_equal(name_of(encoding_marked(STR("\x84\x31\x95\x33"), &len)), "GB18030");
    assert_int_equal(len, 4);
    assert_null(encoding_marked(STR("\xef\xbb"), &len));
    assert_null(encoding_marked(STR("x\xef\xbb\xbf"), &len));
    assert_null(encoding_marked(STR_NONE, &len));
    assert_int_equal(len, 4);
}

static void test_shares(void **state)
{
    double share;
    (void)state;
    assert_string_equal(encoding_guess(STR("县报"), &share)->name, "UTF-8");
    assert_true(share == 1);
    assert_string_equal(encoding_guess(STR("\xcf\xd8\xb1\xa8"), &share)->name, "GB18030");
    assert_true(share == 1);
    assert_string_equal(encoding_guess(STR("\xbf\xa4\xa4\x75"), &share)->name, "Big5");
    assert_true(share == 1);
    encoding_guess(STR("caf\xe9 au lait"), &share);
    assert_true(share == 0);
}

static void test_bad_len(void **state)
{
    const struct encoding *gb = encoding_named(STR("gbk"));
    const struct encoding *utf16 = encoding_named(STR("utf-16"));
    (void)state;
    assert_int_equal(encoding_named(STR("utf-8"))->bad_len(STR("\xff\xff")), 1);
    assert_int_equal(gb->bad_len(STR("\xff\xcf\xd8")), 1);
    assert_int_equal(gb->bad_len(STR("\xcf\n")), 1);
    assert_int_equal(gb->bad_len(STR("\xcf")), 1);
    assert_int_equal(gb->bad_len(STR("\xaa\xfe\xcf")), 2);
    assert_int_equal(gb->bad_len(STR("\x84\x31\xa5\x30")), 4);
    assert_int_equal(gb->bad_len(STR("\x84\x31\xa5")), 1);
    assert_int_equal(utf16->bad_len(STR("\xd8")), 1);
    assert_int_equal(utf16->bad_len(STR("\x01\xd8\x01")), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_bad_len),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
