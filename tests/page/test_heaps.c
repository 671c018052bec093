/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/heaps.h"

#define TEXT "河水退去以后，乡亲们在河滩上种下了第一茬油菜。"

static void push(struct arena *keep, struct blocks *blocks, enum role role, const char *text)
{
    struct block block = {.role = role, .text = str_of(text), .column = 14};
    struct str rest = block.text;
    for (uint32_t at = 0; rest.len; at++) {
        str_cut(&rest, '\n');
        vec_push(keep, &block.spans, (struct span){at, at + 1});
    }
    vec_push(keep, blocks, block);
}

/* How many headlines lines above a block with role BELOW become. */
static size_t parted(const char *lines, enum role below)
{
    struct arena keep = {0};
    struct page page = {0};
    push(&keep, &page.blocks, ROLE_PARAGRAPH, TEXT);
    push(&keep, &page.blocks, ROLE_PARAGRAPH, lines);
    push(&keep, &page.blocks, below, "水库隐患排查结束");
    for (uint32_t at = 0; at < 4; at++)
        vec_push(&keep, &page.lines, ((struct line){.span = {at, at + 1}, .number = 1 + at}));
    heaps_part(&keep, &page);
    struct blocks blocks = page.blocks;
    size_t headlines = 0;
    for (size_t i = 1; i + 1 < blocks.len; i++)
        if (blocks.at[i].role == ROLE_HEADLINE && blocks.at[i].spans.len == 1)
            assert_int_equal(blocks.at[i].first_line, ++headlines);
    assert_int_equal(blocks.len, headlines ? 2 + headlines : 3);
    arena_clear(&keep);
    return headlines;
}

static void test_lines_in_a_heap_are_headlines(void **state)
{
    (void)state;
    assert_int_equal(parted("东河县排查全部水库隐患\n万亩小麦颗粒归仓", ROLE_HEADLINE), 2);
    assert_int_equal(
        parted("东河县排查全部水库隐患\n万亩小麦颗粒归仓\n渡口来了新船工", ROLE_BYLINE), 3);
}

static void test_texts_are_left_whole(void **state)
{
    (void)state;
    assert_int_equal(parted("东河县排查全部水库隐患\n万亩小麦颗粒归仓", ROLE_PARAGRAPH), 0);
    assert_int_equal(parted("东河县排查全部水库隐患，\n万亩小麦颗粒归仓", ROLE_HEADLINE), 0);
    assert_int_equal(parted("东河县排查了全部水\n库隐患，小麦也归仓", ROLE_HEADLINE), 0);
    assert_int_equal(parted("东河县排查全部水库隐患\n万亩小麦归仓。", ROLE_HEADLINE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_in_a_heap_are_headlines),
        cmocka_unit_test(test_texts_are_left_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
