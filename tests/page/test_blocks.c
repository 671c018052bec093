/* SPDX-License-Identifier: MIT */
#include "reading.h"

static void test_a_wrapped_column_becomes_paragraphs(void **state)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, WRAPPED);
    (void)state;
    assert_int_equal(blocks->len, 3);
    assert_str(
        blocks->at[0].text,
        "昨天上午，东河县水务局组\n织技术人员对全县四十六座水库\n逐一进行检查，发现问题当场登\n"
        "记造册，要求限期整改到位。");
    assert_int_equal(blocks->at[0].role, ROLE_PARAGRAPH);
    assert_int_equal(blocks->at[0].column, 14);
    assert_int_equal(blocks->at[0].spans.len, 4);
    assert_int_equal(blocks->at[1].first_line, 9);
    assert_int_equal(blocks->at[1].last_line, 17);
    assert_int_equal(blocks->at[1].gap, 1);
    assert_false(blocks->at[1].continues);
    assert_false(blocks->at[1].runs_on);
    reading_clear(&reading);
}

/* Blank lines stand everywhere but after the number that a column cut. */
static void test_a_blank_line_missing_after_a_digit_joins(void **state)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, WRAPPED "\n今年以来，全县共投入12\n"
                                                          "00万元，新修水渠四十五公里，\n\n"
                                                          "三千多户群众用上了自来水，吃\n\n"
                                                          "水再也不用排队了。\n");
    (void)state;
    assert_int_equal(blocks->len, 4);
    assert_int_equal(blocks->at[3].spans.len, 4);
    assert_true(str_starts(blocks->at[3].text, STR("今年以来，全县共投入12\n00万元，")));
    reading_clear(&reading);
}

static void test_a_blank_line_missing_after_a_sentence_joins_nothing(void **state)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, "目前，巡查人员已经沿着河\n\n"
                                                  "道走完了十二个乡镇。\n" WRAPPED);
    (void)state;
    assert_int_equal(blocks->len, 4);
    assert_int_equal(blocks->at[1].gap, 0);
    assert_true(str_starts(blocks->at[1].text, STR("昨天上午，")));
    reading_clear(&reading);
}

static void test_lines_that_no_column_broke_stay(void **state)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, "东河县排查水库隐患\n\n"
                                                  "　　昨天上午，检查组走访了住在河边的老人。　\n"
                                                  "目前，巡查人员已经沿着河道走完了三个乡镇，"
                                                  "两岸群众都说今年汛期心里踏实多了。\n");
    (void)state;
    assert_int_equal(blocks->len, 3);
    assert_int_equal(blocks->at[0].column, 0);
    assert_int_equal(blocks->at[1].spans.len, 1);
    assert_str(page_slice(&reading.page, blocks->at[1].spans.at[0]),
               "昨天上午，检查组走访了住在河边的老人。");
    reading_clear(&reading);
}

static void test_a_byline_is_not_drawn_into_the_column(void **state)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, "□ 本报记者 周远山\n\n" WRAPPED);
    (void)state;
    assert_int_equal(blocks->len, 4);
    assert_str(blocks->at[0].text, "□ 本报记者 周远山");
    reading_clear(&reading);
}

static void test_a_paragraph_that_a_page_cuts_runs_on(void **state)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, WRAPPED "\n眼下，各乡镇已经把物资备\n\n"
                                                          "齐备足，抢险队伍分成三个班次\n\n"
                                                          "轮流值守，遇到险情随时可以出\n");
    (void)state;
    assert_int_equal(blocks->len, 4);
    assert_true(blocks->at[3].runs_on);
    assert_false(blocks->at[3].continues);
    assert_int_equal(blocks->at[3].spans.len, 3);
    reading_clear(&reading);
}

static void test_append(void **state)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, "东河县排查水库隐患。\n\n两岸群众心里踏实。\n");
    (void)state;
    assert_int_equal(blocks->len, 2);
    blocks->at[1].runs_on = true;
    block_append(&reading.keep, &blocks->at[0], &blocks->at[1]);
    assert_str(blocks->at[0].text, "东河县排查水库隐患。\n两岸群众心里踏实。");
    assert_int_equal(blocks->at[0].spans.len, 2);
    assert_int_equal(blocks->at[0].first_line, 1);
    assert_int_equal(blocks->at[0].last_line, 3);
    assert_true(blocks->at[0].runs_on);
    reading_clear(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wrapped_column_becomes_paragraphs),
        cmocka_unit_test(test_a_blank_line_missing_after_a_digit_joins),
        cmocka_unit_test(test_a_blank_line_missing_after_a_sentence_joins_nothing),
        cmocka_unit_test(test_lines_that_no_column_broke_stay),
        cmocka_unit_test(test_a_byline_is_not_drawn_into_the_column),
        cmocka_unit_test(test_a_paragraph_that_a_page_cuts_runs_on),
        cmocka_unit_test(test_append),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
