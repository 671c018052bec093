/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/utf8.h"

/* One character of each length. */
#define MIXED "aé县𠀀"

static void test_walk(void **state)
{
    static const uint32_t codes[] = {'a', 0xe9, 0x53bf, 0x20000};
    struct str s = STR(MIXED);
    size_t i = 0;
    (void)state;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c), i++) {
        assert_int_equal(c.code, codes[i]);
        assert_int_equal(c.len, i + 1);
    }
    assert_int_equal(i, 4);
    for (struct utf8 c = utf8_last(s); c.len; c = utf8_before(s, c.at))
        assert_int_equal(c.code, codes[--i]);
    assert_int_equal(i, 0);
    assert_int_equal(utf8_first(STR_NONE).len, 0);
    assert_int_equal(utf8_last(STR_NONE).len, 0);
}

static void test_walk_stays_inside(void **state)
{
    static const char *const cut[] = {"\xe5", "\xe5\x8e", "\xf0\xa0\x80", "\xc3", "\x80", "\xff"};
    (void)state;
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        struct str s = str_of(cut[i]);
        size_t len = 0;
        for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
            len += c.len;
        assert_int_equal(len, s.len);
    }
}

static void test_count_and_head(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(STR(MIXED)), 4);
    assert_int_equal(utf8_count(STR_NONE), 0);
    assert_int_equal(utf8_solid(STR(" 县\u3000\n报\t")), 2);
    assert_str(utf8_head(STR(MIXED), 3), "aé县");
    assert_str(utf8_head(STR(MIXED), 0), "");
    assert_str(utf8_head(STR(MIXED), 9), MIXED);
}

static void test_add(void **state)
{
    struct buf buf = {0};
    (void)state;
    utf8_add(&buf, 'a');
    utf8_add(&buf, 0xe9);
    utf8_add(&buf, 0x53bf);
    utf8_add(&buf, 0x20000);
    assert_str(buf_view(&buf), MIXED);
    buf_clear(&buf);
}

static void test_valid(void **state)
{
    static const struct {
        const char *bytes;
        size_t bad;
    } cases[] = {
        {"县\xff", 3},       {"县\x80", 3},           {"a\xe5\x8e", 1},
        {"\xc0\x80", 0},     {"\xe0\x80\x80", 0},     {"\xed\xa0\x80", 0},
        {"\xed\xbf\xbf", 0}, {"\xf4\x90\x80\x80", 0}, {"\xf8\x88\x80\x80\x80", 0},
    };
    size_t bad;
    (void)state;
    assert_true(utf8_valid(STR(MIXED), &bad));
    assert_true(utf8_valid(STR_NONE, &bad));
    assert_true(utf8_valid((struct str){"a\0b", 3}, &bad));
    assert_true(utf8_valid(STR("\xf4\x8f\xbf\xbf\xef\xbf\xbf"), &bad));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(utf8_valid(str_of(cases[i].bytes), &bad));
        assert_int_equal(bad, cases[i].bad);
    }
}

static void test_mended_and_safe(void **state)
{
    struct buf buf = {0};
    (void)state;
    utf8_add_mended(&buf, STR("县\xff报\xe5\x8e"));
    assert_str(buf_view(&buf), "县\ufffd报\ufffd\ufffd");
    buf_reset(&buf);
    utf8_add_safe(&buf, STR("县\t\x1b[1m\u202e\xff\n"));
    assert_str(buf_view(&buf), "县\t\\u001b[1m\\u202e\\xff\\u000a");
    buf_reset(&buf);
    utf8_add_safe(&buf, STR("\u200b\u200c，\ufeff\U000e0041"));
    assert_str(buf_view(&buf), "\\u200b\u200c，\\ufeff\\U000e0041");
    buf_clear(&buf);
}

/* Checks a predicate on code points that it holds for and on such that it does not hold for; each
   list ends with 0xffffffff. */
static void assert_class(bool (*is)(uint32_t code), const uint32_t *members, const uint32_t *others)
{
    for (; *members != UINT32_MAX; members++)
        assert_true(is(*members));
    for (; *others != UINT32_MAX; others++)
        assert_false(is(*others));
}

#define CODES(...) ((const uint32_t[]){__VA_ARGS__, UINT32_MAX})

static void test_classes(void **state)
{
    (void)state;
    assert_class(utf8_is_blank,
                 CODES(' ', '\t', '\n', '\v', '\f', '\r', 0x1c, 0x1f, 0x85, 0xa0, 0x1680, 0x2000,
                       0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff),
                 CODES('a', 0, 0x1b, 0x7f, 0x200c, 0x2060, 0x3001, 0xfffd));
    assert_class(utf8_is_unsafe,
                 CODES(0, '\t', '\n', 0x1b, 0x7f, 0x9b, 0xad, 0x061c, 0x115f, 0x200b, 0x200e,
                       0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x206f, 0x3164,
                       0xfdd0, 0xfeff, 0xffa0, 0xfff9, 0xfffe, 0xe0001, 0xe007f, 0x1fffe),
                 CODES(' ', 'a', 0xa0, 0x0600, 0x200c, 0x200d, 0x180b, 0x180e, 0x2014, 0x3000,
                       0x5c9a, 0xe000, 0xfe0f, 0xfffc, 0xfffd, 0xe0100, 0x20000));
    assert_class(utf8_is_forbidden,
                 CODES(0, 1, '\b', '\v', 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0xd800, 0xdfff, 0xfdd0,
                       0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff, 0x110000),
                 CODES('\t', '\n', '\f', '\r', ' ', '~', 0xa0, 0xd7ff, 0xe000, 0xfdcf, 0xfdf0,
                       0xfffd, 0x1fffd, 0x10fffd));
    assert_class(utf8_is_han,
                 CODES(0x4e00, 0x9fff, 0x3400, 0x3005, 0x3007, 0xf900, 0x20000, 0x3134a),
                 CODES('a', 0x3001, 0x3040, 0xac00, 0xff10, 0x1f600));
    assert_class(utf8_is_alnum, CODES('0', 'a', 'Z', 0xff10, 0xff21, 0xff5a),
                 CODES(' ', '-', 0xff0d, 0xff3f, 0x4e00, 0x3000));
    assert_class(utf8_is_digit, CODES('0', '9', 0xff10, 0xff19), CODES('a', 0xff21, 0x4e00, 0x660));
}

static void test_trim(void **state)
{
    (void)state;
    assert_str(utf8_trim(STR("\u3000\n 县 报\u3000\r\n")), "县 报");
    assert_str(utf8_trim(STR("县")), "县");
    assert_str(utf8_trim(STR(" \u3000 ")), "");
    assert_true(utf8_all_blank(STR("\ufeff\u3000\f")));
    assert_true(utf8_all_blank(STR_NONE));
    assert_false(utf8_all_blank(STR(" \1")));
    assert_true(utf8_has_blank(STR("周\u3000远")));
    assert_false(utf8_has_blank(STR("周远")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_walk),           cmocka_unit_test(test_walk_stays_inside),
        cmocka_unit_test(test_count_and_head), cmocka_unit_test(test_add),
        cmocka_unit_test(test_valid),          cmocka_unit_test(test_mended_and_safe),
        cmocka_unit_test(test_classes),        cmocka_unit_test(test_trim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
