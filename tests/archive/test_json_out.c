/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <jansson.h>
#include <math.h>

#include "archive/json_out.h"

static struct buf out;

static int teardown(void **state)
{
    (void)state;
    buf_clear(&out);
    return 0;
}

static void test_arrays_and_objects(void **state)
{
    (void)state;
    struct json_out json = {.to = &out};
    json_begin(&json, '{');
    json_key(&json, "a");
    json_begin(&json, '[');
    json_end(&json, ']');
    json_key(&json, "b");
    json_begin(&json, '[');
    json_count(&json, 0);
    json_count(&json, SIZE_MAX);
    json_begin(&json, '{');
    json_end(&json, '}');
    json_bool(&json, true);
    json_bool(&json, false);
    json_end(&json, ']');
    json_key(&json, "c");
    json_word(&json, NULL);
    json_key(&json, "d");
    json_text_or_null(&json, STR_NONE);
    json_key(&json, "e");
    json_text_or_null(&json, STR("x"));
    json_end(&json, '}');
    assert_str(buf_view(&out), "{\"a\":[],\"b\":[0,18446744073709551615,{},true,false],\"c\":null,"
                               "\"d\":null,\"e\":\"x\"}");
}

static void test_numbers(void **state)
{
    (void)state;
    struct json_out json = {.to = &out};
    const double numbers[] = {0, 1, 0.5, 16.886, 123456.785, -2.004, HUGE_VAL};
    json_begin(&json, '[');
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        json_hundredths(&json, numbers[i]);
    json_end(&json, ']');
    assert_str(buf_view(&out), "[0.0,1.0,0.5,16.89,123456.79,-2.0,null]");
}

/* All characters that need an escape, and some that do not, as another library reads them. */
static void test_texts(void **state)
{
    (void)state;
    char text[0x83];
    struct json_out json = {.to = &out};
    for (size_t i = 0; i < 0x80; i++)
        text[i] = (char)i;
    memcpy(text + 0x80, "\xe5\xb2\x9a", 3);
    json_begin(&json, '[');
    json_text(&json, (struct str){text, sizeof text});
    json_text(&json, STR("\"\\/\n"));
    json_text(&json, STR_NONE);
    json_end(&json, ']');
    json_t *read = json_loadb(out.ptr, out.len, JSON_ALLOW_NUL, NULL);
    assert_non_null(read);
    json_t *first = json_array_get(read, 0);
    assert_int_equal(json_string_length(first), sizeof text);
    assert_memory_equal(json_string_value(first), text, sizeof text);
    assert_string_equal(json_string_value(json_array_get(read, 1)), "\"\\/\n");
    assert_string_equal(json_string_value(json_array_get(read, 2)), "");
    json_decref(read);
}

/* What acts on a terminal is escaped, and read as what it was. */
static void test_what_acts(void **state)
{
    (void)state;
    const char text[] = "岚\x7f\xc2\x9b\u00a0\u061c\u200b\u200d“”\u202e、\u2066，\ufeff\ufffe"
                        "\U000e0041\U0001f600\U0001fffe";
    struct json_out json = {.to = &out};
    json_begin(&json, '[');
    json_text(&json, str_of(text));
    json_end(&json, ']');
    assert_str(buf_view(&out), "[\"岚\\u007F\\u009B\u00a0\\u061C\\u200B\u200d“”\\u202E、\\u2066，\\"
                               "uFEFF\\uFFFE\\uDB40\\uDC41\U0001f600"
                               "\\uD83F\\uDFFE\"]");
    json_t *read = json_loadb(out.ptr, out.len, 0, NULL);
    assert_non_null(read);
    assert_string_equal(json_string_value(json_array_get(read, 0)), text);
    json_decref(read);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_arrays_and_objects, teardown),
        cmocka_unit_test_teardown(test_numbers, teardown),
        cmocka_unit_test_teardown(test_texts, teardown),
        cmocka_unit_test_teardown(test_what_acts, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
