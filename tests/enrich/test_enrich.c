/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/reference.h"
#include "enrich/story_of.h"

static void test_every_fact_is_found(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct reference reference = reference_builtin(&keep);
    struct scene scene =
        SCENE(&keep, {ROLE_HEADLINE, "会昌县脐橙喜获丰收"}, {ROLE_BYLINE, "□ 本报记者 王刚"},
              {ROLE_PARAGRAPH, "2023年11月3日，果农忙着采摘。"});
    enrich_stories(&keep, scene.page, &scene.stories, &reference, NULL);
    const struct story *story = &scene.stories.at[0];
    assert_int_equal(story->counties.len, 1);
    assert_str(story->counties.at[0].county->code, "360733");
    assert_str(story->bylines.at[0].name, "王刚");
    assert_str(story->topics.at[0].topic->id, "agriculture");
    assert_int_equal(story->date.precision, PRECISION_DAY);
    arena_clear(&keep);
}

static const struct evidence *first_word(const struct scene *scene)
{
    return &scene->stories.at[0].topics.at[0].evidence.at[0];
}

/* What was found of a page in Traditional characters shows what is printed there. */
static void test_traditional_characters_are_read_in_simplified_ones(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct reference reference = reference_builtin(&keep);
    struct scene scene =
        SCENE(&keep, {ROLE_PARAGRAPH, "1996年2月19日（農曆正月初一），會昌縣的醫院開始義診。"});
    struct str text = scene.stories.at[0].blocks.at[0].text;
    scene.page->traditional = true;
    scene.page->facts.publication = STR("會昌縣報");
    enrich_stories(&keep, scene.page, &scene.stories, &reference, NULL);
    const struct story *story = &scene.stories.at[0];
    assert_int_equal(story->counties.len, 1);
    assert_str(story->counties.at[0].evidence.at[0].text, "會昌縣");
    assert_str(story->topics.at[0].topic->id, "health");
    assert_str(first_word(&scene)->text, "義診");
    struct span span = first_word(&scene)->span;
    assert_str(str_slice(scene.page->text, span.start, span.end), "義診");
    assert_ptr_equal(story->blocks.at[0].text.ptr, text.ptr);
    assert_str(scene.page->facts.publication, "會昌縣報");
    arena_clear(&keep);
}

/* A name that several counties bear, and nothing settles which, too is shown as it is printed. */
static void test_open_names_keep_their_characters(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct reference reference = reference_builtin(&keep);
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "鼓樓區的醫院開始義診。"});
    struct scene plain = SCENE(&keep, {ROLE_PARAGRAPH, "鼓楼区的医院开始义诊。"});
    scene.page->traditional = true;
    enrich_stories(&keep, scene.page, &scene.stories, &reference, NULL);
    enrich_stories(&keep, plain.page, &plain.stories, &reference, NULL);
    assert_int_equal(scene.stories.at[0].open.len, 1);
    assert_str(scene.stories.at[0].open.at[0].evidence.text, "鼓樓區");
    assert_int_equal(plain.stories.at[0].open.len, 1);
    assert_str(plain.stories.at[0].open.at[0].evidence.text, "鼓楼区");
    arena_clear(&keep);
}

/* A few such characters on a page in Simplified ones are somebody's name, or a sign. */
static void test_traditional_characters_elsewhere_stay_unread(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct reference reference = reference_builtin(&keep);
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "他抬头看见“會昌縣義診”五个字。"});
    enrich_stories(&keep, scene.page, &scene.stories, &reference, NULL);
    assert_int_equal(scene.stories.at[0].topics.len, 0);
    arena_clear(&keep);
}

static void test_residue_gets_none(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct reference reference = reference_builtin(&keep);
    struct scene scene = SCENE(&keep, {ROLE_FURNITURE, "会昌县气象台 天气预报 编辑：王刚"});
    enrich_stories(&keep, scene.page, &scene.stories, &reference, NULL);
    const struct story *residue = &scene.stories.at[0];
    assert_int_equal(residue->counties.len + residue->topics.len + residue->bylines.len, 0);
    assert_int_equal(residue->date.precision, PRECISION_NONE);
    arena_clear(&keep);
}

static void test_nothing_comes_of_nothing(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct reference reference = reference_builtin(&keep);
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, ""});
    struct stories none = {0};
    enrich_stories(&keep, scene.page, &scene.stories, &reference, NULL);
    enrich_stories(&keep, scene.page, &none, &reference, NULL);
    assert_int_equal(scene.page->diags.len, 0);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_fact_is_found),
        cmocka_unit_test(test_traditional_characters_are_read_in_simplified_ones),
        cmocka_unit_test(test_open_names_keep_their_characters),
        cmocka_unit_test(test_traditional_characters_elsewhere_stay_unread),
        cmocka_unit_test(test_residue_gets_none),
        cmocka_unit_test(test_nothing_comes_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
