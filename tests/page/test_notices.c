/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/notices.h"

static void test_titles(void **state)
{
    (void)state;
    assert_holds_for(is_notice_title,
                     LINES("招 聘 启 事", "停水通知", "关于东河大桥封闭施工的公告", "遺失聲明",
                           "讣告", "致全县渔民的公开信"),
                     LINES("通知书记开会", "谨此讣告。", "公告：东河大桥封闭", "他贴出一张通知。",
                           "东河开镰", ""));
}

static void test_lines_of_forms(void **state)
{
    (void)state;
    assert_holds_for(is_form_line,
                     LINES("联系人：周女士", "施工单位：东河建筑公司", "坐落：东河县文化路"),
                     LINES("东河：稻谷飘香", "联系人", "他说：好", "2021：回望", ""));
}

static void test_stories_that_go_on_another_day(void **state)
{
    (void)state;
    assert_holds_for(is_to_be_continued, LINES("（未完待续）", "(待续)", "（全文完）", "（待續）"),
                     LINES("（周远）", "未完待续", "（待续建的桥）", ""));
}

#define TEXT "因管道检修，东河镇南街定于八月三日停水，请用户提前储水。"

struct settled {
    enum role role;
    const char *text;
    enum role expected;
};

static void check_settled(const struct settled *cases, size_t len)
{
    struct arena keep = {0};
    struct blocks blocks = {0};
    for (size_t i = 0; i < len; i++) {
        struct block block = {.role = cases[i].role, .text = str_of(cases[i].text)};
        vec_push(&keep, &block.spans, (struct span){0, 1});
        vec_push(&keep, &blocks, block);
    }
    notices_settle(&blocks);
    for (size_t i = 0; i < len; i++)
        if (blocks.at[i].role != cases[i].expected)
            fail_msg("%s: %s", cases[i].text, role_name(blocks.at[i].role));
    arena_clear(&keep);
}

#define SETTLED(cases) check_settled(cases, sizeof(cases) / sizeof *(cases))

static void test_a_body_and_a_date_sign(void **state)
{
    static const struct settled cases[] = {
        {ROLE_HEADLINE, "停水通知", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_FURNITURE, "联系电话：8421333", ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县自来水公司", ROLE_CREDIT},
        {ROLE_FURNITURE, "2021年8月1日", ROLE_CREDIT},
        {ROLE_HEADLINE, "东河乡开镰", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县水务局", ROLE_CREDIT},
        {ROLE_HEADLINE, "东河县农业局", ROLE_CREDIT},
        {ROLE_HEADLINE, "东河县公安局", ROLE_CREDIT},
        {ROLE_FURNITURE, "2021年8月1日", ROLE_CREDIT},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河乡 周远山", ROLE_CREDIT},
        {ROLE_PARAGRAPH, "答：请去县供销社。", ROLE_PARAGRAPH},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "读者 周远山", ROLE_CREDIT},
        {ROLE_PARAGRAPH, "（编后：来信已转交。）", ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "读者 周远山", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县水务局 东河县农业局", ROLE_CREDIT},
        {ROLE_FURNITURE, "2021年8月1日", ROLE_CREDIT},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县水务局", ROLE_CREDIT},
        {ROLE_HEADLINE, "东河县农业局", ROLE_CREDIT},
        {ROLE_FURNITURE, "2021年8月1日", ROLE_CREDIT},
    };
    (void)state;
    SETTLED(cases);
}

static void test_whom_to_call_stands_above_who_signs(void **state)
{
    static const struct settled cases[] = {
        {ROLE_HEADLINE, "停水通知", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "客服热线：全天值守", ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县自来水公司", ROLE_CREDIT},
        {ROLE_FURNITURE, "2021年8月1日", ROLE_CREDIT},
        {ROLE_HEADLINE, "东河：全天值守", ROLE_HEADLINE},
    };
    (void)state;
    SETTLED(cases);
}

static void test_a_body_and_a_date_sign_on_one_line(void **state)
{
    static const struct settled cases[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县水务局 一九八八年八月一日", ROLE_CREDIT},
        {ROLE_HEADLINE, "东河乡开镰", ROLE_HEADLINE},
        {ROLE_HEADLINE, "东河县水务局 一九八八年八月一日", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县水务局 东河县林业局 8月1日", ROLE_CREDIT},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县水务局 八月防汛", ROLE_HEADLINE},
    };
    (void)state;
    SETTLED(cases);
}

static void test_a_running_head_does_not_sign(void **state)
{
    static const struct settled cases[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "水乡东河", ROLE_HEADLINE},
        {ROLE_FURNITURE, "2021年8月1日", ROLE_FURNITURE},
        {ROLE_FURNITURE, "3版", ROLE_FURNITURE},
        {ROLE_FURNITURE, "联系电话：8421333", ROLE_FURNITURE},
    };
    (void)state;
    SETTLED(cases);
}

static void test_lines_in_brackets(void **state)
{
    static const struct settled cases[] = {
        {ROLE_HEADLINE, "东河县节水办法", ROLE_HEADLINE},
        {ROLE_FURNITURE, "（2021年8月1日）", ROLE_SUBTITLE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "（东河县气象台提供）", ROLE_CREDIT},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "（以上按姓氏笔画排列）", ROLE_PARAGRAPH},
        {ROLE_FURNITURE, "（责任编辑 周远山）", ROLE_CREDIT},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_FURNITURE, "【编辑：周远山】", ROLE_CREDIT},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "（周远山 写于东河）", ROLE_CREDIT},
        {ROLE_HEADLINE, "（作者系东河中学教师）", ROLE_CREDIT},
        {ROLE_FURNITURE, "（责任编辑 周远山）", ROLE_FURNITURE},
        {ROLE_HEADLINE, "【相关链接】", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_FURNITURE, "责任编辑 周远山", ROLE_FURNITURE},
        {ROLE_FURNITURE, "（责任编辑 周远山）", ROLE_FURNITURE},
    };
    (void)state;
    SETTLED(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_lines_of_forms),
        cmocka_unit_test(test_stories_that_go_on_another_day),
        cmocka_unit_test(test_a_body_and_a_date_sign),
        cmocka_unit_test(test_whom_to_call_stands_above_who_signs),
        cmocka_unit_test(test_a_body_and_a_date_sign_on_one_line),
        cmocka_unit_test(test_a_running_head_does_not_sign),
        cmocka_unit_test(test_lines_in_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
