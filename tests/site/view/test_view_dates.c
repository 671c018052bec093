/* SPDX-License-Identifier: MIT */
/* The index of dates, a year, and a month. */
#include "testing.h"

#include "site/archive_of.h"

static const struct told stories[] = {
    {.page = "a.txt", .headline = "甲", .body = "一", .date = {2024, 2, 29}, .basis = BASIS_PATH},
    {.headline = "乙", .body = "二", .date = {2024, 2, 0}, .basis = BASIS_TEXT},
    {.headline = "丙", .body = "三", .date = {2024, 2, 29}, .basis = BASIS_TEXT},
    {.headline = "丁", .body = "四", .date = {2024, 0, 0}, .basis = BASIS_TEXT},
    {.page = "b.txt", .headline = "戊", .body = "五", .date = {2022, 12, 1}, .basis = BASIS_TEXT},
    {.headline = "己", .body = "六"},
};

static void an_empty_archive_has_no_dates(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    struct value dates = subject_of(&t, PAGE_DATES, NULL, 1, 1);
    assert_str(runs_at(&t.keep, dates, "deck"), "还没有收入报道。");
    assert_int_equal(len_at(&t.keep, dates, "years"), 0);
    assert_int_equal(value_at(&t.keep, dates, "undated").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void years_are_rows_of_months(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 6);
    struct value dates = subject_of(&t, PAGE_DATES, NULL, 1, 1);
    struct arena *keep = &t.keep;
    assert_str(runs_at(keep, dates, "deck"), "4 篇能知到月，1 篇只知到年，1 篇日期不详。"
                                             "推定 的日期只说到文中证据够得着的地方。");
    assert_int_equal(len_at(keep, dates, "years"), 2);
    struct value year = item_at(keep, dates, "years", 0);
    assert_str(text_at(keep, year, "label"), "2024年");
    assert_str(text_at(keep, year, "id"), "y2024");
    assert_str(text_at(keep, year, "count"), "4 篇");
    assert_int_equal(len_at(keep, year, "months"), 12);
    struct value february = item_at(keep, year, "months", 1);
    assert_str(text_at(keep, february, "look"), "heat-3 inferred");
    assert_str(text_at(keep, february, "says"), "篇，部分日期推定");
    assert_str(text_at(keep, february, "href"), "dates/2024-02.html");
    struct value march = item_at(keep, year, "months", 2);
    assert_int_equal(value_at(keep, march, "href").kind, VALUE_NOTHING);
    assert_int_equal(value_at(keep, march, "look").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void what_is_less_precise_has_its_own_place(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 6);
    struct value dates = subject_of(&t, PAGE_DATES, NULL, 1, 1);
    struct arena *keep = &t.keep;
    assert_int_equal(len_at(keep, dates, "year_only"), 1);
    assert_str(text_at(keep, item_at(keep, dates, "year_only", 0), "headline"), "丁");
    assert_false(value_at(keep, item_at(keep, dates, "year_only", 0), "date_said").truth);
    assert_int_equal(len_at(keep, dates, "undated"), 1);
    assert_true(value_at(keep, item_at(keep, dates, "undated", 0), "date_said").truth);
    assert_int_equal(value_at(keep, dates, "year_only_more").kind, VALUE_NOTHING);
    assert_int_equal(value_at(keep, dates, "undated_more").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void of_many_the_rest_is_linked(void **state)
{
    (void)state;
    struct told_site t;
    struct told told[42];
    for (size_t i = 0; i < 42; i++) {
        told[i] = (struct told){.headline = "甲", .body = "一"};
        if (i % 2)
            told[i].date.year = (uint16_t)(2000 + i % 4);
    }
    archive_of(&t, told, 42);
    struct value dates = subject_of(&t, PAGE_DATES, NULL, 1, 1);
    struct arena *keep = &t.keep;
    assert_int_equal(len_at(keep, dates, "year_only"), 20);
    assert_int_equal(len_at(keep, dates, "year_only_more"), 2);
    struct value link = item_at(keep, dates, "year_only_more", 0);
    assert_str(text_at(keep, link, "text"), "2003年：10 篇");
    assert_str(text_at(keep, link, "href"), "dates/2003.html#year-only");
    assert_int_equal(len_at(keep, dates, "undated"), 20);
    assert_str(text_at(keep, dates, "undated_more/text"), "看全部 21 篇");
    assert_str(text_at(keep, dates, "undated_more/href"), "dates/undated.html");
    told_clear(&t);
}

static void a_year_has_months_and_neighbours(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 6);
    struct arena *keep = &t.keep;
    struct value year = subject_of(&t, PAGE_YEAR, t.archive->years.at[0], 1, 1);
    assert_str(text_at(keep, year, "title"), "2024年");
    assert_str(runs_at(keep, year, "deck"), "存报道 4 篇，理自 1 个版面。");
    assert_int_equal(len_at(keep, year, "months"), 1);
    struct value month = item_at(keep, year, "months", 0);
    assert_str(text_at(keep, month, "label"), "2月");
    assert_false(value_at(keep, month, "supplied").truth);
    assert_int_equal(len_at(keep, month, "entries"), 3);
    assert_int_equal(value_at(keep, month, "more").kind, VALUE_NOTHING);
    assert_int_equal(value_at(keep, year, "year_only/len").number, 1);
    assert_str(text_at(keep, year, "previous/href"), "dates/2022.html");
    assert_int_equal(value_at(keep, year, "next").kind, VALUE_NOTHING);

    year = subject_of(&t, PAGE_YEAR, t.archive->years.at[1], 1, 1);
    assert_true(value_at(keep, item_at(keep, year, "months", 0), "supplied").truth);
    assert_int_equal(value_at(keep, year, "year_only").kind, VALUE_NOTHING);
    assert_str(text_at(keep, year, "next/href"), "dates/2024.html");
    told_clear(&t);
}

static void a_month_has_days_and_neighbours(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 6);
    struct arena *keep = &t.keep;
    struct value month = subject_of(&t, PAGE_MONTH, &t.archive->years.at[0]->months[1], 1, 1);
    assert_str(text_at(keep, month, "title"), "2024年2月");
    assert_str(runs_at(keep, month, "deck"),
               "存报道 3 篇，理自 1 个版面。2 篇知到日，1 篇只知到月；2 篇的日期由文中推定。");
    assert_str(text_at(keep, month, "month_only"), "只知月份的 1 篇");
    assert_str(text_at(keep, month, "month_only_href"), "dates/2024-02.html#month-only");
    assert_str(text_at(keep, month, "previous/text"), "上一个有报道的月：2022年12月");
    assert_str(text_at(keep, month, "previous/href"), "dates/2022-12.html");
    assert_int_equal(value_at(keep, month, "next").kind, VALUE_NOTHING);
    struct value before = subject_of(&t, PAGE_MONTH, &t.archive->years.at[1]->months[11], 1, 1);
    assert_str(text_at(keep, before, "next/href"), "dates/2024-02.html");
    assert_str(runs_at(keep, before, "deck"),
               "存报道 1 篇，理自 1 个版面。都知到日；日期都由文中推定。");
    told_clear(&t);
}

static void a_calendar_has_the_days_that_have_stories(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 6);
    struct arena *keep = &t.keep;
    struct value month = subject_of(&t, PAGE_MONTH, &t.archive->years.at[0]->months[1], 1, 1);
    assert_int_equal(len_at(keep, month, "weeks"), 5);
    struct value first = item_at(keep, month, "weeks", 0);
    assert_int_equal(value_at(keep, item_at(keep, first, "days", 2), "number").kind, VALUE_NOTHING);
    assert_int_equal(value_at(keep, item_at(keep, first, "days", 3), "number").number, 1);
    struct value last = item_at(keep, item_at(keep, month, "weeks", 4), "days", 3);
    assert_str(text_at(keep, last, "label"), "29日");
    assert_str(text_at(keep, last, "count"), "2 篇");
    assert_str(text_at(keep, last, "href"), "dates/2024-02.html#d29");
    assert_true(value_at(keep, last, "inferred").truth);
    told_clear(&t);
}

static void a_day_on_a_later_sheet_is_found_there(void **state)
{
    (void)state;
    struct told_site t;
    struct told told[52];
    for (size_t i = 0; i < 52; i++)
        told[i] = (struct told){.headline = "甲", .body = "一", .date = {2024, 2, 9}};
    told[51].date.day = 3;
    archive_of(&t, told, 52);
    struct value month = subject_of(&t, PAGE_MONTH, &t.archive->years.at[0]->months[1], 2, 2);
    assert_str(text_at(&t.keep, month, "title"), "2024年2月，第 2 页");
    struct value week = item_at(&t.keep, month, "weeks", 0);
    assert_str(text_at(&t.keep, item_at(&t.keep, week, "days", 5), "href"),
               "dates/2024-02-2.html#d3");
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_archive_has_no_dates),
        cmocka_unit_test(years_are_rows_of_months),
        cmocka_unit_test(what_is_less_precise_has_its_own_place),
        cmocka_unit_test(of_many_the_rest_is_linked),
        cmocka_unit_test(a_year_has_months_and_neighbours),
        cmocka_unit_test(a_month_has_days_and_neighbours),
        cmocka_unit_test(a_calendar_has_the_days_that_have_stories),
        cmocka_unit_test(a_day_on_a_later_sheet_is_found_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
