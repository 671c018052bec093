/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/editorial/url.h"

static void test_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum url_kind kind;
    } cases[] = {
        {"", URL_HERE},
        {"#signs", URL_HERE},
        {"a.html", URL_RELATIVE},
        {"../a/b.html#x", URL_RELATIVE},
        {"?q=1", URL_RELATIVE},
        {"a/b:c.html", URL_RELATIVE},
        {"./a:b.html", URL_RELATIVE},
        {"a?b:c", URL_RELATIVE},
        {"/a.html", URL_ROOTED},
        {"//example.org/a.html", URL_ROOTED},
        {"\\\\example.org", URL_ROOTED},
        {"http://example.org", URL_WEB},
        {" HTTPS://example.org", URL_WEB},
        {"mailto:a@example.org", URL_MAIL},
        {"javascript:alert(1)", URL_OTHER},
        {"\n JavaScript:alert(1)", URL_OTHER},
        {"java\nscript:alert(1)", URL_OTHER},
        {"data:text/html,x", URL_OTHER},
        {"file:///etc/passwd", URL_OTHER},
        {"a:b.html", URL_OTHER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(url_parse(str_of(cases[i].text)).kind, cases[i].kind);
}

static void test_parts(void **state)
{
    (void)state;
    struct url url = url_parse(STR(" a/b.html?x=#y#z "));
    assert_str(url.path, "a/b.html");
    assert_str(url.fragment, "y#z");
    url = url_parse(STR("#top"));
    assert_str(url.path, "");
    assert_str(url.fragment, "top");
    url = url_parse(STR("a.html"));
    assert_str(url.path, "a.html");
    assert_str(url.fragment, "");
    url = url_parse(STR("http://example.org/a#b"));
    assert_str(url.path, "");
}

static void test_decode(void **state)
{
    (void)state;
    struct arena keep = {0};
    assert_str(url_decode(&keep, STR("%E5%85%B3%e4%ba%8e.md")), "关于.md");
    assert_str(url_decode(&keep, STR("100%")), "100%");
    assert_str(url_decode(&keep, STR("%4")), "%4");
    assert_str(url_decode(&keep, STR("%g0%41")), "%g0A");
    assert_str(url_decode(&keep, STR_NONE), "");
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_decode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
