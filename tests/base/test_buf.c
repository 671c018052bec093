/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/buf.h"

static void test_append(void **state)
{
    struct buf buf = {0};
    (void)state;
    assert_int_equal(buf_view(&buf).len, 0);
    buf_add(&buf, "", 0);
    assert_null(buf.ptr);
    buf_str(&buf, STR_NONE);
    buf_str(&buf, STR("县"));
    buf_byte(&buf, '\n');
    buf_add(&buf, "ab", 1);
    assert_str(buf_view(&buf), "县\na");
    buf_reset(&buf);
    assert_int_equal(buf.len, 0);
    assert_non_null(buf.ptr);
    buf_clear(&buf);
    assert_null(buf.ptr);
}

static void test_format(void **state)
{
    struct buf buf = {0};
    (void)state;
    buf_fmt(&buf, "%s", "");
    buf_fmt(&buf, "%d/%s", 7, "x");
    assert_str(buf_view(&buf), "7/x");
    for (int i = 0; i < 300; i++)
        buf_fmt(&buf, "%04d", i);
    assert_int_equal(buf.len, 3 + 300 * 4);
    assert_str(str_slice(buf_view(&buf), buf.len - 4, buf.len), "0299");
    buf_clear(&buf);
}

static void test_percent(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_percent(&buf, STR("报&"));
    assert_str(buf_view(&buf), "%E6%8A%A5%26");
    buf_clear(&buf);
}

static void test_growth_keeps_bytes(void **state)
{
    struct buf buf = {0};
    (void)state;
    for (size_t i = 0; i < 100000; i++)
        buf_byte(&buf, (char)('a' + i % 26));
    for (size_t i = 0; i < 100000; i += 997)
        assert_int_equal(buf.ptr[i], 'a' + i % 26);
    buf_clear(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_append),
        cmocka_unit_test(test_format),
        cmocka_unit_test(test_percent),
        cmocka_unit_test(test_growth_keeps_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
