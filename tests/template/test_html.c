/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "template/html.h"

static void check_text(const char *text, const char *expected)
{
    struct buf out = {0};
    html_text(&out, str_of(text));
    assert_str(buf_view(&out), expected);
    buf_clear(&out);
}

static void check_attribute(const char *text, const char *expected)
{
    struct buf out = {0};
    html_attribute(&out, str_of(text));
    assert_str(buf_view(&out), expected);
    buf_clear(&out);
}

static void test_text_is_escaped(void **state)
{
    (void)state;
    check_text("", "");
    check_text("岚县", "岚县");
    check_text("<b>&\"'", "&lt;b&gt;&amp;\"'");
    check_text("a<", "a&lt;");
    check_text("\t\n\r\f ", "\t\n\r\f ");
}

static void test_attributes_escape_quotes_too(void **state)
{
    (void)state;
    check_attribute("<b>&\"'", "&lt;b&gt;&amp;&quot;'");
}

static void test_controls_become_replacement_characters(void **state)
{
    (void)state;
    struct buf out = {0};
    html_text(&out, STR("a\0b\x1b\x7f"));
    assert_str(buf_view(&out), "a\xef\xbf\xbd"
                               "b\xef\xbf\xbd\xef\xbf\xbd");
    buf_clear(&out);
    check_text("\u00a0\xc2\x85，\ufffe\U0001fffe\ufdd0\ufffc\U0001f600",
               "\u00a0\ufffd，\ufffd\ufffd\ufffd\ufffc\U0001f600");
}

static void test_what_turns_the_writing_ends_with_the_text(void **state)
{
    (void)state;
    check_text("“a\u202eb”", "“a\u202eb”\u202c");
    check_text("\u2069\u202e", "\ufffd\u202e\u202c");
    check_text("\u2067<\u2069", "\u2067&lt;\u2069");
    check_attribute("\u2067\"", "\u2067&quot;\u2069");
}

static void test_kinds_of_elements(void **state)
{
    (void)state;
    assert_true(html_is_void(STR("br")));
    assert_true(html_is_void(STR("META")));
    assert_false(html_is_void(STR("b")));
    assert_false(html_is_void(STR("")));
    assert_true(html_is_raw(STR("Script")));
    assert_false(html_is_raw(STR("title")));
    assert_true(html_drops_newline(STR("pre")));
    assert_false(html_drops_newline(STR("p")));
}

static void test_kinds_of_attributes(void **state)
{
    static const struct {
        const char *element, *name;
        enum html_attribute_kind kind;
    } cases[] = {
        {"p", "class", HTML_PLAIN},
        {"p", "title", HTML_PLAIN},
        {"p", "hidden", HTML_BOOLEAN},
        {"input", "CHECKED", HTML_BOOLEAN},
        {"p", "aria-label", HTML_KEYWORD},
        {"a", "href", HTML_URL},
        {"A", "HREF", HTML_URL},
        {"img", "srcset", HTML_SRCSET},
        {"a", "ping", HTML_URLS},
        {"p", "onclick", HTML_REFUSED},
        {"p", "OnX", HTML_REFUSED},
        {"p", "style", HTML_REFUSED},
        {"iframe", "srcdoc", HTML_REFUSED},
        {"set", "to", HTML_REFUSED},
        {"p", "to", HTML_PLAIN},
        {"meta", "http-equiv", HTML_REFUSED},
        {"p", "o", HTML_PLAIN},
        {"div", "data-href", HTML_PLAIN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(html_attribute_kind(str_of(cases[i].element), str_of(cases[i].name)),
                         cases[i].kind);
}

static void test_safe_addresses(void **state)
{
    static const char *const safe[] = {
        "",           "a.html",     "../a/b.html#c", "?q=a:b",   "#a:b",
        "/a:b",       "a/b:c",      "//example.org", "http://x", "HTTPS://x",
        "mailto:a@b", " https://x", "岚县:a",        "1a:b",     ":a",
        "ht\ntp://x"};
    (void)state;
    for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
        assert_true(html_urls_safe(HTML_URL, str_of(safe[i])));
}

static void test_unsafe_addresses(void **state)
{
    static const char *const unsafe[] = {"javascript:x",
                                         "JAVASCRIPT:x",
                                         " javascript:x",
                                         "\x01\x1f javascript:x",
                                         "java\tscript:x",
                                         "javascript\n:x",
                                         "data:text/html,x",
                                         "vbscript:x",
                                         "file:///x",
                                         "blob:x",
                                         "ftp://x",
                                         "tel:1",
                                         "httpss:x",
                                         "http+x:y",
                                         "mailtoo:x",
                                         "averylongscheme:x",
                                         "x-a.b+c:y",
                                         "about:blank",
                                         "view-source:http://x"};
    (void)state;
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
        assert_false(html_urls_safe(HTML_URL, str_of(unsafe[i])));
    assert_false(html_urls_safe(HTML_URL, STR("\0javascript:x")));
}

static void test_lists_of_addresses(void **state)
{
    (void)state;
    assert_true(html_urls_safe(HTML_SRCSET, STR("a.png 1x, https://x/b.png 2x")));
    assert_false(html_urls_safe(HTML_SRCSET, STR("a.png 1x,javascript:x 2x")));
    assert_false(html_urls_safe(HTML_SRCSET, STR("a.png 1x, data:image/png;base64,AA")));
    assert_true(html_urls_safe(HTML_URLS, STR("a b\tc")));
    assert_false(html_urls_safe(HTML_URLS, STR("a\njavascript:x")));
    assert_true(html_urls_safe(HTML_PLAIN, STR("javascript:x")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_escaped),
        cmocka_unit_test(test_attributes_escape_quotes_too),
        cmocka_unit_test(test_controls_become_replacement_characters),
        cmocka_unit_test(test_what_turns_the_writing_ends_with_the_text),
        cmocka_unit_test(test_kinds_of_elements),
        cmocka_unit_test(test_kinds_of_attributes),
        cmocka_unit_test(test_safe_addresses),
        cmocka_unit_test(test_unsafe_addresses),
        cmocka_unit_test(test_lists_of_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
