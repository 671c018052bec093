/* SPDX-License-Identifier: MIT */
/* The interface; what templates can say is tested by the examples in tests/tal. */
#include "testing.h"

#include "base/pool.h"
#include "template/template.h"

/* A page with a number of its own, so that each thread can be seen to have rendered its page. */
struct page {
    long long number;
    struct str name;
};

static struct value get_number(struct arena *scratch, const void *self)
{
    (void)scratch;
    const struct page *page = self;
    return value_int(page->number);
}

static struct value get_name(struct arena *scratch, const void *self)
{
    (void)scratch;
    const struct page *page = self;
    return value_text(page->name);
}

static struct value get_markup(struct arena *scratch, const void *self)
{
    (void)scratch;
    (void)self;
    return value_html(STR("<em>made &amp; meant</em>"));
}

static struct value item(struct arena *scratch, const struct value_list *list, size_t i)
{
    (void)scratch;
    (void)list;
    return value_int((long long)i);
}

static struct value get_list(struct arena *scratch, const void *self)
{
    (void)self;
    struct value_list *list = ARENA_NEW(scratch, struct value_list);
    *list = (struct value_list){.len = 3, .item = item};
    return value_list(list);
}

static const struct value_field fields[] = {
    {"number", "the page's number", get_number},
    {"name", "its name, or nothing", get_name},
    {"markup", "HTML", get_markup},
    {"list", "0, 1, 2", get_list},
    {NULL, NULL, NULL},
};

static const struct value_type page_type = {.name = "page", .fields = fields};

struct fixture {
    struct arena keep, scratch;
    struct diags diags;
    struct buf out;
    struct template_set *set;
};

static int setup(void **state)
{
    struct fixture *f = test_calloc(1, sizeof *f);
    f->diags.keep = &f->keep;
    f->set = template_set_new(&f->keep, STR_NONE);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    buf_clear(&f->out);
    arena_clear(&f->keep);
    arena_clear(&f->scratch);
    test_free(f);
    return 0;
}

static bool add(struct fixture *f, const char *name, const char *source)
{
    return template_add(f->set, str_of(name), str_of(source), &f->diags);
}

static bool render(struct fixture *f, const char *name, const char *subject)
{
    static const struct page page = {.number = 7, .name = {"岚县", 6}};
    return template_render(f->set, str_of(name), value_object(&page_type, &page), &f->out,
                           &f->scratch, &f->diags, str_of(subject));
}

static void check_diag(const struct fixture *f, const char *expected)
{
    struct buf text = {0};
    assert_int_equal(f->diags.len, 1);
    diag_print(&text, &f->diags.at[0]);
    assert_str(buf_view(&text), expected);
    buf_clear(&text);
}

static void test_output_is_appended(void **state)
{
    struct fixture *f = *state;
    buf_str(&f->out, STR("before "));
    assert_true(add(f, "a.html", "<p tal:content=\"name\"/>"));
    assert_true(template_link(f->set, &f->diags));
    assert_true(render(f, "a.html", ""));
    assert_str(buf_view(&f->out), "before <p>岚县</p>");
}

static void test_the_source_need_not_outlive_the_call(void **state)
{
    struct fixture *f = *state;
    char name[] = "a.html", source[] = "<p tal:content=\"name\">x</p>";
    assert_true(add(f, name, source));
    memset(name, 'z', sizeof name - 1);
    memset(source, 'z', sizeof source - 1);
    assert_true(template_link(f->set, &f->diags));
    assert_true(render(f, "a.html", ""));
    assert_str(buf_view(&f->out), "<p>岚县</p>");
}

static void test_html_passes_structure_alone(void **state)
{
    struct fixture *f = *state;
    add(f, "a.html",
        "<p tal:content=\"structure markup\"/><p tal:content=\"markup\" tal:attributes=\"title "
        "markup\"/>"
        "<p tal:content=\"structure string:${markup}\"/>");
    assert_true(template_link(f->set, &f->diags));
    assert_true(render(f, "a.html", ""));
    assert_str(buf_view(&f->out),
               "<p><em>made &amp; meant</em></p>"
               "<p title=\"&lt;em&gt;made &amp;amp; meant&lt;/em&gt;\">&lt;em&gt;made &amp;amp; "
               "meant&lt;/em&gt;</p>"
               "<p>&lt;em&gt;made &amp;amp; meant&lt;/em&gt;</p>");
}

static void test_a_mistake_names_place_and_subject(void **state)
{
    struct fixture *f = *state;
    buf_str(&f->out, STR("before"));
    add(f, "a.html", "<p>written\n<b tal:content=\"nmae\"/></p>");
    assert_true(template_link(f->set, &f->diags));
    assert_false(render(f, "a.html", "story x-3fa91c"));
    check_diag(f, "a.html:2:17: error: there is no 'nmae' (did you mean 'name'?), while rendering "
                  "story x-3fa91c; nothing was written\n");
    assert_str(buf_view(&f->out), "before");
}

static void test_a_mistake_in_a_macro_is_placed_in_its_file(void **state)
{
    struct fixture *f = *state;
    add(f, "a.html", "<p metal:use-macro=\"macros/m\"/>");
    add(f, "b.html", "<p metal:define-macro=\"m\">\n<b tal:content=\"list/9\"/></p>");
    assert_true(template_link(f->set, &f->diags));
    assert_false(render(f, "a.html", ""));
    check_diag(f, "b.html:2:17: error: no '9' in a list of 3, in 'list/9'; nothing was written\n");
}

static void test_all_mistakes_of_a_file_are_told(void **state)
{
    struct fixture *f = *state;
    assert_false(
        add(f, "a.html", "<p tal:content=\"a//b\" tal:condition=\"x:y\"/><p tal:nix=\"\"/>"));
    assert_int_equal(f->diags.len, 3);
    assert_int_equal(diags_worst(&f->diags), DIAG_FATAL);
}

static void test_of_very_many_mistakes_the_first_are_told(void **state)
{
    struct fixture *f = *state;
    struct buf source = {0};
    for (size_t i = 0; i < 1000; i++)
        buf_str(&source, STR("<p tal:nix=\"\"/>\n"));
    buf_byte(&source, '\0');
    assert_false(add(f, "a.html", source.ptr));
    assert_false(add(f, "b.html", "<p tal:nix=\"\"/>"));
    assert_int_equal(f->diags.len, 102);
    assert_int_equal(f->diags.at[99].place.line, 100);
    assert_str(f->diags.at[100].what, "there are more than 100 mistakes; mend these first");
    assert_str(f->diags.at[101].place.file, "b.html");
    buf_clear(&source);
}

static void test_there_is_no_such_template(void **state)
{
    struct fixture *f = *state;
    assert_true(template_link(f->set, &f->diags));
    assert_false(render(f, "a.html", ""));
    check_diag(f, "a.html: error: there is no such template; nothing was written\n");
}

static void test_sources_that_are_not_text(void **state)
{
    struct fixture *f = *state;
    assert_false(add(f, "a.html", "<p>\xff</p>"));
    assert_false(template_add(f->set, STR("b.html"), STR("<p>\0</p>"), &f->diags));
    assert_true(add(f, "c.html", "\xef\xbb\xbf<p/>"));
    assert_true(add(f, "d.html", ""));
    assert_int_equal(f->diags.len, 2);
}

static void test_one_set_renders_again_and_again(void **state)
{
    struct fixture *f = *state;
    add(f, "a.html",
        "<p tal:define=\"global g string:left\"/><p tal:content=\"exists:h\"/>"
        "<p tal:define=\"global h g\"/>");
    assert_true(template_link(f->set, &f->diags));
    for (int i = 0; i < 3; i++) {
        buf_reset(&f->out);
        assert_true(render(f, "a.html", ""));
        assert_str(buf_view(&f->out), "<p></p><p>False</p><p></p>");
    }
}

struct job {
    const struct template_set *set;
    bool right[64];
};

static void render_one(void *context, size_t i, size_t worker)
{
    (void)worker;
    struct job *job = context;
    struct arena scratch = {0};
    struct diags diags = {.keep = &scratch};
    struct buf out = {0};
    struct page page = {.number = (long long)i};
    bool ok = true;
    for (int again = 0; again < 50; again++) {
        buf_reset(&out);
        ok = ok && template_render(job->set, STR("a.html"), value_object(&page_type, &page), &out,
                                   &scratch, &diags, STR_NONE);
    }
    struct str expected = str_format(&scratch, "<p>%zu.0 %zu.1 %zu.2 </p>", i, i, i);
    job->right[i] = ok && str_eq(buf_view(&out), expected);
    buf_clear(&out);
    arena_clear(&scratch);
}

static void test_threads_share_a_set(void **state)
{
    struct fixture *f = *state;
    struct job job = {.set = f->set};
    add(f, "a.html",
        "<p metal:define-macro=\"m\"><tal:x repeat=\"x list\">"
        "<b tal:replace=\"string:$number.$x \"/></tal:x></p>");
    assert_true(template_link(f->set, &f->diags));
    pool_run(4, sizeof job.right / sizeof *job.right, render_one, &job);
    for (size_t i = 0; i < sizeof job.right / sizeof *job.right; i++)
        assert_true(job.right[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_output_is_appended, setup, teardown),
        cmocka_unit_test_setup_teardown(test_the_source_need_not_outlive_the_call, setup, teardown),
        cmocka_unit_test_setup_teardown(test_html_passes_structure_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_mistake_names_place_and_subject, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_mistake_in_a_macro_is_placed_in_its_file, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_all_mistakes_of_a_file_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(test_of_very_many_mistakes_the_first_are_told, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_there_is_no_such_template, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sources_that_are_not_text, setup, teardown),
        cmocka_unit_test_setup_teardown(test_one_set_renders_again_and_again, setup, teardown),
        cmocka_unit_test_setup_teardown(test_threads_share_a_set, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
