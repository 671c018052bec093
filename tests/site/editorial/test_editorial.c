/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/editorial/editorial.h"

struct fixture {
    struct arena keep;
    struct reference reference;
    struct diags diags;
    struct editorials pages;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    f->reference.pinyin = pinyin_builtin(&f->keep);
    f->diags.keep = &f->keep;
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

/* The page that a file becomes. */
static const struct editorial *add(struct fixture *f, const char *path, const char *text)
{
    editorials_add(&f->keep, &f->pages, &f->reference, false, str_of(path), str_of(text),
                   &f->diags);
    return f->pages.len ? &f->pages.at[f->pages.len - 1] : NULL;
}

static void test_front_matter(void **state)
{
    struct fixture *f = *state;
    const struct editorial *page = add(f, "content/about.md",
                                       "---\ntitle: 关于文存\nnav: 关于\norder: 3\n"
                                       "description: 说明\n---\n\n一。\n");
    assert_str(page->path, "about.html");
    assert_str(page->title, "关于文存");
    assert_str(page->nav, "关于");
    assert_str(page->description, "说明");
    assert_int_equal(page->order, 3);
    assert_str(page->html, "<p>一。</p>\n");
    assert_int_equal(f->diags.len, 0);
}

static void test_without_front_matter(void **state)
{
    struct fixture *f = *state;
    const struct editorial *page = add(f, "content/关于.md", "# 怎样用 & 读\n\n一\n二。\n");
    assert_str(page->path, "guan-yu.html");
    assert_str(page->title, "怎样用 & 读");
    assert_str(page->nav, "怎样用 & 读");
    assert_str(page->description, "一二。");
    assert_int_equal(page->order, 0);
    page = add(f, "content/Read Me.md", "只有字。\n");
    assert_str(page->path, "read-me.html");
    assert_str(page->title, "Read Me");
    assert_int_equal(f->diags.len, 0);
}

static void test_empty_file(void **state)
{
    struct fixture *f = *state;
    const struct editorial *page = add(f, "content/empty.md", "---\ntitle: 空\n---\n");
    assert_str(page->title, "空");
    assert_str(page->html, "");
    assert_str(page->description, "");
}

static void test_lines_are_counted_in_the_file(void **state)
{
    struct fixture *f = *state;
    add(f, "content/a.md", "---\ntitle: A\n---\n\n[x](javascript:x)\n");
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_UNSAFE_URL);
    assert_int_equal(f->diags.at[0].place.line, 5);
}

static void test_front_matter_that_is_none(void **state)
{
    struct fixture *f = *state;
    const struct editorial *page = add(f, "content/a.md", "---\nno map\n---\n\ntext\n");
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_FRONT_MATTER_NOT_YAML);
    assert_true(str_has(page->html, STR("no map")));
    f->diags.len = 0;
    page = add(f, "content/b.md", "---\ntitel: x\norder: many\n---\ntext\n");
    assert_int_equal(f->diags.len, 2);
    assert_int_equal(f->diags.at[0].id, D_CONFIG_UNKNOWN_KEY);
    assert_int_equal(f->diags.at[0].place.line, 2);
    assert_int_equal(f->diags.at[1].id, D_FRONT_MATTER);
    assert_str(page->html, "<p>text</p>\n");
}

static void test_other_encodings(void **state)
{
    struct fixture *f = *state;
    const struct editorial *page = add(f, "content/a.md", "\xef\xbb\xbf# \xe4\xb8\x80\n");
    assert_str(page->title, "一");
    page = add(f, "content/b.md", "---\nencoding: GB18030\n---\n\xd2\xbb\xc6\xaa\xbb\xb0\n");
    assert_str(page->html, "<p>一篇话</p>\n");
    size_t before = f->pages.len;
    add(f, "content/c.md", "%PDF-1.4\n\x01\x02\x03\x04");
    assert_int_equal(f->pages.len, before);
    assert_int_equal(f->diags.at[f->diags.len - 1].id, D_NOT_TEXT);
}

static void test_controls_do_not_reach_html(void **state)
{
    struct fixture *f = *state;
    const struct editorial *page =
        add(f, "content/a.md", "一段有控制字符的话在这里\x1b，后面还有很长的一段文字。\n");
    assert_str(page->html, "<p>一段有控制字符的话在这里\ufffd，后面还有很长的一段文字。</p>\n");
}

static void test_order(void **state)
{
    struct fixture *f = *state;
    add(f, "content/b.md", "b");
    add(f, "content/z.md", "---\norder: -1\n---\nz");
    add(f, "content/a.md", "a");
    assert_true(editorials_sort(&f->pages, &f->diags));
    assert_str(f->pages.at[0].path, "z.html");
    assert_str(f->pages.at[1].path, "a.html");
    assert_str(f->pages.at[2].path, "b.html");
}

static void test_names_that_are_taken(void **state)
{
    struct fixture *f = *state;
    static const char *const own[] = {"content/index.md", "content/search.md", "content/404.md"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        f->pages.len = f->diags.len = 0;
        add(f, own[i], "x");
        assert_false(editorials_sort(&f->pages, &f->diags));
        assert_int_equal(f->diags.len, 1);
        assert_int_equal(f->diags.at[0].id, D_CONFIG);
        assert_str(f->diags.at[0].place.file, own[i]);
    }
    f->pages.len = f->diags.len = 0;
    add(f, "content/a b.md", "x");
    add(f, "content/A-B.md", "x");
    assert_false(editorials_sort(&f->pages, &f->diags));
    assert_true(str_has(f->diags.at[0].what, STR("content/A-B.md")));
    assert_str(f->diags.at[0].place.file, "content/a b.md");
    f->pages.len = 0;
    add(f, "content/counties.md", "x");
    assert_true(editorials_sort(&f->pages, &f->diags));
}

int main(void)
{
#define EDITORIAL_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        EDITORIAL_TEST(test_front_matter),
        EDITORIAL_TEST(test_without_front_matter),
        EDITORIAL_TEST(test_empty_file),
        EDITORIAL_TEST(test_lines_are_counted_in_the_file),
        EDITORIAL_TEST(test_front_matter_that_is_none),
        EDITORIAL_TEST(test_other_encodings),
        EDITORIAL_TEST(test_controls_do_not_reach_html),
        EDITORIAL_TEST(test_order),
        EDITORIAL_TEST(test_names_that_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
