/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "story/made_page.h"
#include "story/made_texts.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

#define PICTURE "图为技术员在检修管网。\n甘雨 摄\n"
#define HEATING_TO_COME "    管网检修结束以后，供热公司还要更换居民家里老化的阀门。\n"

/* That the bodies follow from their units, and the units from their bodies. */
static void assert_sound(const struct made_page *made)
{
    for (size_t u = 0; u < made->units.len; u++) {
        assert_true(made->units.at[u].body < made->bodies.len);
        const struct body *body = &made->bodies.at[made->units.at[u].body];
        assert_in_range(u, body->first, body->last);
        assert_int_equal(body->photo, made->units.at[u].photo);
    }
    for (size_t b = 0; b < made->bodies.len; b++) {
        assert_int_equal(made->units.at[made->bodies.at[b].first].body, b);
        assert_int_equal(made->units.at[made->bodies.at[b].last].body, b);
        assert_true(made->bodies.at[b].sure > 0.0);
    }
}

static void test_one_text(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, HEATING);
    assert_sound(&made);
    assert_int_equal(made.bodies.len, 1);
}

static void test_report_begins(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, HEATING "\n" RESERVOIR);
    assert_sound(&made);
    assert_int_equal(made.bodies.len, 2);
    assert_int_equal(body_with(&made, "目前"), 0);
    assert_int_equal(body_with(&made, "清晨"), 1);
    assert_int_equal(body_with(&made, "险情"), 1);
}

static void test_headline_parts(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, HEATING "\n水库管护员守堤三十年\n\n"
                                 "    清晨，水库管护员李麦冬沿着堤坝查看闸门。\n"
                                 "    这条堤坝，李麦冬守了三十年。\n");
    assert_sound(&made);
    assert_int_equal(made.bodies.len, 2);
    assert_int_equal(body_with(&made, "目前"), 0);
    assert_int_equal(body_with(&made, "清晨"), 1);
    assert_int_equal(body_with(&made, "这条堤坝"), 1);
}

static void test_picture_parts_nothing(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, HEATING PICTURE HEATING_TO_COME);
    assert_sound(&made);
    assert_int_equal(made.bodies.len, 2);
    assert_int_equal(body_with(&made, "入冬以来"), body_with(&made, "结束以后"));
    assert_false(made.bodies.at[body_with(&made, "入冬以来")].photo);
    assert_true(made.bodies.at[body_with(&made, "图为")].photo);
    assert_int_equal(body_with(&made, "图为"), body_with(&made, "甘雨 摄"));
}

/* ① and ② are one set; but ③ after ① is another's. */
static void test_numbered_pictures_are_a_set(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, "图①：技术员检修管网。\n\n图②：管网检修结束。\n\n甘雨 摄\n");
    assert_sound(&made);
    assert_int_equal(made.bodies.len, 1);
    made = page_made(&keep, "图①：技术员检修管网。\n\n图③：管网检修结束。\n\n甘雨 摄\n");
    assert_int_equal(made.bodies.len, 2);
    made = page_made(&keep, "上图：技术员检修管网。\n\n下图：管网检修结束。\n\n甘雨 摄\n");
    assert_int_equal(made.bodies.len, 1);
    made = page_made(&keep, "下图：技术员检修管网。\n\n上图：管网检修结束。\n\n甘雨 摄\n");
    assert_int_equal(made.bodies.len, 2);
}

/* What is said of all below ② is of the set, and the numbers without 图 are. */
static void test_a_set_has_a_last_word(void **state)
{
    (void)state;
    static const char head[] = "检修管网\n　　①技术员检修管网。\n　　②管网检修结束。\n";
    static const char last[] = "　　目前，全县供热管网都已检修。\n　　本报记者　甘雨　摄影报道\n";
    char text[1024];
    snprintf(text, sizeof text, "%s%s县城供热\n" HEATING, head, last);
    struct made_page made = page_made(&keep, text);
    assert_sound(&made);
    assert_int_equal(body_with(&made, "①"), body_with(&made, "目前，全县"));
    assert_true(made.bodies.at[body_with(&made, "①")].photo);
    snprintf(text, sizeof text, "%s\n%s县城供热\n" HEATING, head, last);
    made = page_made(&keep, text);
    assert_int_not_equal(body_with(&made, "①"), body_with(&made, "目前，全县"));
}

static void test_each_picture_is_one(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, PICTURE "\n图为水库的闸门。\n车前 摄\n");
    assert_sound(&made);
    assert_int_equal(made.bodies.len, 2);
    assert_int_not_equal(body_with(&made, "管网"), body_with(&made, "闸门"));
}

static void test_no_text(void **state)
{
    (void)state;
    assert_int_equal(page_made(&keep, "责任编辑：方海\n").bodies.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_text),
        cmocka_unit_test(test_report_begins),
        cmocka_unit_test(test_headline_parts),
        cmocka_unit_test(test_picture_parts_nothing),
        cmocka_unit_test(test_numbered_pictures_are_a_set),
        cmocka_unit_test(test_a_set_has_a_last_word),
        cmocka_unit_test(test_each_picture_is_one),
        cmocka_unit_test(test_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
