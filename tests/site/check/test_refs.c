/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/check/refs.h"

/* The addresses as "url url ...", those that may leave with a '>' before them. */
static struct str listed(struct arena *keep, const struct refs *refs)
{
    struct str all = STR_NONE;
    for (size_t i = 0; i < refs->links.len; i++)
        all = str_format(keep, "%.*s%s%s%.*s", STR_FMT(all), i ? " " : "",
                         refs->links.at[i].may_leave ? ">" : "", STR_FMT(refs->links.at[i].url));
    return all;
}

static void assert_refs(struct str (*read)(struct arena *keep, const char *text), const char *text,
                        const char *expected)
{
    struct arena keep = {0};
    assert_str(read(&keep, text), expected);
    arena_clear(&keep);
}

static struct str in_html(struct arena *keep, const char *text)
{
    struct refs refs = {0};
    refs_of_html(keep, &refs, str_of(text));
    return listed(keep, &refs);
}

static struct str in_css(struct arena *keep, const char *text)
{
    struct refs refs = {0};
    refs_of_css(keep, &refs, str_of(text));
    return listed(keep, &refs);
}

static void test_html(void **state)
{
    (void)state;
    static const struct {
        const char *html, *refs;
    } cases[] = {
        {"", ""},
        {"<p>no link</p>", ""},
        {"<a href=\"a.html?x=1&amp;y=2#z\">a</a>", ">a.html?x=1&y=2#z"},
        {"<A HREF='a.html'>a</A><a href=b.html>b</a><a>c</a>", ">a.html >b.html"},
        {"<img src=a.png><script src=b.js></script><form action=c.html></form>",
         "a.png b.js c.html"},
        {"<link rel=stylesheet href=a.css><link rel=canonical href=b.html>", "a.css >b.html"},
        {"<link rel=\"alternate stylesheet\" href=a.css><link href=b.css>", "a.css b.css"},
        {"<img srcset=\"a.png 1x, b.png 2x,c.png\" src=d.png>", "a.png b.png c.png d.png"},
        {"<blockquote cite=a.html></blockquote><video poster=b.png></video>", ">a.html b.png"},
        {"<svg><use xlink:href=\"#a\"/><image href=\"b.png\"/></svg>", "#a b.png"},
        {"<p>&lt;a href=x&gt; <!-- <a href=y> --></p>", ""},
        {"<main><article><section><a href=a.html><h2>t</h2></a></section></article></main>",
         ">a.html"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refs(in_html, cases[i].html, cases[i].refs);
}

static void test_ids_and_lines(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct refs refs = {0};
    refs_of_html(&keep, &refs,
                 STR("<!DOCTYPE html>\n<html>\n<p id=\"一\">\n<b id=b>\n<a href=\"#b\">x</a>"));
    assert_int_equal(refs.anchors.len, 2);
    assert_str(refs.anchors.at[0].id, "一");
    assert_int_equal(refs.anchors.at[0].line, 3);
    assert_str(refs.anchors.at[1].id, "b");
    assert_int_equal(refs.anchors.at[1].line, 4);
    assert_int_equal(refs.links.at[0].line, 5);
    arena_clear(&keep);
}

static bool is_unlisted(const char *html)
{
    struct arena keep = {0};
    struct refs refs = {0};
    refs_of_html(&keep, &refs, str_of(html));
    arena_clear(&keep);
    return refs.unlisted;
}

static void test_pages_that_are_to_be_passed_over(void **state)
{
    (void)state;
    assert_true(is_unlisted("<meta name=\"robots\" content=\"noindex, follow\">"));
    assert_false(is_unlisted("<meta name=\"robots\" content=\"nofollow\"><p>noindex"));
    assert_false(is_unlisted("<meta name=\"description\" content=\"noindex\">"));
    assert_false(is_unlisted("<meta content=\"noindex\">"));
}

static void test_css(void **state)
{
    (void)state;
    static const struct {
        const char *css, *refs;
    } cases[] = {
        {"", ""},
        {"a { color: red }", ""},
        {"a { background: url(a.png) } b { background: URL( \"b (1).png\" ) }", "a.png b (1).png"},
        {"@import 'a.css'; @import url(b.css);", "a.css b.css"},
        {"/* url(a.png) @import 'b.css' */ a { content: \"url(c.png)\" }", ""},
        {"a { content: 'it\\'s'; src: url('d.png') }", "d.png"},
        {"a { src: url(unclosed", "unclosed"},
        {"/* unclosed url(a.png)", ""},
        {"\"unclosed url(a.png)", ""},
        {"a { src: url() }", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refs(in_css, cases[i].css, cases[i].refs);
}

static void test_css_lines(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct refs refs = {0};
    refs_of_css(&keep, &refs, STR("/*\n*/\na {\n src: url(\n'a.png') }\nb { src: url(b.png) }"));
    assert_int_equal(refs.links.at[0].line, 4);
    assert_int_equal(refs.links.at[1].line, 6);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_ids_and_lines),
        cmocka_unit_test(test_pages_that_are_to_be_passed_over),
        cmocka_unit_test(test_css),
        cmocka_unit_test(test_css_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
