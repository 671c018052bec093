/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "search/bits.h"

/* Reads what was written, as a script does. */
struct reader {
    struct str text;
    size_t at;
    uint32_t held;
    unsigned left;
};

static uint32_t digit(char c)
{
    static const char alphabet[] = " !#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                   "[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    const char *at = strchr(alphabet, c);
    assert_non_null(at);
    return (uint32_t)(at - alphabet);
}

static uint32_t bit(struct reader *reader)
{
    if (reader->left == 0) {
        assert_true(reader->at + 2 <= reader->text.len);
        reader->held =
            digit(reader->text.ptr[reader->at]) * 91 + digit(reader->text.ptr[reader->at + 1]);
        reader->at += 2;
        reader->left = 13;
    }
    return reader->held >> --reader->left & 1;
}

static uint32_t number(struct reader *reader, unsigned count)
{
    uint32_t value = 0;
    while (count-- > 0)
        value = value << 1 | bit(reader);
    return value;
}

static uint32_t run(struct reader *reader, uint32_t of)
{
    uint32_t length = 0;
    while (bit(reader) == of)
        length++;
    return length;
}

static void test_what_is_written_is_read(void **state)
{
    (void)state;
    static const uint32_t values[] = {1, 2, 3, 4, 7, 8, 1000, 8191, 8192, 65535, 1000000};
    enum { LEN = sizeof values / sizeof *values };
    struct buf out = {0};
    struct bits bits = {.out = &out};
    for (size_t i = 0; i < LEN; i++) {
        bits_put(&bits, values[i], 16);
        bits_gamma(&bits, values[i]);
        bits_rice(&bits, values[i], 13);
        bits_rice(&bits, values[i] % 50, 0);
    }
    bits_end(&bits);
    struct reader reader = {.text = buf_view(&out)};
    for (size_t i = 0; i < LEN; i++) {
        assert_int_equal(number(&reader, 16), values[i] & 0xffff);
        uint32_t zeros = run(&reader, 0);
        assert_int_equal(1u << zeros | number(&reader, zeros), values[i]);
        uint32_t high = run(&reader, 1);
        assert_int_equal(high << 13 | number(&reader, 13), values[i]);
        assert_int_equal(run(&reader, 1), values[i] % 50);
    }
    assert_int_equal(reader.at, out.len);
    buf_clear(&out);
}

static void test_nothing_is_nothing(void **state)
{
    (void)state;
    struct buf out = {0};
    struct bits bits = {.out = &out};
    bits_end(&bits);
    assert_int_equal(out.len, 0);
}

static void test_the_shift_fits_the_gaps(void **state)
{
    (void)state;
    assert_int_equal(rice_shift(10, 10), 0);
    assert_int_equal(rice_shift(1, 3), 1);
    assert_int_equal(rice_shift(1, 1000), 9);
    assert_int_equal(rice_shift(500, 1000), 0);
    assert_int_equal(rice_shift(1, UINT32_MAX), 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_written_is_read),
        cmocka_unit_test(test_nothing_is_nothing),
        cmocka_unit_test(test_the_shift_fits_the_gaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
