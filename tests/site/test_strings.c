/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/embedded.h"
#include "site/strings.h"

struct fixture {
    struct arena keep;
    struct diags diags;
    const struct strings *model;
};

static int setup(void **state)
{
    struct fixture *f = xcalloc(1, sizeof *f);
    f->diags.keep = &f->keep;
    f->model = strings_read(&f->keep, STR("m.yaml"),
                            STR("hello: 你好\nlines: 第 {first}–{last} 行\n"), NULL, &f->diags);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    arena_clear(&f->keep);
    free(f);
    return 0;
}

static const struct strings *read_other(struct fixture *f, struct str yaml)
{
    return strings_read(&f->keep, STR("o.yaml"), yaml, f->model, &f->diags);
}

static void gives_messages(void **state)
{
    struct fixture *f = *state;
    assert_str(strings_get(f->model, "hello"), "你好");
    assert_str(strings_fill(&f->keep, f->model, "lines", {"last", STR("36")}, {"first", STR("5")}),
               "第 5–36 行");
}

static void fills_what_looks_like_a_slot_only_once(void **state)
{
    struct fixture *f = *state;
    assert_str(
        strings_fill(&f->keep, f->model, "lines", {"first", STR("{last}")}, {"last", STR("%s")}),
        "第 {last}–%s 行");
}

static void what_fills_a_slot_turns_nothing_after_it(void **state)
{
    struct fixture *f = *state;
    assert_str(strings_fill(&f->keep, f->model, "lines", {"first", STR("\u202ea")},
                            {"last", STR("\u2069")}),
               "第 \u202ea\u202c–\ufffd 行");
}

static void leaves_braces_that_are_no_slot(void **state)
{
    (void)state;
    struct str rest = STR("a { b"), name;
    assert_str(message_cut(&rest, &name), "a { b");
    assert_int_equal(rest.len, 0);
    assert_int_equal(name.len, 0);
}

static void is_an_object_for_templates(void **state)
{
    struct fixture *f = *state;
    struct value text;
    assert_true(value_get(&f->keep, strings_value(f->model), STR("hello"), &text));
    assert_str(text.text, "你好");
    assert_false(value_get(&f->keep, strings_value(f->model), STR("helo"), &text));
}

static void takes_another_language(void **state)
{
    struct fixture *f = *state;
    const struct strings *english =
        read_other(f, STR("lines: lines {first} to {last}\nhello: hello\n"));
    assert_non_null(english);
    assert_str(strings_get(english, "hello"), "hello");
    assert_int_equal(f->diags.len, 0);
}

static void expect_refused(struct fixture *f, struct str yaml, uint32_t line, const char *what)
{
    assert_null(read_other(f, yaml));
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_CONFIG);
    assert_int_equal(f->diags.at[0].place.line, line);
    assert_str(f->diags.at[0].what, what);
}

static void takes_the_messages_that_a_language_lacks(void **state)
{
    struct fixture *f = *state;
    const struct strings *strings = read_other(f, STR("lines: '{last} {first}'\n"));
    assert_non_null(strings);
    assert_str(strings_get(strings, "lines"), "{last} {first}");
    assert_str(strings_get(strings, "hello"), "你好");
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_MESSAGES_MISSING);
    assert_str(f->diags.at[0].what, "1 message is missing: \"hello\"");
}

static void refuses_a_message_that_lacks_a_slot(void **state)
{
    expect_refused(*state, STR("hello: hello\nlines: from {first}\n"), 2,
                   "the message \"lines\" lacks {last}");
}

static void refuses_a_slot_that_nothing_fills(void **state)
{
    expect_refused(*state, STR("hello: hello {you}\nlines: '{first}{last}'\n"), 1,
                   "the message \"hello\" has no value for {you}");
}

static void warns_of_a_message_that_nobody_asks_for(void **state)
{
    struct fixture *f = *state;
    assert_non_null(read_other(f, STR("hello: a\nline: b\nlines: '{first}{last}'\n")));
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_CONFIG_UNKNOWN_KEY);
    assert_str(f->diags.at[0].what, "no message is called \"line\"; did you mean \"lines\"?");
}

static void refuses_what_is_not_a_flat_map(void **state)
{
    struct fixture *f = *state;
    assert_null(read_other(f, STR("hello: {a: b}\n")));
    assert_null(read_other(f, STR("hello: a\nhello: b\n")));
}

static void built_in_messages_can_be_read(void **state)
{
    struct fixture *f = *state;
    const struct strings *strings =
        strings_read(&f->keep, STR("zh-Hans.yaml"),
                     embedded_get(embedded_templates, "zh-Hans.yaml"), NULL, &f->diags);
    assert_non_null(strings);
    assert_str(strings_fill(&f->keep, strings, "lines", {"first", STR("5")}, {"last", STR("36")}),
               "第 5–36 行");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(gives_messages),
        TEST(fills_what_looks_like_a_slot_only_once),
        TEST(what_fills_a_slot_turns_nothing_after_it),
        TEST(leaves_braces_that_are_no_slot),
        TEST(is_an_object_for_templates),
        TEST(takes_another_language),
        TEST(takes_the_messages_that_a_language_lacks),
        TEST(refuses_a_message_that_lacks_a_slot),
        TEST(refuses_a_slot_that_nothing_fills),
        TEST(warns_of_a_message_that_nobody_asks_for),
        TEST(refuses_what_is_not_a_flat_map),
        TEST(built_in_messages_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
