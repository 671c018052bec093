/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/record.h"
#include "archive/sample.h"

static void test_story(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct sample sample;
    struct buf out = {0};
    sample_init(&keep, &sample);
    record_text(&out, &sample.full);
    assert_str(buf_view(&out), "== story a-3fa91c ==\n"
                               "引题\n"
                               "田里“忙”起来\n"
                               "——副题\n"
                               "date: 2023-10-17 (text)\n"
                               "by: 祁子荣 (author)\n"
                               "counties: 岚县 141127\n"
                               "regions: 山西省 140000\n"
                               "topics: 农业\n"
                               "cut: the end is missing\n"
                               "\n"
                               "　　岚县的农业。\t\"引\"\n"
                               "\n");
    buf_clear(&out);
    arena_clear(&keep);
}

static void test_derived_headline_and_unknown_date(void **state)
{
    (void)state;
    struct page page = {0};
    struct story story = {.page = &page, .headline = STR("首句"), .headline_derived = true};
    struct buf out = {0};
    record_text(&out, &story);
    assert_str(buf_view(&out), "== story ==\n〔首句〕\ndate: unknown\n\n");
    buf_clear(&out);
}

static void test_residue_is_marked_line_by_line(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct sample sample;
    struct buf out = {0};
    sample_init(&keep, &sample);
    sample.bare.blocks.at[0].text = STR("责任编辑\n甲");
    record_text(&out, &sample.bare);
    assert_str(buf_view(&out), "== residue ==\n| 责任编辑\n| 甲\n\n");
    buf_clear(&out);
    arena_clear(&keep);
}

static void test_text_cannot_control_a_terminal(void **state)
{
    (void)state;
    struct page page = {0};
    struct story story = {.page = &page, .headline = STR("a\x1b[2J\u202e\x9f")};
    struct buf out = {0};
    record_text(&out, &story);
    assert_str(buf_view(&out), "== story ==\na\\u001b[2J\\u202e\\x9f\ndate: unknown\n\n");
    buf_clear(&out);
}

static void test_formats_by_name(void **state)
{
    (void)state;
    assert_true(record_format(STR("json")) == record_json);
    assert_true(record_format(STR("markdown")) == record_markdown);
    assert_true(record_format(STR("text")) == record_text);
    assert_true(record_format(STR("xml")) == NULL);
    assert_true(record_format(STR("")) == NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_story),
        cmocka_unit_test(test_derived_headline_and_unknown_date),
        cmocka_unit_test(test_residue_is_marked_line_by_line),
        cmocka_unit_test(test_text_cannot_control_a_terminal),
        cmocka_unit_test(test_formats_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
