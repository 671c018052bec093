/* SPDX-License-Identifier: MIT */
#include "story/made_page.h"
#include "story/made_texts.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

#define PICTURE "\n图为技术员在检修管网。甘雨 摄\n"

/* That the head with WORDS, and none other, has the body of the text with BODY. */
static void assert_heads(const struct made_page *made, const char *words, const char *body)
{
    size_t head = satellite_with(&made->units, words);
    assert_int_equal(made->heads.body[head], body_with(made, body));
    for (size_t s = 0; s < made->units.satellites.len; s++)
        assert_true(s == head || made->heads.body[s] != body_with(made, body));
}

static void test_right_before(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, HEATING_HEAD "\n" HEATING "\n" RESERVOIR_HEAD "\n" RESERVOIR);
    assert_int_equal(made.units.satellites.len, 2);
    assert_heads(&made, "抢修", "入冬以来");
    assert_heads(&made, "守堤", "清晨");
}

static void test_heaped_at_the_end(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, HEATING GAP RESERVOIR PICTURE GAP RESERVOIR_HEAD GAP HEATING_HEAD);
    assert_heads(&made, "抢修", "入冬以来");
    assert_heads(&made, "守堤", "清晨");
    made = page_made(&keep, RESERVOIR GAP HEATING PICTURE GAP RESERVOIR_HEAD GAP HEATING_HEAD);
    assert_heads(&made, "抢修", "入冬以来");
    assert_heads(&made, "守堤", "清晨");
}

static void test_no_heads(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, HEATING "\n资料图片\n\n" RESERVOIR);
    assert_int_equal(made.units.satellites.len, 1);
    assert_true(made.heads.body[0] == BODY_NONE);
    made = page_made(&keep, HEATING_HEAD);
    assert_int_equal(made.bodies.len, 0);
    for (size_t s = 0; s < made.units.satellites.len; s++)
        assert_true(made.heads.body[s] == BODY_NONE);
}

static void test_byline_goes_with_the_text_after_it(void **state)
{
    (void)state;
    struct made_page made = page_made(&keep, HEATING "\n□ 方海\n\n" RESERVOIR);
    size_t byline = satellite_with(&made.units, "方海");
    assert_int_equal(made.heads.body[byline], body_with(&made, "清晨"));
    made = page_made(&keep, HEATING "\n□ 方海\n");
    byline = satellite_with(&made.units, "方海");
    assert_int_equal(made.heads.body[byline], body_with(&made, "入冬以来"));
}

#define TEA "茶厂的炒茶锅烧了一夜\n"
#define FERRY "渡口的船工撑船过了河\n"

/* Bylines in a heap are dealt out in the order of the headlines, past stories that sign. */
static void test_bylines_in_a_heap(void **state)
{
    (void)state;
    struct made_page made = page_made(
        &keep, TEA_A TEA_B GAP FERRY_A FERRY_B PICTURE GAP FERRY GAP TEA GAP "□ 方海\n□ 柳叶青\n");
    size_t first = satellite_with(&made.units, "方海");
    size_t second = satellite_with(&made.units, "柳叶青");
    assert_int_equal(made.heads.body[first], body_with(&made, "船工把船靠在"));
    assert_int_equal(made.heads.body[second], body_with(&made, "茶农采完春茶"));
    made = page_made(&keep, TEA_A TEA_B GAP FERRY_A FERRY_B
                     "（辛 禾）\n" PICTURE GAP FERRY GAP TEA GAP "□ 方海\n□ 柳叶青\n");
    first = satellite_with(&made.units, "方海");
    assert_int_equal(made.heads.body[first], body_with(&made, "茶农采完春茶"));
    assert_true(made.heads.body[satellite_with(&made.units, "柳叶青")] == BODY_NONE);
}

/* Two lines that name reporters right above a text are both its byline. */
static void test_bylines_above_a_text(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, TEA "\n" TEA_A TEA_B "\n" FERRY
                             "\n本报记者 方海\n本报记者 柳叶青\n\n" FERRY_A FERRY_B);
    const struct satellite *head =
        &made.units.satellites.at[satellite_with(&made.units, "船工撑船过了河")];
    assert_int_equal(head->fragment->len, 3);
    assert_int_equal(made.heads.body[satellite_with(&made.units, "船工撑船过了河")],
                     body_with(&made, "船工把船靠在"));
}

/* Two headlines right above each other: the upper one is the kicker. */
static void test_kicker(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, "入冬以来检修管网百公里\n\n" HEATING_HEAD "\n□ 方海\n\n" HEATING
                         "\n" RESERVOIR_HEAD "\n" RESERVOIR);
    size_t body = body_with(&made, "目前"), heads = 0, kickers = 0;
    for (size_t s = 0; s < made.units.satellites.len; s++) {
        heads += made.heads.body[s] == body;
        kickers += made.heads.rank[s] == HEAD_KICKER;
    }
    assert_int_equal(made.heads.body[satellite_with(&made.units, "抢修")], body);
    assert_int_equal(made.heads.rank[satellite_with(&made.units, "抢修")], HEAD_FIRST);
    assert_int_equal(made.heads.body[satellite_with(&made.units, "百公里")], body);
    assert_int_equal(heads, 1 + kickers);
}

/* In a heap the upper one names what its text does, the lower one, which the text does not
   answer to, is its headline nevertheless. */
static void test_kicker_in_a_heap(void **state)
{
    (void)state;
    struct made_page made =
        page_made(&keep, HEATING GAP RESERVOIR GAP HEATING_HEAD
                  "\n水库管护员李麦冬三十年查看闸门没有一次险情\n\n守得云开，水绕山青\n");
    size_t kicker = satellite_with(&made.units, "李麦冬");
    size_t headline = satellite_with(&made.units, "云开");
    assert_int_equal(made.heads.body[kicker], body_with(&made, "清晨"));
    assert_int_equal(made.heads.rank[kicker], HEAD_KICKER);
    assert_int_equal(made.heads.body[headline], body_with(&made, "清晨"));
    assert_int_equal(made.heads.rank[headline], HEAD_FIRST);
    assert_int_equal(made.heads.body[satellite_with(&made.units, "抢修")],
                     body_with(&made, "入冬以来"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_right_before),
        cmocka_unit_test(test_heaped_at_the_end),
        cmocka_unit_test(test_no_heads),
        cmocka_unit_test(test_byline_goes_with_the_text_after_it),
        cmocka_unit_test(test_bylines_in_a_heap),
        cmocka_unit_test(test_bylines_above_a_text),
        cmocka_unit_test(test_kicker),
        cmocka_unit_test(test_kicker_in_a_heap),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
