/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/essay.h"
#include "enrich/story_of.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

#define TEXT "母亲有两只缸，一只腌菜，一只盛水。"

static bool is_essay(const char *byline, const char *text)
{
    struct scene scene = SCENE(&keep, {ROLE_HEADLINE, "母亲的缸"}, {ROLE_BYLINE, byline},
                               {ROLE_PARAGRAPH, text}, {ROLE_PARAGRAPH, TEXT});
    return essay_byline(&scene.stories.at[0]) == &scene.stories.at[0].blocks.at[1];
}

static void a_writer_signs_above_it(void **state)
{
    (void)state;
    assert_true(is_essay("周远山", TEXT));
    assert_true(is_essay("□ 周远山", TEXT));
    assert_true(is_essay("周远山（石桥）", TEXT));
    assert_true(is_essay("文/周远山", TEXT));
}

static void reports_and_letters_are_none(void **state)
{
    (void)state;
    assert_false(is_essay("本报记者 周远山", TEXT));
    assert_false(is_essay("通讯员 周远山", TEXT));
    assert_false(is_essay("文/本报记者 周远山", TEXT));
    assert_false(is_essay("周远山 摄", TEXT));
    assert_false(is_essay("周远山", "本报讯 昨日，石桥镇开镰。"));
    assert_false(is_essay("周远山", "编辑同志："));
    assert_false(is_essay("东河县水务局", TEXT));
    struct scene unsigned_one = SCENE(&keep, {ROLE_PARAGRAPH, TEXT});
    assert_null(essay_byline(&unsigned_one.stories.at[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_writer_signs_above_it),
        cmocka_unit_test(reports_and_letters_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
