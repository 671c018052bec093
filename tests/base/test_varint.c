/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/varint.h"

static void test_there_and_back(void **state)
{
    (void)state;
    static const struct {
        uint64_t number;
        size_t bytes;
    } cases[] = {{0, 1},          {1, 1},     {127, 1},        {128, 2},
                 {16383, 2},      {16384, 3}, {UINT32_MAX, 5}, {(uint64_t)1 << 63, 10},
                 {UINT64_MAX, 10}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        uint64_t number;
        varint_put(&out, cases[i].number);
        assert_int_equal(out.len, cases[i].bytes);
        buf_byte(&out, 'x');
        struct str rest = buf_view(&out);
        assert_true(varint_cut(&rest, &number));
        assert_true(number == cases[i].number);
        assert_str(rest, "x");
        buf_clear(&out);
    }
}

static void test_what_is_none(void **state)
{
    (void)state;
    const struct str texts[] = {STR(""), STR("\x80"), STR("\xff\xff"),
                                STR("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01")};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str rest = texts[i];
        uint64_t number;
        assert_false(varint_cut(&rest, &number));
        assert_int_equal(rest.len, texts[i].len);
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
