/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/furniture_numbers.h"

static void test_dates(void **state)
{
    (void)state;
    assert_holds_for(
        is_date,
        LINES("2021年8月3日", "8月3日", "8月3曰", "二〇二一年八月", "2021-08-03", "2021.08.03"),
        LINES("2021", "8月", "年月日", "2021年度", "08-03", "3.14", ""));
    assert_holds_for(
        is_lunar_date,
        LINES("农历辛丑年六月廿五", "夏历甲辰年九月十二", "六月初三", "癸卯年九月十一"),
        LINES("六月", "初三", "初步定在六月举行运动会"));
}

static void test_issues_and_pages(void **state)
{
    (void)state;
    assert_holds_for(is_issue_or_page,
                     LINES("3版", "第3版", "A3", "03", "３", "③", "第1234期", "总第56号"),
                     LINES("版", "2021", "三农", "第3天", "A", "3版面", ""));
}

static void test_phones_and_mail(void **state)
{
    (void)state;
    assert_holds_for(is_phone, LINES("0359-2222222", "8421×××", "８４２１３３３"),
                     LINES("842133", "8421333转3", "2021年8月", ""));
    assert_holds_for(is_mail, LINES("dh@example.com", "dhb×××@example.com"),
                     LINES("@example.com", "dh@example", "东河@example.com", "example.com", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_issues_and_pages),
        cmocka_unit_test(test_phones_and_mail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
