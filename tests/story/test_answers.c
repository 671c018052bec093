/* SPDX-License-Identifier: MIT */
#include "story/made_passages.h"
#include "story/made_texts.h"

#include "story/answers.h"

#define PIPES "    供热公司换了管网的阀门，管网的压力由供热公司的师傅记录，阀门漏水当天就修好。"
#define BOTH "    供热公司给水库的闸门也换了阀门，水库的堤坝和闸门由管护员来守，供热公司出钱。"

static struct arena keep;

/* The answers of the page's headlines, in rows, to its passages. */
static const struct answer *answered(const struct made_passages *made, size_t rows)
{
    size_t *heads = ARENA_ARRAY(&keep, size_t, rows);
    size_t *starts = ARENA_ARRAY(&keep, size_t, made->passages.row);
    for (size_t h = 0; h < rows; h++)
        heads[h] = h;
    for (size_t i = 0; i < made->passages.row; i++)
        starts[i] = i;
    return answers_of(&keep, &made->passages, heads, rows, starts, made->passages.row, false);
}

/* A headline that fits a text well leaves it to one that fits no other. */
static void test_texts_are_shared_out(void **state)
{
    (void)state;
    struct made_passages made =
        passages_made(&keep, "供热公司检修阀门\n\n" PIPES "\n\n资料图片\n\n本报讯 " BOTH
                             "\n\n资料图片\n\n供热公司给水库换阀门\n\n资料图片\n");
    assert_int_equal(made.passages.row, 2);
    assert_int_equal(made.passages.headings.len, 2);
    const struct answer *alone = answered(&made, 1), *both = answered(&made, 2);
    assert_true(both[0].mutual > both[1].mutual);
    assert_true(both[3].mutual > both[2].mutual);
    assert_true(both[1].mutual < alone[1].mutual);
    for (size_t i = 0; i < 4; i++)
        assert_true(both[i].mutual <= 0.0);
}

/* Where two texts were put together, a headline tells from where on it is answered. */
static void test_starts_inside_a_text_answer(void **state)
{
    (void)state;
    struct made_passages made = passages_made(&keep, TEA_A TEA_B FERRY_A FERRY_B
                                              "\n资料图片\n\n渡口的船工撑船过了河\n\n资料图片\n");
    size_t next[] = {1, 2, 3, PASSAGE_NONE};
    assert_int_equal(made.passages.row, 4);
    assert_int_equal(made.passages.headings.len, 1);
    passages_regroup(&keep, &made.passages, next);
    const struct answer *answers = answered(&made, 1);
    assert_true(answers[2].mutual > answers[0].mutual);
    assert_true(answers[2].mutual > answers[1].mutual);
    assert_true(answers[2].mutual > answers[3].mutual);
}

/* A headline that has all its words many times in one text does not run away. */
static void test_shares_are_finite(void **state)
{
    (void)state;
    struct buf page = {0};
    buf_fmt(&page, "供热公司检修阀门\n");
    for (int i = 0; i < 40; i++)
        buf_fmt(&page, "——供热公司换了管网的阀门，管网的压力由供热公司的师傅记录\n");
    buf_fmt(&page, "\n" PIPES "\n\n资料图片\n\n本报讯 水库的堤坝由管护员守。\n");
    struct made_passages made = passages_made(&keep, str_c(&keep, buf_view(&page)));
    const struct answer *answers = answered(&made, 1);
    for (size_t i = 0; i < made.passages.row; i++)
        assert_true(answers[i].mutual <= 0.0 && answers[i].mutual >= -6.0);
    assert_true(answers[0].mutual > answers[made.passages.row - 1].mutual);
    buf_clear(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts_are_shared_out),
                                       cmocka_unit_test(test_starts_inside_a_text_answer),
                                       cmocka_unit_test(test_shares_are_finite)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_clear(&keep);
    return failed;
}
