/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"
#include "site/view/view_timeline.h"

static struct value timeline_of(struct told_site *t)
{
    return view_timeline(&t->keep, &t->site, &t->archive->entries);
}

static void without_dates_there_is_none(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.headline = "甲", .body = "一"}, 1);
    assert_int_equal(timeline_of(&t).kind, VALUE_NOTHING);
    told_clear(&t);
}

static void a_bar_has_its_place_and_height(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.headline = "甲", .body = "一", .date = {2022, 12, 0}, .basis = BASIS_PATH},
        {.headline = "乙", .body = "二", .date = {2022, 12, 0}, .basis = BASIS_TEXT},
        {.headline = "丙", .body = "三", .date = {2022, 5, 0}, .basis = BASIS_TEXT},
        {.headline = "丁", .body = "四", .date = {2022, 0, 0}, .basis = BASIS_TEXT},
        {.headline = "戊", .body = "五"},
    };
    archive_of(&t, told, 5);
    struct arena *keep = &t.keep;
    struct value timeline = timeline_of(&t);
    assert_str(text_at(keep, timeline, "year_only"), "只知为 2022 年：1 篇");
    assert_str(text_at(keep, timeline, "undated"), "日期不详：1 篇");
    struct value panel = item_at(keep, timeline, "panels", 0);
    assert_str(text_at(keep, panel, "label"), "2022年");
    assert_str(text_at(keep, panel, "count"), "4 篇");
    assert_str(text_at(keep, panel, "says"), "2022年各月篇数");
    assert_str(text_at(keep, panel, "href"), "dates/2022.html");
    struct value slot = item_at(keep, panel, "slots", 11);
    assert_str(text_at(keep, slot, "says"), "2 篇，2022年12月，部分日期推定");
    assert_str(text_at(keep, item_at(keep, panel, "slots", 4), "says"),
               "1 篇，2022年5月，日期推定");
    assert_str(text_at(keep, slot, "href"), "dates/2022-12.html");
    assert_str(text_at(keep, slot, "left"), "264");
    assert_str(text_at(keep, slot, "x"), "268.5");
    assert_int_equal(value_at(keep, slot, "stated_y").number, 50);
    assert_int_equal(value_at(keep, slot, "stated_height").number, 32);
    assert_int_equal(value_at(keep, slot, "inferred_y").number, 18);
    assert_int_equal(value_at(keep, slot, "inferred_height").number, 32);
    assert_int_equal(value_at(keep, slot, "count_y").number, 14);
    slot = item_at(keep, panel, "slots", 0);
    assert_int_equal(value_at(keep, slot, "href").kind, VALUE_NOTHING);
    assert_str(text_at(keep, slot, "label"), "1");
    told_clear(&t);
}

static void a_decade_leads_to_its_years(void **state)
{
    (void)state;
    struct told_site t;
    struct told told[14];
    for (size_t i = 0; i < 14; i++)
        told[i] = (struct told){.headline = "甲",
                                .body = "一",
                                .date = {(uint16_t)(1995 + i), 0, 0},
                                .basis = BASIS_PATH};
    archive_of(&t, told, 14);
    struct arena *keep = &t.keep;
    struct value timeline = timeline_of(&t);
    assert_int_equal(value_at(keep, timeline, "year_only").kind, VALUE_NOTHING);
    assert_int_equal(len_at(keep, timeline, "panels"), 2);
    struct value panel = item_at(keep, timeline, "panels", 0);
    assert_str(text_at(keep, panel, "label"), "1990年代");
    assert_str(text_at(keep, panel, "href"), "dates/index.html#y1999");
    struct value slot = item_at(keep, panel, "slots", 5);
    assert_str(text_at(keep, slot, "label"), "95");
    assert_str(text_at(keep, slot, "href"), "dates/1995.html");
    assert_str(text_at(keep, item_at(keep, timeline, "panels", 1), "href"),
               "dates/index.html#y2008");
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_dates_there_is_none),
        cmocka_unit_test(a_bar_has_its_place_and_height),
        cmocka_unit_test(a_decade_leads_to_its_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
