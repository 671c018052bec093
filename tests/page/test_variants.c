/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/cues.h"
#include "page/variants.h"

static void test_cue_characters_become_simplified(void **state)
{
    struct folded room;
    (void)state;
    struct str folded = text_fold(&room, STR("本報記者 攝於東河"));
    assert_true(str_eq(folded, STR("本报记者 摄於東河")));
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
        cmocka_unit_test(test_what_has_none_is_not_copied),
        cmocka_unit_test(test_what_does_not_fit_stays),
        cmocka_unit_test(test_cues_are_read_in_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
