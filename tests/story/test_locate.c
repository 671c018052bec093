/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "story/locate.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* Where WORD, which stands in the block's TEXT, stands on the page; what the page has there. */
static struct str located(const char *page_text, const char *text, struct spans spans,
                          const char *word)
{
    struct page page = {.text = str_of(page_text)};
    struct block block = {.text = str_of(text), .spans = spans};
    size_t from = str_find(block.text, str_of(word), 0);
    assert_true(from != SIZE_MAX);
    struct locator locator = locator_of(&page, &block);
    struct span span = locator_find(&locator, from, from + strlen(word));
    return str_dup(&keep, page_slice(&page, span));
}

static struct spans spans_of(const char *page_text, const char *const *pieces, size_t len)
{
    struct spans spans = {0};
    for (size_t i = 0; i < len; i++) {
        size_t at = str_find(str_of(page_text), str_of(pieces[i]), 0);
        assert_true(at != SIZE_MAX);
        vec_push(&keep, &spans, (struct span){(uint32_t)at, (uint32_t)(at + strlen(pieces[i]))});
    }
    return spans;
}

#define SPANS(page, ...)                                 \
    spans_of((page), (const char *const[]){__VA_ARGS__}, \
             sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void test_plain_and_wrapped(void **state)
{
    (void)state;
    const char *page = "　　今年以来，该县大\n\n力发展产业。";
    const char *text = "今年以来，该县大力发展产业。";
    struct spans spans = SPANS(page, "　　今年以来，该县大", "力发展产业。");
    assert_str(located(page, text, spans, "该县"), "该县");
    assert_str(located(page, text, spans, "大力"), "大\n\n力");
    assert_str(located(page, text, spans, "产业"), "产业");
}

static void test_justified(void **state)
{
    (void)state;
    const char *page = "全 县 8 个 乡 镇";
    assert_str(located(page, "全县8个乡镇", SPANS(page, page), "8个"), "8 个");
}

static void test_doubled(void **state)
{
    (void)state;
    const char *letters = "春春耕耕正正忙忙";
    assert_str(located(letters, "春耕正忙", SPANS(letters, letters), "耕正"), "耕耕正");
    const char *phrase = "春耕正忙春耕正忙";
    assert_str(located(phrase, "春耕正忙", SPANS(phrase, phrase), "正忙"), "正忙");
}

/* The UTF-8 of 丰 and 业 begins with the same two bytes. */
static void test_letters_that_begin_alike(void **state)
{
    (void)state;
    const char *page = "县丰业局在县城办公";
    assert_str(located(page, "县业局在县城办公", SPANS(page, page), "县城"), "县城");
}

static void test_the_first_of_two_places(void **state)
{
    (void)state;
    const char *page = "忙于春\n别的话\n耕生产";
    const char *text = "忙于春耕生产";
    struct spans spans = SPANS(page, "忙于春", "耕生产");
    assert_str(located(page, text, spans, "春耕"), "春");
    assert_str(located(page, text, spans, "耕生"), "耕生");
    const char *back = "耕生产\n忙于春";
    assert_str(located(back, text, SPANS(back, "忙于春", "耕生产"), "春耕"), "春");
}

static void test_one_after_the_other(void **state)
{
    (void)state;
    struct page page = {.text = STR("一县 \n二县三\n县")};
    struct block block = {.text = STR("一县二县三县")};
    vec_push(&keep, &block.spans, (struct span){0, (uint32_t)page.text.len});
    struct locator locator = locator_of(&page, &block);
    assert_str(page_slice(&page, locator_find(&locator, 0, 6)), "一县");
    assert_str(page_slice(&page, locator_find(&locator, 6, 9)), "二");
    assert_str(page_slice(&page, locator_find(&locator, 12, 18)), "三\n县");
    assert_str(page_slice(&page, locator_find(&locator, 18, 18)), "");
}

static void test_words_with_their_place(void **state)
{
    (void)state;
    struct page page = {.text = STR("前文\n一县 \n二县")};
    struct block block = {.text = STR("一县二县")};
    vec_push(&keep, &block.spans, (struct span){7, (uint32_t)page.text.len});
    struct evidence one = block_evidence(&page, &block, 0, 6);
    struct evidence over = block_evidence(&page, &block, 3, 9);
    assert_str(one.text, "一县");
    assert_str(page_slice(&page, one.span), "一县");
    assert_str(over.text, "县二");
    assert_str(page_slice(&page, over.span), "县 \n二");
    assert_false(one.dateline);
}

static void test_nothing(void **state)
{
    (void)state;
    struct page page = {.text = STR("甲 乙")};
    struct block block = {.text = STR("甲 乙")};
    vec_push(&keep, &block.spans, (struct span){0, 7});
    struct locator locator = locator_of(&page, &block);
    struct span blank = locator_find(&locator, 3, 4);
    assert_int_equal(blank.start, blank.end);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_and_wrapped),
        cmocka_unit_test(test_justified),
        cmocka_unit_test(test_doubled),
        cmocka_unit_test(test_letters_that_begin_alike),
        cmocka_unit_test(test_the_first_of_two_places),
        cmocka_unit_test(test_one_after_the_other),
        cmocka_unit_test(test_words_with_their_place),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
