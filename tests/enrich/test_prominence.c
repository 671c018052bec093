/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/prominence.h"
#include "enrich/story_of.h"

static void test_heads_and_the_first_paragraph_count_more(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct scene scene = SCENE(&keep, {ROLE_HEADLINE, "标题"}, {ROLE_BYLINE, "□ 王刚"},
                               {ROLE_PARAGRAPH, "导语"}, {ROLE_PARAGRAPH, "正文"});
    const struct story *story = &scene.stories.at[0];
    double headline = block_prominence(story, &story->blocks.at[0]);
    double byline = block_prominence(story, &story->blocks.at[1]);
    double first = block_prominence(story, &story->blocks.at[2]);
    double second = block_prominence(story, &story->blocks.at[3]);
    assert_true(headline > first);
    assert_true(first > second);
    assert_true(second > 0);
    assert_true(byline <= 0);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads_and_the_first_paragraph_count_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
