/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/theme.h"
#include "temp.h"

struct fixture {
    struct arena keep;
    struct diags diags;
    struct str dir;
    struct theme theme;
};

static int setup(void **state)
{
    struct fixture *f = xcalloc(1, sizeof *f);
    f->diags.keep = &f->keep;
    f->dir = temp_dir(&f->keep);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    dir_remove(f->dir);
    arena_clear(&f->keep);
    free(f);
    return 0;
}

static bool load(struct fixture *f, const char *language)
{
    const struct place said = {STR("content/site.yaml"), 3, 11};
    return theme_load(&f->keep, f->dir, str_of(language), said, &f->theme, &f->diags);
}

static struct str asset(const struct fixture *f, const char *path)
{
    for (size_t i = 0; i < f->theme.assets.len; i++) {
        if (str_eq(f->theme.assets.at[i].path, str_of(path)))
            return f->theme.assets.at[i].bytes;
    }
    return STR_NONE;
}

static struct str rendered(struct fixture *f, const char *name)
{
    struct buf out = {0};
    assert_true(template_render(f->theme.templates, str_of(name), strings_value(f->theme.strings),
                                &out, &f->keep, &f->diags, STR_NONE));
    struct str html = str_dup(&f->keep, buf_view(&out));
    buf_clear(&out);
    return html;
}

static void the_built_in_theme_is_whole(void **state)
{
    struct fixture *f = *state;
    dir_remove(f->dir);
    assert_true(load(f, "zh-Hans"));
    assert_int_equal(f->diags.len, 0);
    assert_str(strings_get(f->theme.strings, "home"), "首页");
    assert_true(asset(f, "assets/site.css").len > 1000);
    assert_true(asset(f, "assets/site.js").len > 100);
}

static void a_sites_own_file_wins(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "404.html", "<p tal:content=\"home\">x</p>");
    temp_write(&f->keep, f->dir, "assets/site.css", "p{}");
    temp_write(&f->keep, f->dir, "assets/fonts/a.woff2", "font");
    assert_true(load(f, "zh-Hans"));
    assert_int_equal(f->diags.len, 0);
    assert_str(rendered(f, "404.html"), "<p>首页</p>");
    assert_str(asset(f, "assets/site.css"), "p{}");
    assert_str(asset(f, "assets/fonts/a.woff2"), "font");
    assert_true(asset(f, "assets/site.js").len > 100);
}

static void a_mistake_in_a_template_is_fatal(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "story.html", "<p tal:contnt=\"home\">x</p>");
    assert_false(load(f, "zh-Hans"));
    assert_int_equal(diags_worst(&f->diags), DIAG_FATAL);
    assert_int_equal(f->diags.at[0].id, D_TEMPLATE);
    assert_str(f->diags.at[0].place.file, "templates/story.html");
}

static void a_language_needs_its_words(void **state)
{
    struct fixture *f = *state;
    assert_false(load(f, "en"));
    assert_int_equal(f->diags.at[0].id, D_CONFIG);
    assert_int_equal(f->diags.at[0].place.line, 3);
    assert_int_equal(f->diags.at[0].place.column, 11);
    assert_str(f->diags.at[0].what,
               "there are no words for the language \"en\": templates/en.yaml is missing (use "
               "'language: zh-Hans', or make it as a copy of zh-Hans.yaml, which 'xianbao init' "
               "writes)");
}

static void words_that_are_missing_are_told(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "en.yaml", "home: Home\n");
    assert_true(load(f, "en"));
    assert_int_equal(f->diags.at[0].id, D_MESSAGES_MISSING);
    assert_true(str_has(f->diags.at[0].what, STR("messages are missing")));
}

static void what_is_of_no_use_is_told(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "notes.txt", "x");
    temp_write(&f->keep, f->dir, ".hidden", "x");
    assert_true(load(f, "zh-Hans"));
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_FILE_SKIPPED);
}

static void a_template_of_no_page_is_told(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "storry.html", "<p>x</p>");
    temp_write(&f->keep, f->dir, "frame.html", "<p metal:define-macro=\"frame\">x</p>");
    temp_write(&f->keep, f->dir, "404.html",
               "<p metal:use-macro=\"frame.html/macros/frame\">x</p>");
    assert_true(load(f, "zh-Hans"));
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_FILE_SKIPPED);
    assert_str(f->diags.at[0].what, "no page is made of it, and no other template uses it (did you "
                                    "mean 'story.html'?)");
}

static void an_assets_name_is_one_of_a_site(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "assets/IMG_1.JPG", "x");
    assert_false(load(f, "zh-Hans"));
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_CONFIG);
    assert_true(str_ends(f->diags.at[0].place.file, STR("/assets/IMG_1.JPG")));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(the_built_in_theme_is_whole),      TEST(a_sites_own_file_wins),
        TEST(a_mistake_in_a_template_is_fatal), TEST(a_language_needs_its_words),
        TEST(words_that_are_missing_are_told),  TEST(what_is_of_no_use_is_told),
        TEST(a_template_of_no_page_is_told),    TEST(an_assets_name_is_one_of_a_site),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
