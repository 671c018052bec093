/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/base64.h"

static void assert_both_ways(struct str bytes, const char *text)
{
    struct buf out = {0};
    base64_put(&out, bytes);
    assert_str(buf_view(&out), text);
    buf_reset(&out);
    assert_true(base64_take(&out, str_of(text)));
    assert_true(str_eq(buf_view(&out), bytes));
    buf_clear(&out);
}

/* The examples of RFC 4648, section 10, and all bytes. */
static void test_there_and_back(void **state)
{
    (void)state;
    assert_both_ways(STR(""), "");
    assert_both_ways(STR("f"), "Zg==");
    assert_both_ways(STR("fo"), "Zm8=");
    assert_both_ways(STR("foo"), "Zm9v");
    assert_both_ways(STR("foob"), "Zm9vYg==");
    assert_both_ways(STR("fooba"), "Zm9vYmE=");
    assert_both_ways(STR("foobar"), "Zm9vYmFy");
    assert_both_ways(STR("\xff\xfe\x00"), "//4A");
}

static void test_what_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Z", "Zg", "Zg=", "Z===", "====", "Zg==Zg==", "Zm9 ", "Zm9-", "=m9v"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buf out = {0};
        assert_false(base64_take(&out, str_of(texts[i])));
        buf_clear(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
