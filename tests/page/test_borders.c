/* SPDX-License-Identifier: MIT */
/* Lines that begin a block of their own in a column, and those like them that do not. */
#include "reading.h"

/* A column 14 characters wide, its paragraphs indented; what stands between two of them. */
#define FIRST                                      \
    "　　昨天上午，县水务局组织\n"    \
    "技术人员对全县四十六座水库逐\n" \
    "一进行检查，发现问题当场登记\n" \
    "造册，要求限期整改到位，还要\n"
#define SECOND                                     \
    "　　目前，巡查人员已经沿着\n"    \
    "河道走完了三个乡镇，清理淤泥\n" \
    "一千多立方米，修补破损堤坝二\n" \
    "十多处，群众心里踏实多了。\n"    \
    "　　检查组还走访了住在河边\n"    \
    "的老人，发放了避险明白卡片，\n" \
    "讲清转移路线和联系电话。\n"

/* Whether a block of TEXT begins with HEAD. */
static bool begins(const char *text, const char *head)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, text);
    bool found = false;
    for (size_t i = 0; i < blocks->len; i++)
        found |= str_starts(blocks->at[i].text, str_of(head));
    reading_clear(&reading);
    return found;
}

static void test_a_heading_above_an_indent_is_no_end_of_a_text(void **state)
{
    (void)state;
    assert_true(begins(FIRST "河边的守夜人\n" SECOND, "河边的守夜人"));
    assert_true(begins(FIRST "河边的守夜人\n" SECOND, "目前，"));
    assert_false(begins(FIRST "派专人守夜，直到汛期结束。\n" SECOND, "派专人"));
    assert_false(begins(FIRST "派专人守在河堤上直到汛期结束\n" SECOND, "派专人"));
}

static void test_a_dash_may_be_left_for_the_next_line(void **state)
{
    (void)state;
    assert_false(begins(FIRST "——把避险的路线讲给老人听，直\n到人人都会走。\n" SECOND, "——"));
    assert_true(begins("河边的守夜人\n——东河县水库巡查见闻\n" SECOND, "——东河县"));
}

/* The next line's first character would have had room. */
static void test_a_short_line_with_room_is_a_heading(void **state)
{
    (void)state;
    assert_true(begins(WRAPPED "\n夜里的巡河人守在大坝\n\n天还没有亮，河堤上已经有\n\n"
                               "人来回走动，手电筒的光照着水\n\n位尺，每隔半个小时记一回数。\n",
                       "天还没有亮"));
}

static void test_a_picture_s_text_begins_a_block(void **state)
{
    (void)state;
    assert_true(begins(FIRST "②巡河的人在堤上查看水位尺的\n读数。\n周远山 摄\n" SECOND, "②巡河"));
    assert_true(begins(FIRST "8月3日，巡河的人查看水位尺的\n读数。\n周远山 摄\n" SECOND, "8月3日"));
    assert_false(begins(FIRST "8月3日以前把水位尺全部换好。\n" SECOND, "8月3日"));
}

static void test_specks_are_part_of_no_text(void **state)
{
    (void)state;
    assert_true(begins("东河乡开镰。\n. ,\n西河乡收麦。\n", ". ,"));
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, "东河乡开镰。\n. ,\n……\n");
    assert_int_equal(blocks->at[1].setting, SETTING_STRAY);
    assert_int_equal(blocks->at[2].setting, SETTING_PLAIN);
    reading_clear(&reading);
}

static enum setting setting_of_second(const char *text)
{
    struct reading reading;
    struct blocks *blocks = read_blocks(&reading, text);
    enum setting setting = blocks->at[1].setting;
    reading_clear(&reading);
    return setting;
}

static void test_names_far_apart_are_rows(void **state)
{
    (void)state;
    assert_int_equal(setting_of_second("东河镇北关社区　　西河镇上河村\n"
                                       "石桥镇大庄村　　　东川镇南村\n"
                                       "县第二中学　　　　县税务局\n"),
                     SETTING_ROW);
    assert_int_equal(setting_of_second("产业兴旺路 百姓日子甜\n"
                                       "修渠引来水 荒坡变果园\n"
                                       "夜校灯火明 农家学问长\n"),
                     SETTING_PLAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_heading_above_an_indent_is_no_end_of_a_text),
        cmocka_unit_test(test_a_dash_may_be_left_for_the_next_line),
        cmocka_unit_test(test_a_short_line_with_room_is_a_heading),
        cmocka_unit_test(test_a_picture_s_text_begins_a_block),
        cmocka_unit_test(test_specks_are_part_of_no_text),
        cmocka_unit_test(test_names_far_apart_are_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
