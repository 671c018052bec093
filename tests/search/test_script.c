/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "search/script.h"

static void test_strings(void **state)
{
    (void)state;
    struct buf out = {0};
    script_string(&out, STR("农\"\\\n\x01</script>\xe2\x80\xa8"));
    buf_byte(&out, '\0');
    assert_string_equal(out.ptr, "\"农\\\"\\\\\\u000a\\u0001</script>\\u2028\"");
    buf_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
