/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "story/parts.h"

static void test_part_of_each_role(void **state)
{
    (void)state;
    static const enum role heads[] = {ROLE_KICKER, ROLE_HEADLINE, ROLE_SUBTITLE, ROLE_BYLINE};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        assert_int_equal(part_of_role(heads[i]), PART_HEAD);
    static const enum role texts[] = {ROLE_DATELINE, ROLE_PARAGRAPH, ROLE_SUBHEAD};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(part_of_role(texts[i]), PART_TEXT);
    assert_int_equal(part_of_role(ROLE_CAPTION), PART_PHOTO);
    assert_int_equal(part_of_role(ROLE_CREDIT), PART_TAIL);
    assert_int_equal(part_of_role(ROLE_NOTICE), PART_TAIL);
    assert_int_equal(part_of_role(ROLE_PLACEHOLDER), PART_RESIDUE);
    assert_int_equal(part_of_role(ROLE_FURNITURE), PART_RESIDUE);
}

static void test_fragment(void **state)
{
    (void)state;
    struct span late[] = {{60, 70}, {20, 30}}, early[] = {{40, 50}};
    struct block blocks[] = {{.role = ROLE_CAPTION, .spans = {late, 2, 2}},
                             {.role = ROLE_CREDIT, .spans = {early, 1, 1}}};
    struct blocks fragment = {blocks, 2, 2};
    assert_int_equal(part_of(&fragment), PART_PHOTO);
    assert_int_equal(fragment_start(&fragment), 20);
    fragment = (struct blocks){blocks + 1, 1, 1};
    assert_int_equal(part_of(&fragment), PART_TAIL);
    assert_int_equal(fragment_start(&fragment), 40);
}

static bool unfinished(enum role role, const char *text)
{
    struct block block = {.role = role, .text = str_of(text)};
    return is_unfinished(&block);
}

static void test_unfinished(void **state)
{
    (void)state;
    assert_true(unfinished(ROLE_PARAGRAPH, "全县春播面积已过半，预计"));
    assert_true(unfinished(ROLE_PARAGRAPH, "全县春播面积已过半，"));
    assert_true(unfinished(ROLE_PARAGRAPH, "全县春播（不含"));
    assert_false(unfinished(ROLE_PARAGRAPH, "全县春播面积已过半。"));
    assert_false(unfinished(ROLE_PARAGRAPH, "老农说：“快了！”"));
    assert_false(unfinished(ROLE_PARAGRAPH, "全县春播面积（下转3版）"));
    assert_false(unfinished(ROLE_PARAGRAPH, "预计月底完成。（甘雨）"));
    assert_false(unfinished(ROLE_SUBHEAD, "春播面积过半"));
    assert_false(unfinished(ROLE_DATELINE, "本报讯"));
}

static bool may_be(enum role role, const char *text)
{
    struct block block = {.role = role, .text = str_of(text)};
    return may_be_text(&block);
}

static void test_may_be_text(void **state)
{
    (void)state;
    assert_true(may_be(ROLE_HEADLINE, "春播面积已经过半预计"));
    assert_true(may_be(ROLE_SUBHEAD, "老农把账本翻到最后一页"));
    assert_true(may_be(ROLE_KICKER, "老农把账本翻到最后一页"));
    assert_false(may_be(ROLE_HEADLINE, "春播过半"));
    assert_false(may_be(ROLE_HEADLINE, "春播面积过半 全县一片繁忙"));
    assert_false(may_be(ROLE_SUBHEAD, "春播面积已经过半。"));
    assert_false(may_be(ROLE_PARAGRAPH, "春播面积已经过半预计"));
    assert_false(may_be(ROLE_BYLINE, "本报记者甘雨通讯员方海"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_part_of_each_role),
        cmocka_unit_test(test_fragment),
        cmocka_unit_test(test_unfinished),
        cmocka_unit_test(test_may_be_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
