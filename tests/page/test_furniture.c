/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/furniture.h"

static void test_furniture(void **state)
{
    (void)state;
    assert_holds_for(is_furniture,
                     LINES("2021年8月3日 星期二", "二〇二一年八月三日", "3版 要闻", "第A3版", "03",
                           "责任编辑：周远山 版式：李青", "责任编辑 周远山", "编辑：李 青",
                           "东河日报 2021年8月3日", "总第1234期", "农历辛丑年六月廿五",
                           "新闻热线：0359-2222222", "国内统一刊号：CN14-0000",
                           "社址：东河县文化路3号", "www.example.com"),
                     LINES("2021年8月3日，东河乡开镰", "责任编辑工作座谈会召开", "东河日报", "要闻",
                           "编辑部搬进新楼", "电话下乡", "2021年粮食总产再创新高",
                           "第3版的稿件排好了。", "网站建设提速", "2021", ""));
}

static void test_what_may_be_furniture(void **state)
{
    (void)state;
    assert_holds_for(may_be_furniture, LINES("要闻", "要 闻", "东河日报", "综合新闻", "三农"),
                     LINES("东河日报创刊三十年", "要闻一则", "东河乡开镰", "农业。"));
}

static void test_date_lines(void **state)
{
    (void)state;
    assert_holds_for(
        is_date_line,
        LINES("2021年8月3日", "二〇二一年八月三日", "2021年8月3日 星期二", "2021-08-03"),
        LINES("2021年8月3日 要闻", "2021年8月3日开镰", "星期二", "8月", "3版", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_furniture),
        cmocka_unit_test(test_what_may_be_furniture),
        cmocka_unit_test(test_date_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
