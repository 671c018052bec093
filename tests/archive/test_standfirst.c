/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/standfirst.h"
#include "base/utf8.h"

static void test_paragraphs_in_their_order(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct story story = {0};
    vec_push(&keep, &story.blocks, (struct block){.role = ROLE_HEADLINE, .text = STR("题")});
    vec_push(&keep, &story.blocks, (struct block){.role = ROLE_PARAGRAPH, .text = STR("一二三")});
    vec_push(&keep, &story.blocks, (struct block){.role = ROLE_SUBHEAD, .text = STR("小题")});
    vec_push(&keep, &story.blocks, (struct block){.role = ROLE_CAPTION, .text = STR("四五六")});
    assert_str(story_standfirst(&keep, &story), "一二三　四五六");
    arena_clear(&keep);
}

static void test_cut_in_characters(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct story story = {0};
    struct buf text = {0};
    for (size_t i = 0; i < STANDFIRST_CHARS; i++)
        utf8_add(&text, U'字');
    vec_push(&keep, &story.blocks, (struct block){.role = ROLE_PARAGRAPH, .text = STR("一")});
    vec_push(&keep, &story.blocks, (struct block){.role = ROLE_PARAGRAPH, .text = buf_view(&text)});
    struct str found = story_standfirst(&keep, &story);
    assert_int_equal(utf8_count(found), STANDFIRST_CHARS);
    assert_true(str_starts(found, STR("一　字")));
    buf_clear(&text);
    arena_clear(&keep);
}

static void test_lines_of_verse_stay_apart(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "塬上的风", "把柿子一盏一盏点亮", "母亲背着手，", "走过九月的地埂。",
        "",         "“苹果红了”",         "像灯笼"};
    struct arena keep = {0};
    struct story story = {0};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        vec_push(&keep, &story.blocks,
                 (struct block){.role = ROLE_PARAGRAPH, .text = str_of(lines[i])});
    assert_str(story_standfirst(&keep, &story),
               "塬上的风　把柿子一盏一盏点亮　母亲背着手，走过九月的地埂。“苹果红了”像灯笼");
    arena_clear(&keep);
}

static void test_begins_with_the_matter(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct story story = {0};
    vec_push(
        &keep, &story.blocks,
        (struct block){.role = ROLE_PARAGRAPH, .text = STR("本报讯（记者 张晶）近日，县里忙。")});
    vec_push(&keep, &story.bylines,
             (struct byline){.name = STR("张晶"), .line = STR("（记者 张晶）")});
    assert_str(story_standfirst(&keep, &story), "近日，县里忙。");
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs_in_their_order),
        cmocka_unit_test(test_cut_in_characters),
        cmocka_unit_test(test_lines_of_verse_stay_apart),
        cmocka_unit_test(test_begins_with_the_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
