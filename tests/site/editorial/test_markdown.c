/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/editorial/markdown.h"

struct fixture {
    struct arena keep;
    struct reference reference;
    struct diags diags;
    struct markdown_html read;
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

static void read_as(struct fixture *f, const char *text, const char *title, bool raw_html)
{
    struct markdown markdown = {
        .text = str_of(text),
        .file = STR("content/a.md"),
        .line = 3,
        .title = str_of(title),
        .raw_html = raw_html,
        .reference = &f->reference,
        .diags = &f->diags,
    };
    f->diags.len = 0;
    f->read = markdown_read(&f->keep, &markdown);
}

static void assert_html(struct fixture *f, const char *text, const char *html)
{
    read_as(f, text, "T", false);
    assert_str(f->read.html, html);
}

/* That the text was read with one finding, of this kind and line. */
static void assert_told(const struct fixture *f, enum diag_id id, uint32_t line)
{
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, id);
    assert_int_equal(f->diags.at[0].place.line, line);
    assert_str(f->diags.at[0].place.file, "content/a.md");
}

static void test_plain(void **state)
{
    assert_html(*state, "a *b* \"c\" -- d\n\n- e\n- f\n",
                "<p>a <em>b</em> &quot;c&quot; -- d</p>\n<ul>\n<li>e</li>\n<li>f</li>\n</ul>\n");
    assert_html(*state, "", "");
}

static void test_html_is_shown(void **state)
{
    struct fixture *f = *state;
    assert_html(f, "a <b onclick=\"x\">c</b>\n",
                "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n");
    assert_told(f, D_RAW_HTML, 4);
    assert_html(f, "x\n\n<script>\nalert(1)\n</script>\n",
                "<p>x</p>\n<pre><code>&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</code></pre>\n");
    assert_told(f, D_RAW_HTML, 6);
    assert_html(f, "1. <!-- c -->\n",
                "<ol>\n<li>\n<pre><code>&lt;!-- c --&gt;\n</code></pre>\n</li>\n</ol>\n");
    assert_html(f, "`<b>` &lt;b&gt;\n", "<p><code>&lt;b&gt;</code> &lt;b&gt;</p>\n");
    assert_int_equal(f->diags.len, 0);
}

static void test_html_goes_through_where_allowed(void **state)
{
    struct fixture *f = *state;
    read_as(f, "a <b>c</b>\n\n<div>\nd\n</div>\n", "T", true);
    assert_str(f->read.html, "<p>a <b>c</b></p>\n<div>\nd\n</div>\n");
    assert_int_equal(f->diags.len, 0);
    read_as(f, "[a](javascript:alert(1))\n", "T", true);
    assert_str(f->read.html, "<p><a href=\"#\">a</a></p>\n");
}

static void test_what_turns_the_writing_ends_with_the_text(void **state)
{
    assert_html(*state, "a \u202eb *c* `\u2067`\n",
                "<p>a \u202eb \u202c<em>c</em> <code>\u2067\u2069</code></p>\n");
    assert_html(*state, "[a](b.html \"\u202et\") c\n",
                "<p><a href=\"b.html\" title=\"\u202et\u202c\">a</a> c</p>\n");
    struct fixture *f = *state;
    read_as(f, "<script>x = '\u2067'</script>\n", "T", true); /* whoever may write it knows */
    assert_str(f->read.html, "<script>x = '\u2067'</script>\n");
}

static void test_links(void **state)
{
    struct fixture *f = *state;
    assert_html(
        f, "[a](data/x.csv) [b](https://example.org/?q=1&r=2) <mailto:a@example.org> [c](#d)\n",
        "<p><a href=\"data/x.csv\">a</a> <a href=\"https://example.org/?q=1&amp;r=2\">b</a> "
        "<a href=\"mailto:a@example.org\">mailto:a@example.org</a> <a href=\"#d\">c</a></p>\n");
    assert_int_equal(f->diags.len, 0);
    static const char *const bad[] = {"javascript:alert(1)",  "JAVASCRIPT:x",  "data:text/html,x",
                                      "/counties/index.html", "//example.org", "file:///x",
                                      "&#106;avascript:x",    "vbscript:x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct str text = str_format(&f->keep, "x\n[a](%s)\n", bad[i]);
        assert_html(f, text.ptr, "<p>x\n<a href=\"#\">a</a></p>\n");
        assert_told(f, D_UNSAFE_URL, 5);
    }
}

static void test_links_to_markdown(void **state)
{
    struct fixture *f = *state;
    assert_html(f, "[a](about.md)", "<p><a href=\"about.html\">a</a></p>\n");
    assert_html(f, "[a](./About%20Us.md?x#signs)",
                "<p><a href=\"about-us.html?x#signs\">a</a></p>\n");
    assert_html(f, "[a](关于.md)", "<p><a href=\"guan-yu.html\">a</a></p>\n");
    assert_html(f, "[a](https://example.org/a.md)",
                "<p><a href=\"https://example.org/a.md\">a</a></p>\n");
    assert_html(f, "[a](notes/b.md)", "<p><a href=\"notes/b.md\">a</a></p>\n");
    assert_html(f, "[a](b.md.txt)", "<p><a href=\"b.md.txt\">a</a></p>\n");
}

static void test_pictures(void **state)
{
    struct fixture *f = *state;
    assert_html(f, "![a](assets/b.png)", "<p><img src=\"assets/b.png\" alt=\"a\" /></p>\n");
    assert_int_equal(f->diags.len, 0);
    assert_html(f, "![*a*](https://example.org/b.png)",
                "<p><a href=\"https://example.org/b.png\"><em>a</em></a></p>\n");
    assert_told(f, D_REMOTE_IMAGE, 4);
    assert_html(f, "[![a](//example.org/b.png)](c.html)", "<p><a href=\"c.html\">a</a></p>\n");
    assert_told(f, D_REMOTE_IMAGE, 4);
    assert_html(f, "![a](data:image/png;base64,x)", "<p><a href=\"#\">a</a></p>\n");
}

static void test_headings_have_ids(void **state)
{
    struct fixture *f = *state;
    assert_html(f, "## 记号 {#signs}\n", "<h2 id=\"signs\">\n记号\n</h2>\n");
    assert_html(f, "## 怎样 *整理*\n",
                "<h2 id=\"zen-yang-zheng-li\">\n怎样 <em>整理</em>\n</h2>\n");
    assert_html(f, "## a_b {#a_b}\n", "<h2 id=\"a_b\">\na_b\n</h2>\n");
    assert_html(f, "## …\n", "<h2 id=\"section\">\n…\n</h2>\n");
    assert_html(f, "## A {#\"x y\"}\n", "<h2 id=\"a-x-y\">\nA {#&quot;x y&quot;}\n</h2>\n");
    assert_html(f, "## Main\n## Main\n## a {#main-2}\n",
                "<h2 id=\"main-2\">\nMain\n</h2>\n<h2 id=\"main-3\">\nMain\n</h2>\n"
                "<h2 id=\"main-2-2\">\na\n</h2>\n");
}

static void test_headings_begin_at_two(void **state)
{
    struct fixture *f = *state;
    assert_html(f, "# a\n## b\n", "<h2 id=\"a\">\na\n</h2>\n<h3 id=\"b\">\nb\n</h3>\n");
    assert_html(f, "x\n### a\n#### b\n",
                "<p>x</p>\n<h2 id=\"a\">\na\n</h2>\n<h3 id=\"b\">\nb\n</h3>\n");
    assert_html(f, "# a\n###### b\n", "<h2 id=\"a\">\na\n</h2>\n<h6 id=\"b\">\nb\n</h6>\n");
}

static void test_title_and_lead(void **state)
{
    struct fixture *f = *state;
    read_as(f, "# 关于 {#x}\n\n一\n二\n\n三\n", "", false);
    assert_str(f->read.title, "关于");
    assert_str(f->read.lead, "一二");
    assert_str(f->read.html, "<p>一二</p>\n<p>三</p>\n");
    read_as(f, "# 关于\n\n一\n", "关于", false);
    assert_str(f->read.html, "<p>一</p>\n");
    read_as(f, "# 关于\n\n一\n", "别的", false);
    assert_str(f->read.html, "<h2 id=\"guan-yu\">\n关于\n</h2>\n<p>一</p>\n");
    read_as(f, "一\n\n## 二\n", "", false);
    assert_str(f->read.title, "二");
    assert_str(f->read.html, "<p>一</p>\n<h2 id=\"er\">\n二\n</h2>\n");
    read_as(f, "- 一\n", "", false);
    assert_str(f->read.title, "");
    assert_str(f->read.lead, "");
}

static void test_lines_of_han_are_joined(void **state)
{
    struct fixture *f = *state;
    assert_html(f, "一，\n“二”\n三*四*\n五\n", "<p>一，“二”三<em>四</em>五</p>\n");
    assert_html(f, "one\ntwo\n三\n4\n", "<p>one\ntwo\n三\n4</p>\n");
}

static void test_controls_become_replacement_characters(void **state)
{
    struct fixture *f = *state;
    assert_html(f, "a\x07&#7;\xef\xbf\xbf\n", "<p>a\ufffd\ufffd\ufffd</p>\n");
    assert_html(f, "a\tb\n", "<p>a\tb</p>\n");
    read_as(f, "<i title=\"\x1b\">a</i>\n", "T", true);
    assert_str(f->read.html, "<p><i title=\"\ufffd\">a</i></p>\n");
}

/* Each was tried against all before it: so many would take minutes, and gigabytes. */
static void test_very_many_headings_of_one_name(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    enum { HEADINGS = 20000 };
    for (size_t i = 0; i < HEADINGS; i++)
        buf_str(&text, STR("## a\n"));
    buf_byte(&text, '\0');
    read_as(f, text.ptr, "T", false);
    assert_true(str_has(f->read.html, STR("<h2 id=\"a-20000\">")));
    assert_false(str_has(f->read.html, STR("<h2 id=\"a-20001\">")));
    buf_clear(&text);
}

int main(void)
{
#define MARKDOWN_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        MARKDOWN_TEST(test_plain),
        MARKDOWN_TEST(test_html_is_shown),
        MARKDOWN_TEST(test_html_goes_through_where_allowed),
        MARKDOWN_TEST(test_what_turns_the_writing_ends_with_the_text),
        MARKDOWN_TEST(test_links),
        MARKDOWN_TEST(test_links_to_markdown),
        MARKDOWN_TEST(test_pictures),
        MARKDOWN_TEST(test_headings_have_ids),
        MARKDOWN_TEST(test_headings_begin_at_two),
        MARKDOWN_TEST(test_title_and_lead),
        MARKDOWN_TEST(test_lines_of_han_are_joined),
        MARKDOWN_TEST(test_controls_become_replacement_characters),
        MARKDOWN_TEST(test_very_many_headings_of_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
