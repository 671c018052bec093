/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/record.h"
#include "archive/sample.h"

#include <cmark.h>
#include <stdlib.h>

struct fixture {
    struct arena keep;
    struct sample sample;
    struct buf out;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    sample_init(&f->keep, &f->sample);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    buf_clear(&f->out);
    arena_clear(&f->keep);
    free(f);
    return 0;
}

/* The Markdown after the front matter, which ends in the second "---" line. */
static struct str body_of(struct fixture *f)
{
    struct str all = buf_view(&f->out);
    size_t end = str_find(all, STR("\n---\n"), 0);
    assert_true(str_starts(all, STR("---\n")));
    assert_int_not_equal(end, SIZE_MAX);
    return str_slice(all, end + 5, all.len);
}

/* What the Markdown after the front matter says, as any reader of CommonMark takes it. */
static void assert_body(struct fixture *f, const char *html)
{
    struct str body = body_of(f);
    char *read = cmark_markdown_to_html(body.ptr, body.len, CMARK_OPT_DEFAULT);
    assert_string_equal(read, html);
    free(read);
}

static void only_block(struct fixture *f, enum role role, struct str text)
{
    f->sample.full.blocks.len = 1;
    f->sample.full.blocks.at[0].role = role;
    f->sample.full.blocks.at[0].text = text;
}

static void test_whole_record(void **state)
{
    struct fixture *f = *state;
    record_markdown(&f->out, &f->sample.full);
    assert_str(buf_view(&f->out), "---\n"
                                  "title: '田里“忙”起来'\n"
                                  "kicker: '引题'\n"
                                  "subtitle: '——副题'\n"
                                  "id: 'a-3fa91c'\n"
                                  "kind: story\n"
                                  "date: 2023-10-17\n"
                                  "date_basis: text\n"
                                  "bylines:\n"
                                  "- {name: '祁子荣', role: author}\n"
                                  "counties: ['岚县']\n"
                                  "county_codes: ['141127']\n"
                                  "regions: ['山西省']\n"
                                  "region_codes: ['140000']\n"
                                  "topics: ['agriculture']\n"
                                  "truncated_end: true\n"
                                  "publication: '县报'\n"
                                  "page: '3'\n"
                                  "rights: '版权归原报'\n"
                                  "source: 'content/a.txt'\n"
                                  "---\n"
                                  "\n"
                                  "岚县的农业。&#9;\"引\"\n"
                                  "\n");
}

static void test_unknown_has_no_key(void **state)
{
    struct fixture *f = *state;
    f->sample.page.facts = (struct page_facts){0};
    record_markdown(&f->out, &f->sample.bare);
    assert_str(buf_view(&f->out), "---\nkind: residue\nsource: 'content/a.txt'\n---\n"
                                  "\n``` text\n责任编辑\n```\n\n");
}

static void test_month_is_no_date(void **state)
{
    struct fixture *f = *state;
    f->sample.full.date.precision = PRECISION_MONTH;
    record_markdown(&f->out, &f->sample.full);
    assert_true(str_has(buf_view(&f->out), STR("\nmonth: '2023-10'\n")));
    assert_false(str_has(buf_view(&f->out), STR("\ndate:")));
}

static void test_strings_cannot_become_yaml(void **state)
{
    struct fixture *f = *state;
    f->sample.full.headline = STR("a: 'b'\n---\nid: c\x07");
    f->sample.full.kicker = STR("no");
    record_markdown(&f->out, &f->sample.full);
    assert_true(str_starts(buf_view(&f->out),
                           STR("---\ntitle: \"a: 'b'\\n---\\nid: c\\a\"\nkicker: 'no'\n")));
}

static void test_text_cannot_become_markup(void **state)
{
    struct fixture *f = *state;
    only_block(f, ROLE_PARAGRAPH,
               STR("# 一 <b>*二*</b> [三](x) `四` &amp; 1. _五_\n- 六\n> 七\n===\n---\n    八\n2. "
                   "九\n+ 十\n~~~\n* a\\\n![b](c)\n1) d\n<!-- e"));
    record_markdown(&f->out, &f->sample.full);
    assert_body(
        f, "<p># 一 &lt;b&gt;*二*&lt;/b&gt; [三](x) `四` &amp;amp; 1. _五_\n"
           "- 六\n&gt; 七\n===\n---\n八\n2. 九\n+ 十\n~~~\n* a\\\n![b](c)\n1) d\n&lt;!-- e</p>\n");
}

static void test_subheads_and_what_is_not_running_text(void **state)
{
    struct fixture *f = *state;
    only_block(f, ROLE_SUBHEAD, STR("1. 小标题 #"));
    record_markdown(&f->out, &f->sample.full);
    assert_body(f, "<h2>1. 小标题 #</h2>\n");
    buf_reset(&f->out);
    only_block(f, ROLE_CREDIT, STR("（记者 甲*摄）"));
    record_markdown(&f->out, &f->sample.full);
    assert_body(f, "<p><em>（记者 甲*摄）</em></p>\n");
}

static void test_residue_is_verbatim(void **state)
{
    struct fixture *f = *state;
    f->sample.bare.blocks.at[0].text = STR("```\n  <b> # \\ 12\0");
    record_markdown(&f->out, &f->sample.bare);
    assert_body(f, "<pre><code class=\"language-text\">```\n  &lt;b&gt; # \\ 12\ufffd\n"
                   "</code></pre>\n");
}

int main(void)
{
#define RECORD_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        RECORD_TEST(test_whole_record),
        RECORD_TEST(test_unknown_has_no_key),
        RECORD_TEST(test_month_is_no_date),
        RECORD_TEST(test_strings_cannot_become_yaml),
        RECORD_TEST(test_text_cannot_become_markup),
        RECORD_TEST(test_subheads_and_what_is_not_running_text),
        RECORD_TEST(test_residue_is_verbatim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
