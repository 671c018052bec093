/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/date_clues.h"
#include "enrich/story_of.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const char *const names[CLUES] = {
    [CLUE_NOW] = "now",         [CLUE_ONE_OF] = "one of",   [CLUE_JUBILEE] = "jubilee",
    [CLUE_SOON] = "soon",       [CLUE_WEAK] = "weak",       [CLUE_SIGNED] = "signed",
    [CLUE_TITLE] = "title",     [CLUE_COUNTED] = "counted", [CLUE_NAMED] = "named",
    [CLUE_HISTORY] = "history", [CLUE_PAST] = "past",       [CLUE_SINCE] = "since",
    [CLUE_BEFORE] = "before",   [CLUE_AHEAD] = "ahead",
};

/* "now 2022 党的二十大召开之年; …": all that a story of one paragraph says. */
static struct str clues_in(const char *text)
{
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, text});
    struct clues clues = {0};
    struct str all = STR_NONE;
    story_find_clues(&keep, &scene.stories.at[0], events_builtin(&keep), &clues);
    for (size_t i = 0; i < clues.len; i++) {
        const struct clue *clue = &clues.at[i];
        struct str words = str_slice(clue->block->text, clue->at, clue->end);
        all =
            str_format(&keep, "%.*s%s%s %u%s %.*s", STR_FMT(all), i ? "; " : "", names[clue->kind],
                       clue->date.year, clue->told ? " told" : "", STR_FMT(words));
    }
    return all;
}

static void test_events_that_are_this_year(void **state)
{
    (void)state;
    assert_str(clues_in("今年是党的二十大召开之年。"), "now 2022 党的二十大召开之年");
    assert_str(clues_in("“十四五”规划收官之年，"), "now 2025 “十四五”规划收官之年");
    assert_str(clues_in("“七五”计划的第三年，"), "now 1988 “七五”计划的第三年");
    assert_str(clues_in("今年是贯彻党的二十大精神的开局之年"), "now 2023 党的二十大精神的开局之年");
    assert_str(clues_in("明年是“十四五”开局之年"), "now 2020 “十四五”开局之年");
    assert_str(clues_in("去年是“十四五”开局之年"), "now 2022 “十四五”开局之年");
    assert_str(clues_in("“十二五”规划开局，"), "weak 2011 “十二五”规划开局");
}

static void test_figures_as_they_stand(void **state)
{
    (void)state;
    assert_str(clues_in("截至2016年9月，全县已办企业六百家。"), "counted 2016 told 2016年9月");
    assert_str(clues_in("截至2016年9月20日，已售出四万吨。"), "counted 2016 told 2016年9月20日");
    assert_str(clues_in("截至2016年底，全县已办企业六百家。"), "named 2016 2016年");
    assert_str(clues_in("2016年9月，全县办企业六百家。"), "named 2016 2016年9月");
    assert_str(clues_in("2016年前十个月，办企业六百家。"), "counted 2016 2016年");
    assert_str(clues_in("2016年上半年，办企业六百家。"), "counted 2016 2016年");
    assert_str(clues_in("2016年前后，办企业六百家。"), "ahead 2016 2016年");
}

static void test_events_that_only_bound(void **state)
{
    (void)state;
    assert_str(clues_in("学习贯彻党的二十大精神。"), "since 2022 党的二十大");
    assert_str(clues_in("党的十八大以来，"), "since 2012 党的十八大");
    assert_str(clues_in("“十四五”规划，收官之年"), "since 2019 “十四五”");
    assert_str(clues_in("迎接党的二十大召开。"), "soon 2022 党的二十大");
    assert_str(clues_in("迎接北京奥运会。"), "before 2008 北京奥运会");
    assert_str(clues_in("北京奥运会举办过。"), "");
    assert_str(clues_in("2021年“十四五”开局之年"), "named 2021 2021年; since 2019 “十四五”");
}

static void test_jubilees(void **state)
{
    (void)state;
    assert_str(clues_in("庆祝建党100周年"), "jubilee 2021 建党100周年");
    assert_str(clues_in("中国共产党成立一百周年"), "jubilee 2021 中国共产党成立一百周年");
    assert_str(clues_in("今年是建国三十五周年"), "now 1984 建国三十五周年");
    assert_str(clues_in("将迎来新中国成立70周年"), "weak 2019 新中国成立70周年");
    assert_str(clues_in("到建军100周年时"), "before 2027 建军100周年");
    assert_str(clues_in("建党90周年以来"), "since 2011 建党90周年");
    assert_str(clues_in("建党以来，工厂成立20周年"), "");
}

static void test_years_that_several_are_called(void **state)
{
    (void)state;
    assert_str(clues_in("今年是脱贫攻坚决战之年"), "one of 2020 脱贫攻坚决战之年");
    assert_str(clues_in("今年是脱贫攻坚决战决胜之年"), "now 2020 脱贫攻坚决战决胜之年");
    assert_str(clues_in("去年是脱贫攻坚收官之年"), "now 2021 脱贫攻坚收官之年");
    assert_str(clues_in("去年是脱贫攻坚决战之年"), "one of 2021 脱贫攻坚决战之年");
}

static void test_countdowns(void **state)
{
    (void)state;
    assert_str(clues_in("距香港回归还有四十三天"), "now 1997 香港回归");
    assert_str(clues_in("北京奥运会倒计时100天"), "now 2008 北京奥运会");
    assert_str(clues_in("距香港回归还有三百天"), "before 1997 香港回归");
    assert_str(clues_in("距香港回归还有三里"), "before 1997 香港回归");
    assert_str(clues_in("北京奥运会开了十六天"), "");
}

static void test_jubilees_of_others(void **state)
{
    (void)state;
    assert_str(clues_in("张建国从教30周年"), "");
    assert_str(clues_in("建国后建厂20周年"), "");
    assert_str(clues_in("国庆公园开园30周年"), "");
    assert_str(clues_in("县人民代表大会成立40周年"), "");
    assert_str(clues_in("中国共产党某县组织成立90周年"), "");
    assert_str(clues_in("建国70周年"), "jubilee 2019 建国70周年");
    assert_str(clues_in("国庆节“70周年”"), "jubilee 2019 国庆节“70周年");
    assert_str(clues_in("全国人民代表大会成立60周年"), "jubilee 2014 全国人民代表大会成立60周年");
    assert_str(clues_in("新中国七十华诞"), "jubilee 2019 新中国七十华诞");
}

static void test_given_names(void **state)
{
    (void)state;
    assert_str(clues_in("张建国诞生100周年"), "");
    assert_str(clues_in("庆祝建国70周年"), "jubilee 2019 建国70周年");
    assert_str(clues_in("向建国70周年献礼"), "jubilee 2019 建国70周年");
    assert_str(clues_in("西安国庆70周年"), "jubilee 2019 国庆70周年");
}

static void test_years_and_relatives(void **state)
{
    (void)state;
    assert_str(clues_in("去年（2021年）大旱"), "now 2022 去年（2021年");
    assert_str(clues_in("去年，即2021年大旱"), "now 2022 去年，即2021年");
    assert_str(clues_in("今年（2021年）大旱"), "now 2021 今年（2021年");
    assert_str(clues_in("去年大旱，2021年"), "named 2021 2021年");
    assert_str(clues_in("大前年（2021年）大旱"), "now 2024 大前年（2021年");
    assert_str(clues_in("今年是2021年，大旱"), "now 2021 今年是2021年");
    assert_str(clues_in("今年2021年大旱"), "now 2021 今年2021年");
    assert_str(clues_in("去年2021年大旱"), "now 2022 去年2021年");
    assert_str(clues_in("今年是2015年以来最旱的一年"), "past 2015 2015年");
    assert_str(clues_in("今年是2015年的三倍"), "named 2015 2015年");
    assert_str(clues_in("今年（2015年以来首次）"), "past 2015 2015年");
    assert_str(clues_in("《2021年植树方案》"), "title 2021 2021年");
    assert_str(clues_in("2021年以来"), "past 2021 2021年");
    assert_str(clues_in("2021年那年"), "history 2021 2021年");
    assert_str(clues_in("2021年，被告人"), "history 2021 2021年");
    assert_str(clues_in("2021年荣获称号。"), "past 2021 2021年");
    assert_str(clues_in("2021年，荣获称号。"), "named 2021 2021年");
    assert_str(clues_in("1938年，"), "");
}

static void test_plans_are_none_of_the_past(void **state)
{
    (void)state;
    assert_str(clues_in("到2025年，建成。"), "ahead 2025 2025年");
    assert_str(clues_in("2025年将建成。"), "ahead 2025 2025年");
    assert_str(clues_in("到2025年，开工了。"), "named 2025 2025年");
    assert_str(clues_in("目标是2025年翻番。"), "ahead 2025 2025年");
    assert_str(clues_in("2025年，会议召开了。"), "named 2025 told 2025年");
    assert_str(clues_in("2025年建成通车，不绕路了。"), "named 2025 2025年");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events_that_are_this_year),
        cmocka_unit_test(test_figures_as_they_stand),
        cmocka_unit_test(test_events_that_only_bound),
        cmocka_unit_test(test_jubilees),
        cmocka_unit_test(test_years_that_several_are_called),
        cmocka_unit_test(test_countdowns),
        cmocka_unit_test(test_jubilees_of_others),
        cmocka_unit_test(test_given_names),
        cmocka_unit_test(test_years_and_relatives),
        cmocka_unit_test(test_plans_are_none_of_the_past),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
