/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/cues.h"
#include "page/variants.h"

static void test_cue_characters_become_simplified(void **state)
{
    struct folded room;
    (void)state;
    struct str folded = text_fold(&room, STR("本報記者 攝於東河"));
    assert_true(str_eq(folded, STR("本报记者 摄于东河")));
}

/* A page of one line, folded, and its block, restored. */
static void assert_folded(const char *text, const char *read, bool traditional)
{
    struct arena keep = {0};
    struct page page = {.text = str_of(text)};
    struct line line = {.text = page.text, .whole = page.text};
    struct block block = {.role = ROLE_PARAGRAPH};
    vec_push(&keep, &page.lines, line);
    vec_push(&keep, &block.spans, (struct span){0, (uint32_t)page.text.len});
    variants_fold(&keep, &page);
    assert_int_equal(page.traditional, traditional);
    assert_true(str_eq(page.lines.at[0].text, str_of(read)));
    block.text = page.lines.at[0].text;
    variants_restore(&keep, &page, &block);
    assert_true(str_eq(block.text, page.text));
    arena_clear(&keep);
}

static void test_pages_are_read_in_simplified_characters(void **state)
{
    (void)state;
    assert_folded("東河鄉開鐮收麥，乾隆年間修的渠裏有了水。",
                  "东河乡开镰收麦，干隆年间修的渠里有了水。", true);
    assert_folded("乾隆年间修的渠，今年冬天又有了水，乡亲们说好。",
                  "乾隆年间修的渠，今年冬天又有了水，乡亲们说好。", false);
}

/* A line that has lost all its letters, as one that repeats another has, has no bytes to fold. */
static void test_lines_without_text_are_folded(void **state)
{
    struct arena keep = {0};
    struct page page = {.text = STR("東河鄉開鐮收麥")};
    struct block block = {.role = ROLE_PLACEHOLDER};
    (void)state;
    vec_push(&keep, &page.lines, ((struct line){.text = page.text, .whole = page.text}));
    vec_push(&keep, &page.lines, ((struct line){.text = STR_NONE, .whole = page.text}));
    variants_fold(&keep, &page);
    assert_true(page.traditional);
    assert_int_equal(page.lines.at[1].text.len, 0);
    assert_true(str_eq(page.lines.at[1].whole, STR("东河乡开镰收麦")));
    variants_restore(&keep, &page, &block);
    assert_int_equal(block.text.len, 0);
    arena_clear(&keep);
}

/* More blanks than any line has letters. */
#define WIDE                                                                                                                \
    "　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　" \
    "　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　"

/* What was dropped or undone between page and text does not shift the characters after it. */
static void test_characters_come_back_from_a_changed_layout(void **state)
{
    struct arena keep = {0};
    struct page page = {.text = STR("東 東 河 河" WIDE "\n開 鐮"), .traditional = true};
    struct block block = {.role = ROLE_HEADLINE, .text = STR("东河 开镰了")};
    (void)state;
    vec_push(&keep, &block.spans, (struct span){0, (uint32_t)page.text.len});
    variants_restore(&keep, &page, &block);
    assert_true(str_eq(block.text, STR("東河 開鐮了")));
    arena_clear(&keep);
}

/* 髮 and 發 are one character in Simplified form, and doubled ones stand four times there. */
static void test_doubled_letters_come_back_as_they_are(void **state)
{
    struct arena keep = {0};
    struct page page = {.text = STR("頭頭髮髮發發白白"), .traditional = true};
    struct block block = {.role = ROLE_HEADLINE, .text = STR("头发发白")};
    struct span span = {0, (uint32_t)page.text.len};
    (void)state;
    vec_push(&keep, &page.lines, ((struct line){.span = span, .number = 1, .doubled = true}));
    vec_push(&keep, &block.spans, span);
    variants_restore(&keep, &page, &block);
    assert_true(str_eq(block.text, STR("頭髮發白")));
    arena_clear(&keep);
}

static void test_what_has_none_is_not_copied(void **state)
{
    struct folded room;
    struct str plain = STR("东河乡开镰 2021");
    (void)state;
    assert_ptr_equal(text_fold(&room, plain).ptr, plain.ptr);
}

static void test_what_does_not_fit_stays(void **state)
{
    struct folded room;
    char text[FOLDED_MAX + 3];
    (void)state;
    for (size_t i = 0; i + 2 < sizeof text; i += 3)
        memcpy(text + i, "報", 3);
    struct str longer = {text, (sizeof text / 3) * 3};
    assert_ptr_equal(text_fold(&room, longer).ptr, text);
}

static void test_cues_are_read_in_both(void **state)
{
    (void)state;
    assert_true(starts_report(STR("本報東河訊 開鐮")));
    assert_int_equal(jump_line(STR("（下轉第三版）")), JUMP_TO);
    assert_int_equal(jump_line(STR("（緊接第一版）")), JUMP_FROM);
    assert_true(starts_caption(STR("圖為收割現場。")));
    assert_false(starts_caption(STR("圖書館開放。")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cue_characters_become_simplified),
        cmocka_unit_test(test_pages_are_read_in_simplified_characters),
        cmocka_unit_test(test_characters_come_back_from_a_changed_layout),
        cmocka_unit_test(test_doubled_letters_come_back_as_they_are),
        cmocka_unit_test(test_lines_without_text_are_folded),
        cmocka_unit_test(test_what_has_none_is_not_copied),
        cmocka_unit_test(test_what_does_not_fit_stays),
        cmocka_unit_test(test_cues_are_read_in_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
