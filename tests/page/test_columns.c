/* SPDX-License-Identifier: MIT */
#include "reading.h"

#include "page/columns.h"

static void assert_places(const char *text, const enum line_place *places, size_t len,
                          uint32_t column)
{
    struct reading reading;
    read_lines(&reading, text);
    struct set_lines lines = columns_find(&reading.keep, &reading.page);
    assert_int_equal(lines.len, len);
    for (size_t i = 0; i < lines.len; i++) {
        enum line_place place = lines.at[i].place;
        assert_int_equal(place, places[i]);
        assert_int_equal(lines.at[i].column, place == PLACE_ALONE ? 0 : column);
        assert_int_equal(lines.at[i].joined, place == PLACE_MIDDLE || place == PLACE_LAST);
    }
    reading_clear(&reading);
}

static void test_lost_indents_and_short_last_lines(void **state)
{
    static const enum line_place places[] = {
        PLACE_FIRST,  PLACE_MIDDLE, PLACE_MIDDLE, PLACE_LAST,  PLACE_FIRST,  PLACE_MIDDLE,
        PLACE_MIDDLE, PLACE_MIDDLE, PLACE_LAST,   PLACE_FIRST, PLACE_MIDDLE, PLACE_LAST,
    };
    (void)state;
    assert_places(WRAPPED, places, sizeof places / sizeof *places, 14);
}

static void test_a_headline_stands_alone(void **state)
{
    static const enum line_place places[] = {
        PLACE_ALONE, PLACE_FIRST,  PLACE_MIDDLE, PLACE_MIDDLE, PLACE_LAST,
        PLACE_FIRST, PLACE_MIDDLE, PLACE_MIDDLE, PLACE_MIDDLE, PLACE_LAST,
        PLACE_FIRST, PLACE_MIDDLE, PLACE_LAST,
    };
    (void)state;
    assert_places("东河县排查水库隐患\n\n" WRAPPED, places, sizeof places / sizeof *places, 14);
}

static void test_whole_paragraphs_stand_alone(void **state)
{
    static const enum line_place places[] = {PLACE_ALONE, PLACE_ALONE, PLACE_ALONE};
    (void)state;
    assert_places("昨天上午，东河县水务局组织技术人员对全县四十六座水库逐一进行检查。\n"
                  "目前，巡查人员已经沿着河道走完了三个乡镇，两岸群众都说今年汛期心里踏实多了。\n"
                  "检查组还走访了老人。\n",
                  places, sizeof places / sizeof *places, 0);
}

static void test_blank_lines_are_counted_and_left_out(void **state)
{
    struct reading reading;
    (void)state;
    read_lines(&reading, "\n甲乡开镰。\n\n　\n乙乡收麦。\n丙乡入仓。\n\n");
    struct set_lines lines = columns_find(&reading.keep, &reading.page);
    assert_int_equal(lines.len, 3);
    assert_int_equal(lines.at[0].gap, 1);
    assert_int_equal(lines.at[1].gap, 2);
    assert_int_equal(lines.at[2].gap, 0);
    assert_ptr_equal(lines.at[1].line, &reading.page.lines.at[4]);
    reading_clear(&reading);
    read_lines(&reading, "\n \n");
    assert_int_equal(columns_find(&reading.keep, &reading.page).len, 0);
    reading_clear(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lost_indents_and_short_last_lines),
        cmocka_unit_test(test_a_headline_stands_alone),
        cmocka_unit_test(test_whole_paragraphs_stand_alone),
        cmocka_unit_test(test_blank_lines_are_counted_and_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
