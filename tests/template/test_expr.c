/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "template/expr.h"

struct fixture {
    struct arena keep;
    struct names names;
    struct diags diags;
    struct markup_source source;
    struct markup_attribute attribute;
    struct markup element;
    struct expr_context context;
};

static int setup(void **state)
{
    struct fixture *f = test_calloc(1, sizeof *f);
    f->names.keep = f->diags.keep = &f->keep;
    f->context = (struct expr_context){.names = &f->names,
                                       .source = &f->source,
                                       .element = &f->element,
                                       .attribute = &f->attribute,
                                       .diags = &f->diags};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    arena_clear(&f->keep);
    test_free(f);
    return 0;
}

static const struct expr *parse(struct fixture *f, const char *text)
{
    f->source.text = f->attribute.value = str_of(text);
    return expr_parse(&f->context, str_of(text), 0);
}

static void test_names_are_numbered_once(void **state)
{
    struct fixture *f = *state;
    uint32_t a = name_number(&f->names, STR("a"));
    uint32_t b = name_number(&f->names, STR("b"));
    assert_int_not_equal(a, b);
    assert_int_equal(name_number(&f->names, STR("a")), a);
    assert_str(f->names.list.at[b], "b");
}

static void test_a_path_is_a_variable_and_steps(void **state)
{
    struct fixture *f = *state;
    const struct expr *e = parse(f, " story/list/12/?x ");
    assert_int_equal(e->kind, EXPR_PATH);
    assert_str(f->names.list.at[e->variable], "story");
    assert_int_equal(e->step_count, 3);
    assert_str(e->steps[0].name, "list");
    assert_false(e->steps[0].is_index);
    assert_true(e->steps[1].is_index);
    assert_int_equal(e->steps[1].index, 12);
    assert_str(f->names.list.at[e->steps[2].variable], "x");
    assert_int_equal(e->at, 1);
}

static void test_one_alternative_is_no_list(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(parse(f, "a")->kind, EXPR_PATH);
    assert_int_equal(parse(f, "nothing")->kind, EXPR_NOTHING);
    assert_int_equal(parse(f, "default")->kind, EXPR_DEFAULT);
    const struct expr *e = parse(f, "a | nothing");
    assert_int_equal(e->kind, EXPR_FIRST);
    assert_int_equal(e->part_count, 2);
    assert_int_equal(e->parts[1]->kind, EXPR_NOTHING);
}

static void test_a_prefix_takes_the_rest(void **state)
{
    struct fixture *f = *state;
    const struct expr *e = parse(f, "a|b | string:c|d ");
    assert_int_equal(e->part_count, 3);
    assert_int_equal(e->parts[2]->kind, EXPR_STRING);
    assert_str(e->parts[2]->parts[0]->text, "c|d ");
    e = parse(f, "not:a | b");
    assert_int_equal(e->kind, EXPR_NOT);
    assert_int_equal(e->parts[0]->kind, EXPR_FIRST);
}

static void test_nothing_with_steps_is_a_variable(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(parse(f, "nothing/x")->kind, EXPR_PATH);
    assert_int_equal(parse(f, "nothings")->kind, EXPR_PATH);
}

static void test_mistakes_are_told(void **state)
{
    static const char *const wrong[] = {
        "",           "  ", "a|",  "|a",  "a/",   "/a",       "a//b",       "python:1", "string:$",
        "string:${a", "1a", "a b", "a/?", "a/?1", "repeat/x", "repeat/x/y", "exists:",  "x:y"};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_null(parse(f, wrong[i]));
        assert_int_equal(f->diags.len, i + 1);
        assert_int_equal(f->diags.at[i].id, D_TEMPLATE);
    }
}

static void test_names(void **state)
{
    (void)state;
    assert_true(name_is_valid(STR("a")));
    assert_true(name_is_valid(STR("_a-1")));
    assert_true(name_is_valid(STR("标题")));
    assert_false(name_is_valid(STR("")));
    assert_false(name_is_valid(STR("1a")));
    assert_false(name_is_valid(STR("-a")));
    assert_false(name_is_valid(STR("a.b")));
    assert_false(name_is_valid(STR("a b")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names_are_numbered_once, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_path_is_a_variable_and_steps, setup, teardown),
        cmocka_unit_test_setup_teardown(test_one_alternative_is_no_list, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_prefix_takes_the_rest, setup, teardown),
        cmocka_unit_test_setup_teardown(test_nothing_with_steps_is_a_variable, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mistakes_are_told, setup, teardown),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
