/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/made_site.h"
#include "site/view/evidence.h"

static struct made_site m;

static int teardown(void **state)
{
    (void)state;
    made_clear(&m);
    return 0;
}

static struct quote quote_of(const char *words)
{
    struct evidence evidence = made_evidence(&m, words);
    return evidence_quote(&m.stories.at[0], &evidence);
}

static void a_quote_is_the_clause_around_the_words(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"先说一句。今年，岚县种了田；另说", 1, ROLE_PARAGRAPH, 0});
    struct quote quote = quote_of("岚县");
    assert_str(quote.before, "");
    assert_str(quote.hit, "岚县");
    assert_str(quote.after, "种了田");
    assert_false(quote.cut_before || quote.cut_after);
    assert_int_equal(quote.line, 1);
}

static void a_quote_does_not_begin_with_the_mark_that_closes_another(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"他说：“还比往年高。”岚县的人（岚县人）听着", 1, ROLE_PARAGRAPH, 0});
    struct quote quote = quote_of("岚县的");
    assert_str(quote.before, "");
    quote = quote_of("县人");
    assert_str(quote.before, "岚县的人（岚");
}

static void a_long_clause_is_cut(void **state)
{
    (void)state;
    MADE_BEGIN(
        &m, {"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十岚县一二三四五六七八九十"
             "一二三四五六七八九十一二三四五六七八九十",
             1, ROLE_PARAGRAPH, 0});
    struct quote quote = quote_of("岚县");
    assert_int_equal(utf8_count(quote.before), 24);
    assert_int_equal(utf8_count(quote.after), 24);
    assert_true(quote.cut_before && quote.cut_after);
}

static void words_are_found_where_the_layout_was_undone(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"岚 县 的 事 ， 岚 县 人 说", 1, ROLE_PARAGRAPH, 0});
    m.stories.at[0].blocks.at[0].text = STR("岚县的事，岚县人说");
    uint32_t second = (uint32_t)str_find(m.page->text, STR("岚 县 人"), 0);
    struct evidence evidence = {.text = STR("岚县"), .span = {second, second + 7}};
    struct quote quote = evidence_quote(&m.stories.at[0], &evidence);
    assert_str(quote.before, "");
    assert_str(quote.after, "人说");
}

static void words_of_doubled_letters_are_found_too(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"种种田田的的岚岚县县人人", 1, ROLE_HEADLINE, 0});
    m.stories.at[0].blocks.at[0].text = STR("种田的岚县人");
    uint32_t at = (uint32_t)str_find(m.page->text, STR("岚岚"), 0);
    struct evidence evidence = {.text = STR("岚县"), .span = {at, at + 12}};
    struct quote quote = evidence_quote(&m.stories.at[0], &evidence);
    assert_str(quote.before, "种田的");
    assert_str(quote.hit, "岚县");
    assert_int_equal(evidence_role(&m.stories.at[0], &evidence), ROLE_HEADLINE);
}

static void what_stands_nowhere_has_no_line(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"文", 1, ROLE_PARAGRAPH, 0});
    struct evidence evidence = {.text = STR("岚县"), .span = {0, 0}};
    struct quote quote = evidence_quote(&m.stories.at[0], &evidence);
    assert_str(quote.hit, "岚县");
    assert_int_equal(quote.line, 0);
    assert_int_equal(evidence_role(&m.stories.at[0], &evidence), ROLE_COUNT);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_quote_is_the_clause_around_the_words),
        TEST(a_quote_does_not_begin_with_the_mark_that_closes_another),
        TEST(a_long_clause_is_cut),
        TEST(words_are_found_where_the_layout_was_undone),
        TEST(words_of_doubled_letters_are_found_too),
        TEST(what_stands_nowhere_has_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
