/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/front_matter.h"

/* What each test works on. */
struct fixture {
    struct arena keep;
    struct page page;
};

static int setup(void **state)
{
    struct fixture *f = test_calloc(1, sizeof *f);
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

static struct page *read_text(struct fixture *f, struct str text)
{
    f->page = (struct page){.path = STR("x.txt"), .encoding = "UTF-8", .diags.keep = &f->keep};
    f->page.text = text;
    page_front_matter(&f->keep, &f->page);
    return &f->page;
}

/* That there is one finding, and what it prints. */
static void assert_told(const struct page *page, const char *line)
{
    struct buf out = {0};
    assert_int_equal(page->diags.len, 1);
    diag_print(&out, &page->diags.at[0]);
    assert_str(buf_view(&out), line);
    buf_clear(&out);
}

static void test_every_key(void **state)
{
    struct page *page = read_text(*state, STR("---\n"
                                              "publication: 吕梁日报\n"
                                              "date: 2023-10-17\n"
                                              "page: 03\n"
                                              "page_name: 综合新闻\n"
                                              "encoding: utf8\n"
                                              "rights: 吕梁日报社\n"
                                              "place: 141100\n"
                                              "id: corrected-1\n"
                                              "---\n"
                                              "正文\n"));
    assert_int_equal(page->diags.len, 0);
    assert_int_equal(page->front.start, 0);
    assert_str(str_slice(page->text, page->front.end, page->text.len), "正文\n");
    assert_str(page->facts.publication, "吕梁日报");
    assert_int_equal(page->facts.date.year, 2023);
    assert_int_equal(page->facts.date.month, 10);
    assert_int_equal(page->facts.date.day, 17);
    assert_int_equal(page->facts.date_basis, BASIS_FRONT_MATTER);
    assert_str(page->facts.number, "3");
    assert_str(page->facts.name, "综合新闻");
    assert_str(page->facts.rights, "吕梁日报社");
    assert_str(page->facts.place, "141100");
    assert_str(page->facts.id, "corrected-1");
}

static void test_unclosed(void **state)
{
    struct page *page = read_text(*state, STR("---\ndate: 2023-10-17\n正文\n"));
    assert_told(page, "x.txt:1:1: warning: the line --- that closes the front matter is missing; "
                      "read as part of the page\n");
    assert_int_equal(page->front.end, 0);
    assert_int_equal(page->facts.date.year, 0);
    page = read_text(*state, STR("---\n正文\ndate: 2023-10-17\n"));
    assert_int_equal(page->diags.len, 0);
}

static void test_line_ends_and_blanks(void **state)
{
    struct page *page = read_text(*state, STR("---\r\ndate: 2023\r\n--- \t\r\n正文\r\n"));
    assert_int_equal(page->diags.len, 0);
    assert_int_equal(page->front.end, 24);
    assert_int_equal(page->facts.date.year, 2023);
    assert_int_equal(page->facts.date.month, 0);
    page = read_text(*state, STR("---\rdate: 2023\r---\r正文\r"));
    assert_int_equal(page->front.end, 19);
    assert_int_equal(page->facts.date.year, 2023);
    page = read_text(*state, STR("---\n{}\n---\n正文"));
    assert_int_equal(page->diags.len, 0);
    assert_int_equal(page->front.end, 11);
    assert_int_equal(page->facts.date_basis, BASIS_NONE);
}

static void test_numbers_of_pages(void **state)
{
    static const struct {
        const char *said, *read;
    } cases[] = {{"3", "3"},    {"第3版", "3"},  {"a03", "A3"}, {"A12版", "A12"},
                 {"二版", "2"}, {"第二版", "2"}, {"头版", "1"}, {"3-4", ""},
                 {"版", ""},    {"2023", ""},    {"一二", ""}};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page *page =
            read_text(f, str_format(&f->keep, "---\npage: %s\n---\n正文\n", cases[i].said));
        assert_str(page->facts.number, cases[i].read);
        assert_int_equal(page->diags.len, cases[i].read[0] == '\0');
    }
}

static void test_text_with_dashes_is_no_front_matter(void **state)
{
    static const char *const texts[] = {
        "",
        "---",
        "---\n正文\n",
        "---\n正文\n---\n",
        "---\n- a\n- b\n---\n",
        "---\n---\n",
        "----\ndate: 2023\n----\n",
        " ---\ndate: 2023\n---\n",
        "\n---\ndate: 2023\n---\n",
        "--- 综合 ---\ndate: 2023\n---\n",
        "---\n记者: 'x\n---\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct page *page = read_text(*state, str_of(texts[i]));
        assert_int_equal(page->front.end, 0);
        assert_int_equal(page->diags.len, 0);
        assert_int_equal(page->facts.date.year, 0);
    }
}

static void test_what_was_meant_as_front_matter_is_told(void **state)
{
    struct page *page = read_text(*state, STR("---\ndate: 2023\nrights: 'x\n---\n正文\n"));
    assert_int_equal(page->front.end, 0);
    assert_told(page, "x.txt:3:9: warning: cannot be read as front matter: not well-formed YAML: "
                      "found unexpected "
                      "end of stream while scanning a quoted scalar; read as part of the page\n");
    page = read_text(*state, STR("---\ndate: 2023\ndate: 2024\n---\n正文\n"));
    assert_int_equal(page->front.end, 0);
    assert_int_equal(page->diags.len, 1);
    page = read_text(*state, STR("---\n'date:\ndate:2023'\n---\n正文\n"));
    assert_told(
        page,
        "x.txt:1:1: warning: cannot be read as front matter: not a map of keys and values; read as "
        "part of the page\n");
}

static void test_a_wide_colon_is_told(void **state)
{
    static const struct {
        const char *text, *at;
    } slips[] = {
        {"---\ndate： 2023\n---\n正文\n", "2:5"},
        {"---\ndate： 2023\npage： 3\n---\n正文\n", "2:5"},
        {"---\npage: 3\ndate： 2023\n---\n正文\n", "3:5"},
        {"---\ndate： 2023\npage: 3\nrights: x\n---\n正文\n", "2:5"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct page *page = read_text(f, str_of(slips[i].text));
        assert_int_equal(page->front.end, 0);
        assert_told(page,
                    str_format(&f->keep,
                               "x.txt:%s: warning: cannot be read as front matter: a full-width "
                               "colon ： stands where YAML wants ': '; read as part of the page\n",
                               slips[i].at)
                        .ptr);
    }
    struct page *page = read_text(f, STR("---\n版面： 3\n---\n正文\n"));
    assert_int_equal(page->diags.len, 0);
    page = read_text(f, STR("---\ndate: 2023\npage_name: 要闻： 县里\n---\n正文\n"));
    assert_str(page->facts.name, "要闻： 县里");
    assert_int_equal(page->diags.len, 0);
}

static void test_far_end_is_no_end(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    buf_str(&text, STR("---\ndate: 2023\n"));
    while (text.len < FRONT_MATTER_MAX_BYTES)
        buf_str(&text, STR("# 注\n"));
    buf_str(&text, STR("---\n正文\n"));
    assert_int_equal(read_text(f, buf_view(&text))->front.end, 0);
    buf_clear(&text);
}

static void test_bad_values_are_unknown(void **state)
{
    static const struct {
        const char *line, *told;
    } cases[] = {
        {"date: 2023-02-30", "7: warning: date: expected a date such as 2023-10-17, 2023-10 or "
                             "2023, not '2023-02-30'; taken as unknown"},
        {"date: 17/10/2023", "7: warning: date: expected a date such as 2023-10-17, 2023-10 or "
                             "2023, not '17/10/2023'; taken as unknown"},
        {"date: [2023]", "7: warning: date: expected a date such as 2023-10-17, 2023-10 or 2023, "
                         "not a list; taken as unknown"},
        {"place: 岚县",
         "8: warning: place: expected a code of six digits such as 141127, not '岚县'; taken as "
         "unknown"},
        {"place: 14112", "8: warning: place: expected a code of six digits such as 141127, not "
                         "'14112'; taken as unknown"},
        {"id: ../x", "5: warning: id: expected at most 80 letters a-z, digits and '-', not "
                     "'../x'; taken as unknown"},
        {"id: ''", "5: warning: id: expected at most 80 letters a-z, digits and '-', not ''; "
                   "taken as unknown"},
        {"encoding: latin1", "11: warning: encoding: expected UTF-8, UTF-16, GB18030 (GBK, "
                             "GB2312), Big5 or Big5-HKSCS, not 'latin1'; taken as unknown"},
        {"publicaton: 报", "1: warning: unknown key 'publicaton': did you mean 'publication'?; "
                           "ignored"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_format(&f->keep, "---\nrights: r\n%s\n---\n正文\n", cases[i].line);
        struct page *page = read_text(f, text);
        struct str line = str_format(&f->keep, "x.txt:3:%s\n", cases[i].told);
        assert_told(page, line.ptr);
        assert_int_not_equal(page->front.end, 0);
        assert_str(page->facts.rights, "r");
        assert_int_equal(page->facts.date_basis, BASIS_NONE);
        assert_str(page->facts.place, "");
        assert_str(page->facts.id, "");
    }
}

static void test_encoding_against_bytes(void **state)
{
    struct page *page = read_text(*state, STR("---\nencoding: gbk\n---\n正文\n"));
    assert_told(page, "x.txt:1:1: warning: encoding: the front matter says gbk, the bytes are "
                      "UTF-8; the bytes were believed\n");
}

static void test_nothing_but_front_matter(void **state)
{
    struct page *page = read_text(*state, STR("---\ndate: 2023\n---\n \n"));
    assert_told(page, "x.txt: warning: holds nothing but front matter; no stories in it\n");
}

static void test_encoding_of_raw_bytes(void **state)
{
    (void)state;
    assert_str(front_matter_encoding(STR("---\nencoding: gbk\n---\n")), "gbk");
    assert_str(front_matter_encoding(STR("---\r\na: \xce\xd2\r\nencoding: 'gbk' # x\r\n---\r\n")),
               "gbk");
    assert_str(front_matter_encoding(STR("---\nencoding: \"gbk\"\n---")), "gbk");
    assert_str(front_matter_encoding(STR("---\nencoding:\n---\n")), "");
    assert_str(front_matter_encoding(STR("---\nencoding: '\n---\n")), "'");
    assert_str(front_matter_encoding(STR("---\nencodings: gbk\n---\n")), "");
    assert_str(front_matter_encoding(STR("encoding: gbk\n")), "");
    assert_str(front_matter_encoding(STR("---\nencoding: gbk\n")), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_every_key),
        TEST(test_unclosed),
        TEST(test_line_ends_and_blanks),
        TEST(test_numbers_of_pages),
        TEST(test_text_with_dashes_is_no_front_matter),
        TEST(test_what_was_meant_as_front_matter_is_told),
        TEST(test_a_wide_colon_is_told),
        TEST(test_far_end_is_no_end),
        TEST(test_bad_values_are_unknown),
        TEST(test_encoding_against_bytes),
        TEST(test_nothing_but_front_matter),
        TEST(test_encoding_of_raw_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
