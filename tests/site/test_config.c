/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/config.h"

/* What each test works on. */
struct fixture {
    struct arena keep;
    struct diags diags;
    struct config config;
};

static int setup(void **state)
{
    struct fixture *f = test_calloc(1, sizeof *f);
    f->diags.keep = &f->keep;
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

static bool read_yaml(struct fixture *f, const char *yaml)
{
    f->diags.len = 0;
    return config_read(&f->keep, STR("site.yaml"), str_of(yaml), &f->config, &f->diags);
}

/* That there is one finding, and what it prints. */
static void assert_told(const struct fixture *f, const char *line)
{
    struct buf out = {0};
    assert_int_equal(f->diags.len, 1);
    diag_print(&out, &f->diags.at[0]);
    assert_str(buf_view(&out), line);
    buf_clear(&out);
}

static void test_defaults(void **state)
{
    static const char *const texts[] = {"", "# nothing\n", "title:\nper_page: ~\n", "{}"};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(read_yaml(f, texts[i]));
        assert_int_equal(f->diags.len, 0);
        assert_str(f->config.title, "县报文存");
        assert_str(f->config.language, "zh-Hans");
        assert_str(f->config.base_url, "");
        assert_int_equal(f->config.per_page, 50);
        assert_false(f->config.raw_html);
    }
}

static void test_every_key(void **state)
{
    struct fixture *f = *state;
    assert_true(read_yaml(f, "title: 岚县报文存\n"
                             "subtitle: 一县之事\n"
                             "description: 岚县的报道\n"
                             "publisher: 岚县档案馆\n"
                             "contact: archive@example.org\n"
                             "base_url: https://example.org/lan\n"
                             "language: zh-Hans-CN\n"
                             "rights: 版权属原报\n"
                             "data_license: CC BY 4.0\n"
                             "html: raw\n"
                             "per_page: 100\n"));
    assert_int_equal(f->diags.len, 0);
    assert_str(f->config.title, "岚县报文存");
    assert_str(f->config.subtitle, "一县之事");
    assert_str(f->config.description, "岚县的报道");
    assert_str(f->config.publisher, "岚县档案馆");
    assert_str(f->config.contact, "mailto:archive@example.org");
    assert_str(f->config.base_url, "https://example.org/lan/");
    assert_str(f->config.language, "zh-Hans-CN");
    assert_str(f->config.rights, "版权属原报");
    assert_str(f->config.data_license, "CC BY 4.0");
    assert_true(f->config.raw_html);
    assert_int_equal(f->config.per_page, 100);
}

static void test_lines_are_trimmed(void **state)
{
    struct fixture *f = *state;
    assert_true(read_yaml(f, "title: '　岚县 '\nrights: |\n  一行\n"));
    assert_str(f->config.title, "岚县");
    assert_str(f->config.rights, "一行");
}

static void test_base_urls(void **state)
{
    static const struct {
        const char *text, *url;
    } cases[] = {
        {"https://example.org", "https://example.org/"},
        {"https://example.org/", "https://example.org/"},
        {"https://example.org///", "https://example.org/"},
        {"http://localhost:8080/a/b", "http://localhost:8080/a/b/"},
        {"https://xn--fiq228c.cn/%E5%8E%BF/", "https://xn--fiq228c.cn/%E5%8E%BF/"},
        {"", NULL},
        {"/archive/", NULL},
        {"example.org", NULL},
        {"ftp://example.org/", NULL},
        {"javascript:alert(1)", NULL},
        {"https://", NULL},
        {"https:///a", NULL},
        {"https://:80/", NULL},
        {"https://example.org:/", NULL},
        {"https://example.org:8a/", NULL},
        {"https://me@example.org/", NULL},
        {"https://example.org/?q", NULL},
        {"https://example.org/#top", NULL},
        {"https://example.org/a b", NULL},
        {"https://example.org/\"", NULL},
        {"https://县报.cn/", NULL},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str url = STR("unchanged");
        bool ok = base_url_parse(&f->keep, str_of(cases[i].text), &url);
        assert_int_equal(ok, cases[i].url != NULL);
        assert_str(url, ok ? cases[i].url : "unchanged");
    }
}

static void test_contacts(void **state)
{
    struct fixture *f = *state;
    assert_true(read_yaml(f, "contact: mailto:a.b+c@example.org\n"));
    assert_str(f->config.contact, "mailto:a.b+c@example.org");
    assert_true(read_yaml(f, "contact: https://example.org/form?x=1#y\n"));
    assert_str(f->config.contact, "https://example.org/form?x=1#y");
    assert_false(read_yaml(f, "contact: 'javascript:x@y'\n"));
    assert_false(read_yaml(f, "contact: mailto:nobody\n"));
    assert_false(read_yaml(f, "contact: a@b@c\n"));
    assert_false(read_yaml(f, "contact: 0351-1234567\n"));
}

static void test_languages(void **state)
{
    static const char *const good[] = {"en", "zh-Hant-TW", "de-1996", "zh-cmn-Hans-CN"};
    static const char *const bad[] = {
        "z",          "zh-",  "-zh", "zh--Hans",       "zh_Hans",
        "中文",       "1x",   "x1",  "zh-Hanshanshan", "zh-Hanshanshan-CN",
        "chinesisch", "../zh"};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(read_yaml(f, str_format(&f->keep, "title: x\nlanguage: %s\n", good[i]).ptr));
    assert_int_equal(f->config.language_said.line, 2);
    assert_int_equal(f->config.language_said.column, 11);
    assert_true(read_yaml(f, "title: x\n"));
    assert_int_equal(f->config.language_said.line, 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(read_yaml(f, str_format(&f->keep, "language: %s\n", bad[i]).ptr));
}

static void test_bad_values_are_fatal(void **state)
{
    static const struct {
        const char *yaml, *told;
    } cases[] = {
        {"title: ''\n", "1:8: error: title: expected one line of text, not empty, not ''"},
        {"title: \"a\\nb\"\n", "1:8: error: title: expected one line of text, not empty, not "
                               "'a\\u000ab'"},
        {"title: [x]\n", "1:8: error: title: expected one line of text, not empty, not a list"},
        {"per_page: 9\n", "1:11: error: per_page: expected a whole number from 10 to 500, not '9'"},
        {"html: yes\n", "1:7: error: html: expected escape or raw, not 'yes'"},
        {"base_url: example.org\n",
         "1:11: error: base_url: expected an address such as "
         "https://example.org/archive/ (Han characters as %E5…), not 'example.org'"},
        {"- title\n", "1:1: error: expected a map of keys and values, not a list"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str line =
            str_format(&f->keep, "site.yaml:%s; nothing was written\n", cases[i].told);
        assert_false(read_yaml(f, cases[i].yaml));
        assert_told(f, line.ptr);
        assert_int_equal(diags_worst(&f->diags), DIAG_FATAL);
    }
}

static void test_unknown_keys_warn(void **state)
{
    struct fixture *f = *state;
    assert_true(read_yaml(f, "title: x\nbase-url: https://example.org/\n"));
    assert_told(f, "site.yaml:2:1: warning: unknown key 'base-url': did you mean 'base_url'?; "
                   "ignored\n");
}

static void test_the_path_of_a_base_url(void **state)
{
    (void)state;
    assert_str(base_url_path(STR("https://example.org/")), "/");
    assert_str(base_url_path(STR("http://example.org:8080/a/%E5%B2%9A/")), "/a/%E5%B2%9A/");
    assert_str(base_url_path(STR("https://example.org//other.org/")), "/other.org/");
    assert_str(base_url_path(STR_NONE), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_defaults),
        TEST(test_every_key),
        TEST(test_lines_are_trimmed),
        TEST(test_base_urls),
        TEST(test_the_path_of_a_base_url),
        TEST(test_contacts),
        TEST(test_languages),
        TEST(test_bad_values_are_fatal),
        TEST(test_unknown_keys_warn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
